import type { Content, DepartmentFolder } from '../files/read-content.ts';
import type { ProjectEntry } from '../files/read-project.ts';
import { onceFor } from '../model/kept.ts';
import { changesBetween, type ProjectChange } from '../model/year-changes.ts';
import { projectsOverYears } from '../model/over-the-years.ts';
import type { Project } from '../model/project.ts';

/** A department's year beside the year before. */
export interface WithYearBefore {
  readonly folder: DepartmentFolder;
  /** Undefined where the content has none of the department; then there are no changes either. */
  readonly before: DepartmentFolder | undefined;
  readonly changes: readonly ProjectChange[];
}

/** All departments of all years, each beside its own year before, and what finds the file of a project. */
interface BesideYearBefore {
  readonly years: readonly WithYearBefore[];
  readonly entryOf: (project: Project | undefined) => ProjectEntry | undefined;
}

/** Found once for all rules that ask for it. */
export const besideYearBefore = ({ departments }: Pick<Content, 'departments'>): BesideYearBefore =>
  foundOf(departments);

const foundOf = onceFor((departments: readonly DepartmentFolder[]): BesideYearBefore => {
  const projectsOf = ({ projects }: DepartmentFolder) => projects.map(({ project }) => project);
  const links = projectsOverYears({ departments: departments.map((one) => ({ projects: projectsOf(one) })) });
  const key = (year: number, code: string) => `${String(year)} ${code}`;
  const folders = new Map(departments.map((one) => [key(one.year, one.code), one]));
  const entries = new Map(
    departments.flatMap(({ projects }) => projects.map((entry) => [entry.project, entry])),
  );
  const years = departments.map((folder) => {
    const before = folders.get(key(folder.year - 1, folder.code));
    const edition = (one: DepartmentFolder) => ({
      year: one.year,
      projects: projectsOf(one),
      withdrawn: one.withdrawn.map(({ project }) => project),
    });
    const changes = before === undefined ? [] : changesBetween(edition(before), edition(folder), links);
    return { folder, before, changes };
  });
  return { years, entryOf: (project) => project && entries.get(project) };
});
