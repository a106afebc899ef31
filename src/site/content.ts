import { handedOver } from 'virtual:mingzhang/site';
import type { Published } from '../files/published.ts';
import type { Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';
import type { Site } from '../model/site.ts';

/** The content and its findings: what the build read, or what the dev server read last without errors. */
export function loadPublished(): Promise<Published> {
  const { published } = handedOver();
  if (published === undefined) throw new Error('Pages are made only where the content has no errors.');
  return Promise.resolve(published);
}

/** The site's content. */
export async function loadSite(): Promise<Site> {
  return (await loadPublished()).site;
}

/** The content folder, for the official documents in it. */
export const contentFolder = (): string => handedOver().directory;

/** The folders of files that are served as they are: the project's own, then the program's. */
export const publicFolders = (): readonly string[] => handedOver().publicFolders;

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
