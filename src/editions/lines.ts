import { adjustedOn } from '../model/adjustment.ts';
import { isSameProject, type ProjectsOverYears } from '../model/over-the-years.ts';
import type { Department } from '../model/department.ts';
import { isAddressCode } from '../model/project-code.ts';
import type { Project } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import { permanentAddress, projectAddress } from '../site/addresses.ts';

/** One project through the years. */
export interface Line {
  /** What it was in each year that has it, the earliest first. */
  readonly editions: readonly Project[];
  /** The latest of them. */
  readonly last: Project;
  /** The code of its permanent address: the latest that can stand in one; undefined where it never had one. */
  readonly code: string | undefined;
  /** The years of its department, from its first on, that have projects on the site, but not it. */
  readonly absences: readonly Department[];
  /** What it was in years that had it only for a time, until it was withdrawn; the earliest first. */
  readonly withdrawn: readonly Project[];
  /** The days of the last adjustments after which editions stand as they do, where there were any. */
  readonly adjusted: ReadonlyMap<Project, string>;
  /** Other projects that an edition goes back to or became, where projects were merged or split. */
  readonly branches: readonly { readonly from: Project; readonly to: Project }[];
}

/** The years of a line, and where they stand together. */
export type LineYears = Pick<Line, 'editions' | 'withdrawn' | 'code'>;

/** What counted in each year and what was withdrawn, the earliest first. */
export const allYears = ({ editions, withdrawn }: Pick<Line, 'editions' | 'withdrawn'>): readonly Project[] =>
  [...editions, ...withdrawn].sort((a, b) => a.year - b.year);

/** `2021年`, or `2022年（已撤销）` of one that was withdrawn. */
export const editionName = ({ year, withdrawal }: Project): string =>
  `${String(year)}年${withdrawal === undefined ? '' : '（已撤销）'}`;

/**
 * The lines in which all projects of a site stand, each project in one. Where several continue a project, or it continues
 * several, the one of the same code is its line; where there is none such, a line ends and others begin.
 */
export function linesOf(
  { departments }: Pick<Site, 'departments'>,
  { before, after }: Pick<ProjectsOverYears, 'before' | 'after'>,
): ReadonlyMap<Project, Line> {
  const mainOf = ({ code }: Project, others: readonly Project[]) => {
    const own = others.length === 1 ? others : others.filter((other) => other.code === code);
    return own.length === 1 ? own[0] : undefined;
  };
  const previousOf = (project: Project) => {
    const previous = mainOf(project, before(project));
    return previous !== undefined && mainOf(previous, after(previous)) === project ? previous : undefined;
  };
  const byCode = new Map<string, Department[]>();
  for (const department of departments)
    byCode.set(department.code, [department, ...(byCode.get(department.code) ?? [])]);
  const lines = new Map<Project, Line>();
  const adjusted = new Map(
    departments.flatMap((department) =>
      department.projects.map((project) => [project, adjustedOn(department, project)]),
    ),
  );
  const dayOf = (project: Project) => {
    const day = adjusted.get(project);
    return day === undefined ? [] : [[project, day] as const];
  };
  const projects = departments.flatMap(({ projects: own }) => own).sort((a, b) => b.year - a.year);
  for (const last of projects) {
    if (lines.has(last)) continue;
    const editions = [last];
    for (let one = previousOf(last); one !== undefined; one = previousOf(one)) editions.unshift(one);
    const isOther = (project: Project) => !editions.includes(project);
    const absences = absencesOf(editions, byCode);
    const line: Line = {
      editions,
      last,
      code: editions.findLast(({ code }) => isAddressCode(code))?.code,
      absences,
      withdrawn: withdrawnOf(editions, byCode),
      adjusted: new Map(editions.flatMap((one) => dayOf(one))),
      branches: editions.flatMap((edition) => [
        ...before(edition)
          .filter(isOther)
          .map((from) => ({ from, to: edition })),
        ...after(edition)
          .filter(isOther)
          .map((to) => ({ from: edition, to })),
      ]),
    };
    for (const edition of editions) lines.set(edition, line);
  }
  return lines;
}

/** The lines in which a code stands, by the codes that can stand in an address; those of the latest editions first. */
export function linesByCode(lines: ReadonlyMap<Project, Line>): ReadonlyMap<string, readonly Line[]> {
  const byCode = new Map<string, Set<Line>>();
  for (const [{ code }, line] of lines) {
    if (isAddressCode(code)) byCode.set(code, (byCode.get(code) ?? new Set()).add(line));
  }
  return new Map([...byCode].map(([code, own]) => [code, [...own]]));
}

/** Where a code leads on to: to its project of one year, or to the latest code of this; undefined where its page says more. */
export function leadsTo(
  code: string,
  [line, ...others]: readonly Line[],
): { readonly name: string; readonly href: string } | undefined {
  if (line === undefined || others.length > 0) return undefined;
  const { last, editions } = line;
  if (editions.length === 1) return { name: last.name, href: projectAddress(last) };
  return line.code === code ? undefined : { name: last.name, href: permanentAddress(line.code ?? code) };
}

/** The years of a project's department since its first that have projects on the site, but not it. */
function absencesOf(
  editions: readonly Project[],
  byCode: ReadonlyMap<string, readonly Department[]>,
): readonly Department[] {
  return editions.flatMap(({ year, departmentCode }, place) => {
    const next = editions[place + 1]?.year ?? Infinity;
    return (byCode.get(departmentCode) ?? []).filter((one) => one.year > year && one.year < next);
  });
}

/** What was withdrawn of a project in the years in which its departments do not count it. */
function withdrawnOf(
  editions: readonly Project[],
  byCode: ReadonlyMap<string, readonly Department[]>,
): readonly Project[] {
  const years = new Set(editions.map(({ year }) => year));
  return [...new Set(editions.map(({ departmentCode }) => departmentCode))]
    .flatMap((code) => byCode.get(code) ?? [])
    .flatMap(({ withdrawn = [] }) => withdrawn)
    .filter((one) => !years.has(one.year) && editions.some((own) => isSame(own, one)))
    .sort((a, b) => a.year - b.year);
}

const isSame = (a: Project, b: Project) => (a.year < b.year ? isSameProject(b, a) : isSameProject(a, b));

/** The years of each project that was withdrawn: its line, or where no year counts it, those in which it was withdrawn. */
export function withdrawnLines(
  { departments }: Pick<Site, 'departments'>,
  lines: ReadonlyMap<Project, Line>,
): ReadonlyMap<Project, LineYears> {
  const withdrawn = departments.flatMap(({ withdrawn: own = [] }) => own).sort((a, b) => a.year - b.year);
  const counted = new Map(
    [...lines.values()].flatMap((line) => line.withdrawn.map((one) => [one, line] as const)),
  );
  return new Map(
    withdrawn.map((project) => [
      project,
      counted.get(project) ?? {
        editions: [],
        code: undefined,
        withdrawn: withdrawn.filter((one) => one === project || isSame(one, project)),
      },
    ]),
  );
}
