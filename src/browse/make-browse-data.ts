import { toText, type Decimal } from '../model/decimal.ts';
import type { Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';
import type { EverydayWords } from '../model/site.ts';
import type { Stated } from '../model/stated.ts';
import { standingsOf, type Standing } from '../model/totals.ts';
import { traditionalOf } from '../search/characters.ts';
import { everydayIndexOf } from '../search/everyday-words.ts';
import { foldText } from '../search/exact-match.ts';
import { kindKey, type BrowseData, type BrowseRow } from './browse-data.ts';

/** A list without repetitions in which each member has a place. */
class Places<Value> {
  readonly members: Value[] = [];
  readonly #places = new Map<string, number>();

  /** The place of the member with this key, which comes in where it is new. */
  of(key: string, member: Value): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.members.length);
    return this.members.push(member) - 1;
  }
}

/**
 * The data of the table of all projects.
 *
 * @param departments by year, latest first, then by code.
 * @param notesOf how many data notes a project has.
 * @param everydayWords the words by which people ask for what the documents word otherwise.
 */
export function makeBrowseData(
  departments: readonly Department[],
  notesOf: (project: Project) => number,
  everydayWords: readonly EverydayWords[] = [],
): BrowseData {
  const years = new Places<number>();
  const units = new Places<readonly [string, string]>();
  const kinds = new Places<string>();
  const plans = new Places<BrowseData['plans'][number]>();
  const standings = standingsByYear(departments);
  const rows = departments.flatMap(({ year, code, name, projects }) =>
    projects.map((project): BrowseRow => {
      const plan = project.disbursementPlan.map(({ period, stated }) => [period, stated.text] as const);
      const standing = standings.get(project);
      const own = new Set(project.indicators.map(kindKey));
      return [
        years.of(String(year), year),
        units.of(code, [code, name]),
        project.sequence,
        project.code,
        project.name,
        project.purpose,
        amountText(project.budget.total),
        amountText(project.budget.fiscal),
        amountText(project.budget.other),
        amountText(project.budget.carriedOver),
        project.record,
        plans.of(plan.join('\n'), plan),
        [...own].map((key) => kinds.of(key, key)),
        notesOf(project),
        standing?.place ?? 0,
        standing?.share === undefined ? '' : toText(standing.share),
      ];
    }),
  );
  const lines = rows.flatMap(([, , , , name, purpose]) => [name, purpose]);
  return {
    years: years.members,
    departments: units.members,
    kinds: kinds.members,
    plans: plans.members,
    traditional: traditionalOf(lines),
    everyday: everydayIndexOf(everydayWords, lines.map(foldText)),
    rows,
  };
}

function standingsByYear(departments: readonly Department[]): ReadonlyMap<Project, Standing> {
  const years = [...new Set(departments.map(({ year }) => year))];
  return new Map(
    years.flatMap((year) => [
      ...standingsOf(
        departments
          .filter((department) => department.year === year)
          .flatMap((department) => department.projects),
      ),
    ]),
  );
}

/** In 万元 whatever unit the department states its amounts in. */
function amountText({ text, value }: Stated<Decimal>): string {
  return value === undefined ? text : toText(value);
}
