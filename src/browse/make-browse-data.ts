import { rateOf, type Evaluation } from '../model/evaluation.ts';
import { areaOf, areasUsed, type Area } from '../model/area.ts';
import { equals, parseDecimal, toText, type Decimal } from '../model/decimal.ts';
import type { Department } from '../model/department.ts';
import { periodsOf } from '../model/disbursement-plan.ts';
import { BUDGET_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import type { Project } from '../model/project.ts';
import type { EverydayWords } from '../model/site.ts';
import type { Stated } from '../model/stated.ts';
import { standingsOf, type Standing } from '../model/totals.ts';
import { traditionalOf } from '../search/characters.ts';
import { everydayIndexOf } from '../search/everyday-words.ts';
import { foldText } from '../search/exact-match.ts';
import {
  kindKey,
  type BrowseAmount,
  type BrowseData,
  type BrowseEvaluation,
  type BrowseRow,
} from './browse-data.ts';

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
 * @param areas the areas into which the site sorts projects.
 */
export function makeBrowseData(
  departments: readonly Department[],
  notesOf: (project: Project) => number,
  everydayWords: readonly EverydayWords[] = [],
  areas: readonly Area[] = [],
): BrowseData {
  const years = new Places<number>();
  const units = new Places<BrowseData['departments'][number]>();
  const kinds = new Places<string>();
  const plans = new Places<BrowseData['plans'][number]>();
  const standings = standingsByYear(departments);
  const periods = periodsOf(departments.flatMap(({ projects }) => projects));
  const used = areasUsed(
    departments.flatMap(({ projects }) => projects),
    areas,
  );
  const rows = departments.flatMap(({ year, code, name, projects }) =>
    projects.map((project): BrowseRow => {
      const plan = periods.map(
        (period) => project.disbursementPlan.find((one) => one.period === period)?.stated.text ?? null,
      );
      const standing = standings.get(project);
      const own = new Set(project.indicators.map(kindKey));
      return [
        years.of(String(year), year),
        // A department may have another name and unit from one year to the next.
        units.of([code, name, project.unit].join(' '), [code, name, project.unit]),
        project.sequence,
        project.record,
        project.code === project.record ? null : project.code,
        project.name,
        TEXT_FIELDS.map((field) => project[field.name]),
        BUDGET_FIELDS.map((field) => amountOf(project.budget[field.name])),
        plans.of(JSON.stringify(plan), plan),
        [...own].map((key) => kinds.of(key, key)),
        notesOf(project),
        standing?.place ?? 0,
        standing?.share === undefined ? '' : toText(standing.share),
        used.indexOf(areaOf(project, areas)?.name ?? ''),
        project.evaluation === undefined ? null : evaluationOf(project.evaluation),
      ];
    }),
  );
  const lines = rows.flatMap(([, , , , , name, texts]) => [name, ...texts]);
  return {
    years: years.members,
    departments: units.members,
    kinds: kinds.members,
    areas: used,
    periods,
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

function evaluationOf(evaluation: Evaluation): BrowseEvaluation {
  const text = (value: Decimal | undefined) => (value === undefined ? '' : toText(value));
  return [text(rateOf(evaluation)), text(evaluation.total.value)];
}

/** In 万元 whatever unit the department states its amounts in. */
function amountOf({ text, value }: Stated<Decimal>): BrowseAmount {
  if (text === '') return text;
  if (value === undefined) return [text, null];
  const read = parseDecimal(text);
  return read !== undefined && equals(read, value) ? text : [text, toText(value)];
}
