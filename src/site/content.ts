import { checkContent } from '../checks/check-content.ts';
import { hasErrors } from '../files/finding.ts';
import { formatFindings } from '../files/format-findings.ts';
import { HANDED_OVER, type Published } from '../files/published.ts';
import { readContent } from '../files/read-content.ts';
import type { Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';
import type { Site } from '../model/site.ts';

/** The content and its findings: what the build read, or what the dev server read last without errors. */
export function loadPublished(): Promise<Published> {
  const handedOver = (globalThis as { [HANDED_OVER]?: Published })[HANDED_OVER];
  return handedOver === undefined ? readFresh() : Promise.resolve(handedOver);
}

/** The site's content. */
export async function loadSite(): Promise<Site> {
  return (await loadPublished()).site;
}

async function readFresh(): Promise<Published> {
  const content = await readContent(process.env.CONTENT_DIR ?? 'content');
  const findings = checkContent(content);
  if (hasErrors(findings)) throw new Error(`内容有错误：\n\n${formatFindings(findings, 'text')}`);
  return { site: content.site, findings };
}

/** A year of the site: its departments and all their projects. */
export interface Year {
  readonly year: number;
  readonly departments: readonly Department[];
  readonly projects: readonly Project[];
}

/** The years of a site, latest first. */
export function yearsOf(site: Site): readonly Year[] {
  const years = [...new Set(site.departments.map(({ year }) => year))].sort((a, b) => b - a);
  return years.map((year) => {
    const departments = site.departments.filter((department) => department.year === year);
    return { year, departments, projects: departments.flatMap(({ projects }) => projects) };
  });
}

/** The latest year of a site; undefined where it has none. */
export function latestYearOf(site: Site): number | undefined {
  return site.departments[0]?.year;
}

/** All editions of a project over the years by its code, latest first. */
export function editionsOf(site: Site): ReadonlyMap<string, readonly Project[]> {
  const editions = new Map<string, Project[]>();
  for (const { projects } of yearsOf(site)) {
    for (const project of projects) {
      const own = editions.get(project.code);
      if (own === undefined) editions.set(project.code, [project]);
      else own.push(project);
    }
  }
  return editions;
}
