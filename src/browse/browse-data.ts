import type { Period } from '../model/terms.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import type { EverydayIndex } from '../search/index-format.ts';

/** The data of `/projects/` as the build writes and the browser reads them: one file. */

/** Where the file lies, below the site's root. */
export const BROWSE_FILE = 'projects/projects.json';

/** `projects.json`. What repeats stands once and is named by its place, so that 10,000 rows stay small. */
export interface BrowseData {
  readonly years: readonly number[];
  /** Each with the unit in which it states its amounts; one that was renamed stands here more than once. */
  readonly departments: readonly (readonly [code: string, name: string, unit: MoneyUnit])[];
  /** Kinds of indicators as `kindKey` writes them. */
  readonly kinds: readonly string[];
  /** The areas that occur, in the site's order, 其他 last; empty where the site has none. */
  readonly areas: readonly string[];
  /** The month-ends that the forms have, in calendar order. */
  readonly periods: readonly Period[];
  /** The plans that occur: a text for each of the month-ends; '' for a blank, null where a form has no such box. */
  readonly plans: readonly (readonly (string | null)[])[];
  /** Traditional characters of which the rows have the simplified ones, and these. */
  readonly traditional: readonly [from: string, to: string];
  /** Everyday words with what the rows write for them. */
  readonly everyday: EverydayIndex;
  /** By year, latest first, then by department, then by 序号. */
  readonly rows: readonly BrowseRow[];
}

/**
 * An amount: its text, where that is the amount in 万元 (`190.00`; '' for a blank); otherwise its text with the exact
 * amount in 万元, or with null where it cannot be read.
 */
export type BrowseAmount = string | readonly [text: string, wan: string | null];

export type BrowseRow = readonly [
  /** Place in `years`. */
  year: number,
  /** Place in `departments`. */
  department: number,
  sequence: number,
  /** The name of its file, by which addresses name it. */
  record: string,
  /** As the document has it; null where it is the record's name. */
  code: string | null,
  name: string,
  /** The form's texts, such as 资金用途, in its order. */
  texts: readonly string[],
  /** The amounts under 预算规模, in the form's order. */
  amounts: readonly BrowseAmount[],
  /** Place in `plans`. */
  plan: number,
  /** Places in `kinds`. */
  kinds: readonly number[],
  /** How many data notes the project has. */
  notes: number,
  /** Its rank by budget in its year, equal budgets sharing one; 0 without a budget. */
  place: number,
  /** Its share of all budgets of its year in percent, two places; '' without. */
  share: string,
  /** Place in `areas`; -1 where the site has none. */
  area: number,
  /** Null where no self-evaluation is published. */
  evaluation: BrowseEvaluation | null,
];

/** 执行率 in percent and 总分 of a self-evaluation, each '' where it is not stated or cannot be read. */
export type BrowseEvaluation = readonly [rate: string, score: string];

/** An indicator's first and second level as one key: `产出指标 · 数量指标`. Search names its parts so too. */
export function kindKey({ category, kind }: { readonly category: string; readonly kind: string }): string {
  return `${category} · ${kind}`;
}
