import { parseDecimal, toNumber, type Decimal } from '../model/decimal.ts';
import { readShare, type DisbursementPlan } from '../model/disbursement-plan.ts';
import { BUDGET_FIELDS, forEachField, TEXT_FIELDS, type TextField } from '../model/form.ts';
import { fundsKindOf } from '../model/funds-kind.ts';
import { planPatternOf } from '../model/plan-pattern.ts';
import { projectId, type Budget, type ProjectKey } from '../model/project.ts';
import type { Stated } from '../model/stated.ts';
import type { Period } from '../model/terms.ts';
import { foldText } from '../search/exact-match.ts';
import { projectAddress } from '../site/addresses.ts';
import type { ProjectRow } from '../views/project-columns.ts';
import type { BrowseAmount, BrowseData } from './browse-data.ts';

/** What projects can be filtered by, besides words and amounts; the names stand in the address. */
export const FACETS = ['year', 'department', 'area', 'plan', 'funds', 'kind', 'notes', 'results'] as const;
export type Facet = (typeof FACETS)[number];

/** For each facet, the choices under which a project is found, or that a reader has chosen. */
export type Choices = Readonly<Record<Facet, readonly string[]>>;

/** A project as the list of all projects knows it; its standing is that by budget in its year. */
export interface ListedProject extends ProjectRow, ProjectKey, Readonly<Record<TextField, string>> {
  readonly year: number;
  readonly sequence: number;
  readonly code: string;
  readonly budget: Budget;
  readonly notes: number;
  readonly choices: Choices;
  /** The area in which the site has it; '' where it has none. */
  readonly area: string;
  /** Code, name and texts as words are looked for in them. */
  readonly folded: string;
  /** The budget for filtering and sorting, never for sums; undefined where not known. */
  readonly amount: number | undefined;
}

/** The projects of the data file, in its order. */
export function readBrowseData({
  years,
  departments,
  kinds,
  areas,
  periods,
  plans,
  rows,
}: BrowseData): readonly ListedProject[] {
  const readPlans = plans.map((texts) => {
    const plan = planOf(periods, texts);
    return { plan, pattern: planPatternOf(plan) };
  });
  return rows.map((row) => {
    const [yearPlace, departmentPlace, sequence, record, own, name, texts, amounts, ...rest] = row;
    const [planPlace, kindPlaces, notes, place, share, areaPlace, evaluation] = rest;
    const area = areas[areaPlace] ?? '';
    const code = own ?? record;
    const year = years[yearPlace] ?? 0;
    const [departmentCode, departmentName, unit] = departments[departmentPlace] ?? ['', '', '万元'];
    const budget = forEachField(BUDGET_FIELDS, (_, column) => readAmount(amounts[column] ?? ''));
    const read = readPlans[planPlace];
    if (read === undefined) throw new Error(`There is no plan ${planPlace} for ${record}.`);
    return {
      ...forEachField(TEXT_FIELDS, (_, column) => texts[column] ?? ''),
      key: projectId({ year, departmentCode, record }),
      href: projectAddress({ year, departmentCode, record }),
      year,
      departmentCode,
      departmentName,
      unit,
      sequence,
      record,
      code,
      name,
      budget,
      disbursementPlan: read.plan,
      notes,
      area,
      results:
        evaluation === null
          ? undefined
          : { rate: parseDecimal(evaluation[0]), score: parseDecimal(evaluation[1]) },
      standing: place === 0 ? undefined : { place, share: parseDecimal(share) },
      choices: {
        year: [String(year)],
        department: [departmentCode],
        area: [area],
        plan: [read.pattern],
        funds: [fundsKindOf(budget)],
        kind: kindPlaces.flatMap((kind) => kinds[kind] ?? []),
        notes: [notes > 0 ? 'with' : 'without'],
        results: [evaluation === null ? 'without' : 'with'],
      },
      // A line break parts them: no word runs from one into the next.
      folded: [code, name, ...texts].map(foldText).join('\n'),
      amount: budget.total.value === undefined ? undefined : toNumber(budget.total.value),
    };
  });
}

/** A plan as the file has it, with the month-ends of its form. */
function planOf(periods: readonly Period[], texts: BrowseData['plans'][number]): DisbursementPlan {
  return periods.flatMap((period, index) => {
    const text = texts[index] ?? null;
    return text === null ? [] : [{ period, stated: readShare(text) }];
  });
}

/** An amount of the file; values may have more places than a form allows, because units were converted. */
function readAmount(amount: BrowseAmount): Stated<Decimal> {
  const [text, wan] = typeof amount === 'string' ? [amount, amount] : amount;
  const value = wan === null ? undefined : parseDecimal(wan);
  return value === undefined ? { text } : { text, value };
}
