import { parseDecimal, toNumber, type Decimal } from '../model/decimal.ts';
import { readShare, type DisbursementPlan } from '../model/disbursement-plan.ts';
import { fundsKindOf } from '../model/funds-kind.ts';
import { planPatternOf } from '../model/plan-pattern.ts';
import type { Budget } from '../model/project.ts';
import type { Stated } from '../model/stated.ts';
import { foldText } from '../search/exact-match.ts';
import type { BrowseData } from './browse-data.ts';

/** What projects can be filtered by, besides words and amounts; the names stand in the address. */
export const FACETS = ['year', 'department', 'plan', 'funds', 'kind', 'notes'] as const;
export type Facet = (typeof FACETS)[number];

/** For each facet, the choices under which a project is found, or that a reader has chosen. */
export type Choices = Readonly<Record<Facet, readonly string[]>>;

/** A project as the table of all projects knows it. */
export interface ListedProject {
  readonly year: number;
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly sequence: number;
  readonly code: string;
  readonly record: string;
  readonly name: string;
  readonly purpose: string;
  readonly budget: Budget;
  readonly disbursementPlan: DisbursementPlan;
  readonly notes: number;
  /** Rank by budget in its year; undefined without a budget. */
  readonly place: number | undefined;
  readonly share: Decimal | undefined;
  readonly choices: Choices;
  /** Code, name and purpose as words are looked for in them. */
  readonly folded: string;
  /** The budget for filtering and sorting, never for sums; undefined where not stated. */
  readonly amount: number | undefined;
}

/** The projects of the data file, in its order. */
export function readBrowseData({
  years,
  departments,
  kinds,
  plans,
  rows,
}: BrowseData): readonly ListedProject[] {
  const readPlans = plans.map((own) => {
    const plan = own.map(([period, text]) => ({ period, stated: readShare(text) }));
    return { plan, pattern: planPatternOf(plan) };
  });
  return rows.map((row) => {
    const [yearPlace, departmentPlace, sequence, code, name, purpose, total, fiscal, other, ...rest] = row;
    const [carriedOver, record, planPlace, own, notes, place, share] = rest;
    const year = years[yearPlace] ?? 0;
    const [departmentCode, departmentName] = departments[departmentPlace] ?? ['', ''];
    const budget = {
      total: readWan(total),
      fiscal: readWan(fiscal),
      other: readWan(other),
      carriedOver: readWan(carriedOver),
    };
    const read = readPlans[planPlace];
    if (read === undefined) throw new Error(`There is no plan ${planPlace} for ${code}.`);
    return {
      year,
      departmentCode,
      departmentName,
      sequence,
      code,
      record,
      name,
      purpose,
      budget,
      disbursementPlan: read.plan,
      notes,
      place: place === 0 ? undefined : place,
      share: parseDecimal(share),
      choices: {
        year: [String(year)],
        department: [departmentCode],
        plan: [read.pattern],
        funds: [fundsKindOf(budget)],
        kind: own.flatMap((kind) => kinds[kind] ?? []),
        notes: [notes > 0 ? 'with' : 'without'],
      },
      // A line break parts them: no word runs from one into the next.
      folded: [code, name, purpose].map(foldText).join('\n'),
      amount: budget.total.value === undefined ? undefined : toNumber(budget.total.value),
    };
  });
}

/** An amount of the file; values may have more places than a form allows, because units were converted. */
function readWan(text: string): Stated<Decimal> {
  const value = parseDecimal(text);
  return value === undefined ? { text } : { text, value };
}
