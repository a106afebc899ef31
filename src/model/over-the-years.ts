import type { Department } from './department.ts';
import type { Project } from './project.ts';

/**
 * Which project of one year is which of another. One project continues another of an earlier year
 *
 * - under the code of the year before that it names (上年项目编码), else under the same code;
 * - under the same name in the same department, where one of the two has no code.
 *
 * It is sought in the latest earlier year that has it: in its own department, else in another whose own project of the
 * later year does not continue it. What is not certain, as where two departments have the code, is no continuation.
 */
export interface ProjectsOverYears {
  /** What a project continues: nothing where it is new, two projects where they were merged. */
  readonly before: (project: Project) => readonly Project[];
  /** What continues a project: nothing where it ended, several where it was split. */
  readonly after: (project: Project) => readonly Project[];
  /** What a project goes back to in an earlier year, over the years between. */
  readonly beforeIn: (project: Project, year: number) => readonly Project[];
  /** What a project became in a later year. */
  readonly afterIn: (project: Project, year: number) => readonly Project[];
  /** A project with all that it goes back to and all that it became, latest first. */
  readonly through: (project: Project) => readonly Project[];
}

type Links = ReadonlyMap<Project, readonly Project[]>;

/** Connects the projects of all years, in time that grows with their number. */
export function projectsOverYears({
  departments,
}: {
  readonly departments: readonly Pick<Department, 'projects'>[];
}): ProjectsOverYears {
  const projects = departments.flatMap(({ projects: own }) => own);
  const before = continuedBy(projects);
  const after = new Map<Project, Project[]>();
  for (const [project, earlier] of before) for (const one of earlier) put(after, one, project);
  const of = (links: Links) => (project: Project) => links.get(project) ?? [];
  const within = (links: Links) => (project: Project, year: number) =>
    reachedBy(project, links).filter((one) => one.year === year);
  return {
    before: of(before),
    after: of(after),
    beforeIn: within(before),
    afterIn: within(after),
    through: (project) =>
      [project, ...reachedBy(project, before), ...reachedBy(project, after)].sort((a, b) => b.year - a.year),
  };
}

function continuedBy(projects: readonly Project[]): Links {
  const byCode = new Map<string, Project[]>();
  const byName = new Map<string, Project[]>();
  /** The codes that a department's projects of a year stand under, or stood under the year before. */
  const continued = new Set<string>();
  const renamed = new Set<string>();
  const key = (year: number, department: string, code: string) => `${String(year)} ${department} ${code}`;
  for (const project of projects) {
    const { year, departmentCode, code, previousCode, name } = project;
    if (code !== '') put(byCode, code, project);
    put(byName, `${departmentCode} ${name}`, project);
    for (const one of [code, previousCode]) continued.add(key(year, departmentCode, one));
    if (previousCode !== code) renamed.add(key(year, departmentCode, previousCode));
  }
  const underCode = ({ year, departmentCode }: Project, code: string) => {
    const latest = latestBefore(year, byCode.get(code));
    const own = latest.filter((one) => one.departmentCode === departmentCode);
    if (own.length > 0) return onlyOne(own);
    return onlyOne(latest.filter((one) => !continued.has(key(year, one.departmentCode, code))));
  };
  const underName = ({ year, departmentCode, code, name }: Project) =>
    onlyOne(
      latestBefore(year, byName.get(`${departmentCode} ${name}`)).filter(
        (one) => code === '' || one.code === '',
      ),
    );
  return new Map(
    projects.map((project) => {
      const { year, departmentCode, code, previousCode } = project;
      const named = previousCode === '' ? undefined : underCode(project, previousCode);
      const same = code === '' || code === previousCode ? undefined : underCode(project, code);
      if (named === undefined) return [project, [same ?? underName(project)].filter(isThere)];
      // Its own code of the same year is merged into it, unless another project of now has come from that.
      const isMerged = same?.year === named.year && !renamed.has(key(year, departmentCode, code));
      return [project, [named, isMerged ? same : undefined].filter(isThere)];
    }),
  );
}

/**
 * Whether a project that does not count, as one that was withdrawn, is what a later or an earlier one is in its own year: by
 * a code of theirs, else by their name where one of them has no code.
 */
export function isSameProject(later: Project, earlier: Project): boolean {
  if (later.departmentCode !== earlier.departmentCode) return false;
  if (later.code === '' || earlier.code === '') return later.name === earlier.name;
  return later.code === earlier.code || later.previousCode === earlier.code;
}

/** The projects of the latest year before a year; none where there is no such year. */
function latestBefore(year: number, projects: readonly Project[] = []): readonly Project[] {
  const earlier = projects.filter((one) => one.year < year);
  const latest = Math.max(...earlier.map((one) => one.year));
  return earlier.filter((one) => one.year === latest);
}

/** All projects that links lead to; each leads to an earlier year, or each to a later one, so that no way is a circle. */
function reachedBy(project: Project, links: Links): readonly Project[] {
  const reached = new Set<Project>();
  const queue = [project];
  for (const one of queue) {
    for (const next of links.get(one) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      queue.push(next);
    }
  }
  return [...reached];
}

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const onlyOne = <Value>(all: readonly Value[]): Value | undefined => (all.length === 1 ? all[0] : undefined);
const isThere = <Value>(value: Value | undefined): value is Value => value !== undefined;
