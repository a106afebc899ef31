import type { ProjectsOverYears } from '../model/over-the-years.ts';
import { isAddressCode } from '../model/project-code.ts';
import type { Project } from '../model/project.ts';
import type { Site } from '../model/site.ts';

/** One project through the years. */
export interface Line {
  /** What it was in each year that has it, the earliest first. */
  readonly editions: readonly Project[];
  /** The code of its permanent address: the latest that can stand in one; undefined where it never had one. */
  readonly code: string | undefined;
  /** Other projects that an edition goes back to or became, where projects were merged or split. */
  readonly branches: readonly { readonly from: Project; readonly to: Project }[];
}

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
  const lines = new Map<Project, Line>();
  const projects = departments.flatMap(({ projects: own }) => own).sort((a, b) => b.year - a.year);
  for (const last of projects) {
    if (lines.has(last)) continue;
    const editions = [last];
    for (let one = previousOf(last); one !== undefined; one = previousOf(one)) editions.unshift(one);
    const isOther = (project: Project) => !editions.includes(project);
    const line: Line = {
      editions,
      code: editions.findLast(({ code }) => isAddressCode(code))?.code,
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

/** The years since its first in which the site has its department, by the code that it had last, but not it. */
export function yearsWithout(
  { editions }: Line,
  { departments }: Pick<Site, 'departments'>,
): readonly number[] {
  const years = new Set(departments.map(({ year }) => year));
  return [...years]
    .filter((year) => {
      const before = editions.findLast((edition) => edition.year <= year);
      return (
        before !== undefined &&
        before.year < year &&
        departments.some((one) => one.year === year && one.code === before.departmentCode)
      );
    })
    .sort((a, b) => a - b);
}
