import { endedByAdjustment } from './adjustment.ts';
import type { Department } from './department.ts';
import { isAddressCode } from './project-code.ts';
import type { Project } from './project.ts';
import type { Site } from './site.ts';
import { countWords } from './words.ts';

/** A year of the site: its departments and all their projects. */
export interface Year {
  readonly year: number;
  readonly departments: readonly Department[];
  readonly projects: readonly Project[];
  readonly withdrawn: readonly Project[];
}

/** The years of a site, latest first. */
export function yearsOf(site: Site): readonly Year[] {
  const years = [...new Set(site.departments.map(({ year }) => year))].sort((a, b) => b - a);
  return years.map((year) =>
    yearOf(
      year,
      site.departments.filter((department) => department.year === year),
    ),
  );
}

function yearOf(year: number, departments: readonly Department[]): Year {
  return {
    year,
    departments,
    projects: departments.flatMap(({ projects }) => projects),
    withdrawn: departments.flatMap(({ withdrawn = [] }) => withdrawn),
  };
}

/** The latest year of a site; undefined where it has none. */
export function latestYearOf(site: Site): number | undefined {
  return site.departments[0]?.year;
}

/** The names of departments, each in its year. */
export type DepartmentNames = ReadonlyMap<string, string>;

export const departmentNamesOf = (site: Site): DepartmentNames =>
  new Map(site.departments.map(({ year, code, name }) => [`${String(year)}/${code}`, name]));

/** What gives the name that a project's department has in its year, without a search a project. */
export const namedBy =
  (names: DepartmentNames) =>
  ({ year, departmentCode }: Pick<Project, 'year' | 'departmentCode'>): string =>
    names.get(`${String(year)}/${departmentCode}`) ?? departmentCode;

export const departmentNames = (site: Site): ((project: Project) => string) =>
  namedBy(departmentNamesOf(site));

/** All projects under each code that can stand in an address, of whichever year and department, latest first. */
export function editionsOf(site: Site): ReadonlyMap<string, readonly Project[]> {
  const editions = new Map<string, Project[]>();
  for (const { projects } of yearsOf(site)) {
    for (const project of projects) {
      if (!isAddressCode(project.code)) continue;
      const own = editions.get(project.code);
      if (own === undefined) editions.set(project.code, [project]);
      else own.push(project);
    }
  }
  return editions;
}

/**
 * What is left of codes under which no project counts any longer: the latest that was withdrawn, or that an adjustment
 * ended on a day.
 */
export function formerEditions(
  site: Site,
): ReadonlyMap<string, { readonly project: Project; readonly endedOn?: string }> {
  const counting = editionsOf(site);
  const former = site.departments
    .flatMap((department) => [
      ...(department.withdrawn ?? []).map((project) => ({ project })),
      ...endedByAdjustment(department).map(({ project, date }) => ({ project, endedOn: date })),
    ])
    .filter(({ project: { code } }) => isAddressCode(code) && !counting.has(code));
  // The site's departments stand latest first.
  return new Map([...former].reverse().map((one) => [one.project.code, one]));
}

/**
 * Why a year may not be whole yet, next to the fullest of the others: fewer departments, or less than half as many
 * projects. Undefined where nothing says so.
 *
 * @example 2023年只有1个部门，2022年有3个
 */
export function shortfallOf(own: Year, years: readonly Year[]): string | undefined {
  const others = years.filter((other) => other !== own);
  const most = (count: (year: Year) => number) =>
    others.reduce((best, other) => (count(other) > count(best) ? other : best), own);
  const words = (other: Year, count: (year: Year) => number, of: string) =>
    `${String(own.year)}年只有${countWords(count(own))}个${of}，${String(other.year)}年有${countWords(count(other))}个`;
  const departments = (year: Year) => year.departments.length;
  const projects = (year: Year) => year.projects.length;
  const more = most(departments);
  if (more !== own) return words(more, departments, '部门');
  const larger = most(projects);
  return projects(larger) > projects(own) * 2 ? words(larger, projects, '项目') : undefined;
}

/** Two years beside each other, over the departments that both have. */
export interface ComparedYears {
  /** The departments that both years have, with the names and the projects of each. */
  readonly now: Year;
  readonly then: Year;
  readonly onlyNow: readonly Department[];
  readonly onlyThen: readonly Department[];
}

/** Compares two years over the departments that both have, known by their codes: others would look like growth. */
export function compareYears(now: Year, then: Year): ComparedYears {
  const codes = (year: Year) => new Set(year.departments.map(({ code }) => code));
  const [own, before] = [codes(now), codes(then)];
  const both = ({ year, departments }: Year, other: ReadonlySet<string>) =>
    yearOf(
      year,
      departments.filter(({ code }) => other.has(code)),
    );
  return {
    now: both(now, before),
    then: both(then, own),
    onlyNow: now.departments.filter(({ code }) => !before.has(code)),
    onlyThen: then.departments.filter(({ code }) => !own.has(code)),
  };
}
