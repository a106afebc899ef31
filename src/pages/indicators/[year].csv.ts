import type { APIRoute, GetStaticPaths } from 'astro';
import type { Project } from '../../model/project.ts';
import { departmentNames, yearsOf } from '../../model/years.ts';
import { indicatorsCsv } from '../../open-data/indicators-csv.ts';
import { indicatorAddress } from '../../site/addresses.ts';
import { loadSite } from '../../site/content.ts';
import { wholeAddress } from '../../site/whole-address.ts';

/** All indicators of each year, as a table to take away. */
export const getStaticPaths = (async () =>
  yearsOf(await loadSite()).map(({ year, projects }) => ({
    params: { year: String(year) },
    props: { projects },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly projects: readonly Project[] }> = async ({ props, site: host }) => {
  const site = await loadSite();
  const addressOf = (project: Project, row: number) => {
    const path = indicatorAddress(project, row);
    return wholeAddress(path, site.settings, host) ?? path;
  };
  return new Response(indicatorsCsv(props.projects, departmentNames(site), addressOf));
};
