import { parseDecimal, percentageOf, type Decimal } from './decimal.ts';
import { readShare } from './disbursement-plan.ts';
import {
  EVALUATION_FIELDS,
  forEachField,
  RESULT_FIELDS,
  type CellKind,
  type EvaluationField,
  type ResultField,
} from './form.ts';
import type { Indicator } from './indicator.ts';
import { readAmount } from './money.ts';
import type { Project } from './project.ts';
import type { Stated } from './stated.ts';
import { readTarget, targetKey, type Target } from './target.ts';
import type { MoneyUnit } from './money-unit.ts';

/** 自评: what a later document says was spent and achieved. Amounts have values in 万元, words have none. */
export interface Evaluation extends Readonly<Record<EvaluationField, Stated<Decimal>>> {
  /** In the document's order. */
  readonly results: readonly Result[];
}

/** What was achieved of one indicator, as the document says. */
export interface Result extends Readonly<Record<Exclude<ResultField, 'achieved'>, Stated<Decimal>>> {
  /** 实际完成值, read as a target is. */
  readonly achieved: Target;
  /** Its place in the document's order, from 1: its place in the content file. */
  readonly place: number;
}

/** The texts of an evaluation as a file holds them. */
export type EvaluationTexts = Readonly<Record<EvaluationField, string>> & {
  readonly results: readonly Readonly<Record<ResultField, string>>[];
};

/** Reads the texts of an evaluation; a cell that cannot be read keeps its text. */
export function readEvaluation(texts: EvaluationTexts, unit: MoneyUnit): Evaluation {
  return {
    ...forEachField(EVALUATION_FIELDS, ({ name, kind }) => readCell(texts[name], kind, unit)),
    results: texts.results.map((own, index) => ({
      ...forEachField(RESULT_FIELDS, ({ name, kind }) => readCell(own[name], kind, unit)),
      achieved: readTarget(own.achieved),
      place: index + 1,
    })),
  };
}

function readCell(text: string, kind: CellKind, unit: MoneyUnit): Stated<Decimal> {
  if (kind === 'amount') return readAmount(text, unit);
  if (kind === 'share') return readShare(text);
  return kind === 'score' ? readScore(text) : { text };
}

/** Reads points: a decimal number, not negative, of at most four places. */
export function readScore(text: string): Stated<Decimal> {
  const value = /^\d{1,6}(\.\d{1,4})?$/.test(text) ? parseDecimal(text) : undefined;
  return value === undefined ? { text } : { text, value };
}

/** 执行率 by the figures: what was spent of the year's budget, in percent with two places. */
export function executionOf({ spent, allocated }: Evaluation): Decimal | undefined {
  if (spent.value === undefined || allocated.value === undefined) return undefined;
  return percentageOf(spent.value, allocated.value, 2);
}

/** 执行率 as it is stated, else by the figures. */
export const rateOf = (evaluation: Evaluation): Decimal | undefined =>
  evaluation.rate.text === '' ? executionOf(evaluation) : evaluation.rate.value;

/** Whether one of these projects has a published self-evaluation. */
export const hasEvaluations = (projects: readonly Pick<Project, 'evaluation'>[]): boolean =>
  projects.some(({ evaluation }) => evaluation !== undefined);

/** Why a result stands beside no row: none is so named, several are, or another result has the row already. */
export type Untied = 'unknown' | 'ambiguous' | 'taken';

/** Which result answers which row. */
export interface Answers {
  readonly byRow: ReadonlyMap<Indicator, Result>;
  readonly untied: ReadonlyMap<Result, Untied>;
}

/** Asked for each row; the rows that they are of belong to what is known. */
const known = new WeakMap<Evaluation, Answers & { readonly indicators: readonly Indicator[] }>();

/**
 * Sets each result beside the row that it names, wherever the row stands: by 三级指标, and where several have it, by the
 * levels and the target that the result states. Rows that say the same in all of these are answered in their order, if
 * there is a result for each.
 */
export function answersOf({ indicators, evaluation }: Pick<Project, 'indicators' | 'evaluation'>): Answers {
  if (evaluation === undefined) return NO_ANSWERS;
  const before = known.get(evaluation);
  if (before?.indicators === indicators) return before;
  const answers = { ...tie(indicators, evaluation.results), indicators };
  known.set(evaluation, answers);
  return answers;
}

const NO_ANSWERS: Answers = { byRow: new Map(), untied: new Map() };

function tie(indicators: readonly Indicator[], results: readonly Result[]): Answers {
  const byRow = new Map<Indicator, Result>();
  const untied = new Map<Result, Untied>();
  const byName = groupBy(indicators, ({ name }) => plain(name));
  const alike = groupBy(results, (result) =>
    JSON.stringify([result.category, result.kind, result.name, result.target].map(({ text }) => plain(text))),
  );
  for (const same of alike.values()) {
    const [first] = same;
    const rows = first === undefined ? [] : rowsNamed(byName.get(plain(first.name.text)) ?? [], first);
    for (const [place, result] of same.entries()) {
      const row = rows.length === 1 || rows.length === same.length ? rows[place] : undefined;
      if (rows.length === 0) untied.set(result, 'unknown');
      else if (row === undefined) untied.set(result, rows.length === 1 ? 'taken' : 'ambiguous');
      else if (byRow.has(row)) untied.set(result, 'taken');
      else byRow.set(row, result);
    }
  }
  return { byRow, untied };
}

/** The rows of a name that a result may mean; its target parts them only where nothing else does. */
function rowsNamed(named: readonly Indicator[], { category, kind, target }: Result): readonly Indicator[] {
  const rows = named.filter(
    (row) =>
      (category.text === '' || row.category === category.text) &&
      (kind.text === '' || plain(row.kind) === plain(kind.text)),
  );
  if (rows.length < 2 || target.text === '') return rows;
  const wanted = targetKey(readTarget(target.text));
  const same = rows.filter((row) => targetKey(row.target) === wanted);
  return same.length === 0 ? rows : same;
}

/** Documents break a name into lines where their columns are narrow. */
const plain = (text: string): string => text.replace(/\s/g, '');

function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [value]);
    else own.push(value);
  }
  return groups;
}
