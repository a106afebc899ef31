import type { APIRoute, GetStaticPaths } from 'astro';
import { projectLists, type ProjectList } from '../../../open-data/project-list.ts';
import { loadSite } from '../../../site/content.ts';
import { keyed } from '../../../site/keyed.ts';
import { editionsOf } from '../../../model/years.ts';

/** The lists by which the comparison finds a project's data. */
export const getStaticPaths = (async () =>
  keyed(
    [...projectLists(editionsOf(await loadSite()))].map(([file, list]) => ({
      params: { file },
      props: () => ({ list }),
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly list: ProjectList }> = ({ props: { list } }) =>
  new Response(`${JSON.stringify(list)}\n`);
