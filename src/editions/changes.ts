import { compare, percentageOf, subtract, type Decimal } from '../model/decimal.ts';
import { periodsOf, shareAt } from '../model/disbursement-plan.ts';
import { BUDGET_FIELDS, INDICATOR_FIELDS, TEXT_FIELDS, type BudgetField } from '../model/form.ts';
import { indicatorText, type Indicator } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import type { Stated } from '../model/stated.ts';
import { LABELS as L, NOT_STATED } from '../model/terms.ts';
import { amount, countWords, shareWords, amountCell, words, type Words } from '../model/words.ts';
import type { Aligned, Row } from './align.ts';

/** What is otherwise in an edition than in the one before it, each a sentence without its full stop. */
export interface YearChanges {
  readonly year: number;
  /** The year of the edition before. */
  readonly since: number;
  readonly changes: readonly Words[];
}

/** The changes from each edition of a project to the next. */
export function changesOf(
  editions: readonly Project[],
  aligned: Aligned,
  departmentName: (project: Project) => string,
): readonly YearChanges[] {
  return editions.slice(1).map((now, index) => {
    const before = editions[index] ?? now;
    const named = (
      [
        [L.name, before.name, now.name],
        [L.code, before.code, now.code],
        [L.departmentCode, before.departmentCode, now.departmentCode],
        [L.departmentName, departmentName(before), departmentName(now)],
      ] as const
    ).map(([label, a, b]) => changed(label, a, b));
    return {
      year: now.year,
      since: before.year,
      changes: [
        ...named,
        ...budgetChanges(before, now),
        ...planChanges(before, now),
        ...TEXT_FIELDS.map(({ name, label }) => before[name] !== now[name] && [`${label}有改动`]),
        listChange(L.goals, '条', aligned.goals, index),
        ...rowChanges(aligned, [before, now], index),
        listChange(
          '表中其他内容',
          '栏',
          aligned.additional.map(({ row }) => row),
          index,
        ),
      ].filter((one) => one !== false && one !== undefined),
    };
  });
}

/**
 * How a budget differs from the one before it; undefined where it does not. What is not stated in one of the years has not
 * grown or shrunk.
 *
 * @example 由50.00万元变为80.00万元，增加30.00万元（60%）
 */
export function budgetChange(before: Project, now: Project, field: BudgetField = 'total'): Words | undefined {
  const [a, b] = [before.budget[field], now.budget[field]];
  if (a.value === undefined || b.value === undefined) {
    const said = ({ text, value }: Stated<Decimal>, { unit }: Project) =>
      value === undefined ? amountCell({ text }, unit) : amount(value);
    return a.text === b.text ? undefined : words`由${said(a, before)}变为${said(b, now)}，增减无从比较`;
  }
  const order = compare(b.value, a.value);
  if (order === 0) return undefined;
  const change = order > 0 ? subtract(b.value, a.value) : subtract(a.value, b.value);
  const share = percentageOf(change, a.value, 2);
  return words`由${amount(a.value)}变为${amount(b.value)}，${order > 0 ? '增加' : '减少'}${amount(change)}${share === undefined ? '' : `（${shareWords(share)}）`}`;
}

function budgetChanges(before: Project, now: Project): readonly (Words | undefined)[] {
  return BUDGET_FIELDS.map(({ name, label }) => {
    const isWhole = [before, now].every(({ budget }) => budget[name].text === budget.total.text);
    const change = name !== 'total' && isWhole ? undefined : budgetChange(before, now, name);
    return change && words`${label}${change}`;
  });
}

function planChanges(before: Project, now: Project): readonly (Words | undefined)[] {
  return periodsOf([before, now]).map((period) =>
    changed(
      `${L.disbursementPlan}“${period}”`,
      shareAt(before.disbursementPlan, period).text,
      shareAt(now.disbursementPlan, period).text,
    ),
  );
}

/** How many items of a list are new, otherwise worded and gone. */
function listChange<Item>(
  label: string,
  counter: string,
  rows: readonly Row<Item>[],
  place: number,
): Words | undefined {
  const count = (isOne: (a: Item | undefined, b: Item | undefined) => boolean) =>
    rows.filter((row) => isOne(row[place], row[place + 1])).length;
  const said = (
    [
      ['新增', count((a, b) => a === undefined && b !== undefined)],
      ['改动', count((a, b) => a !== undefined && b !== undefined && a !== b)],
      ['不再列', count((a, b) => a !== undefined && b === undefined)],
    ] as const
  ).filter(([, many]) => many > 0);
  if (said.length === 0) return undefined;
  return [`${label}${said.map(([word, many]) => `${word}${countWords(many)}${counter}`).join('，')}`];
}

function rowChanges(
  { categories }: Aligned,
  [before, now]: readonly [Project, Project],
  place: number,
): readonly (Words | undefined)[] {
  return categories.flatMap(({ rows }) =>
    rows.map((row): Words | undefined => {
      const [a, b] = [row[place], row[place + 1]];
      if (a === undefined) return b && [`新增指标${rowName(b, now)}，${L.target}${quoted(b.target.text)}`];
      if (b === undefined)
        return [`不再列指标${rowName(a, before)}，原来的${L.target}是${quoted(a.target.text)}`];
      const labels = changedFields(a, b);
      const rest = labels.filter((label) => label !== L.target && label !== L.indicatorName);
      const name = rowName(b, now);
      const said = [
        ...(a.name === b.name ? [] : [`指标${rowName(a, before)}改为${name}`]),
        ...(labels.includes(L.target)
          ? [`${name}的${L.target}由${quoted(a.target.text)}改为${quoted(b.target.text)}`]
          : []),
        ...(rest.length === 0 ? [] : [`${name}的${rest.join('、')}有改动`]),
      ];
      return said.length === 0 ? undefined : [said.join('，')];
    }),
  );
}

/** The labels of the columns in which two editions of a row differ. */
export function changedFields(a: Indicator, b: Indicator): readonly string[] {
  const isSame = JSON.stringify(a.additional) === JSON.stringify(b.additional);
  return [
    ...INDICATOR_FIELDS.filter(({ name }) => indicatorText(a, name) !== indicatorText(b, name)).map(
      ({ label }) => label,
    ),
    ...(isSame ? [] : [L.additional]),
  ];
}

/** A row's name; with its place where its form has another of the name. */
function rowName({ name, category, place }: Indicator, { indicators }: Project): string {
  const isDoubled = indicators.filter((other) => other.name === name).length > 1;
  return `“${shortened(name)}”${isDoubled ? `（${category}第${String(place)}行）` : ''}`;
}

function changed(label: string, before: string, after: string): Words | undefined {
  return before === after ? undefined : [`${label}由${quoted(before)}改为${quoted(after)}`];
}

const quoted = (text: string) => (text === '' ? NOT_STATED : `“${shortened(text)}”`);

/** Longer texts stand whole in the table. */
const MOST_QUOTED = 60;

const shortened = (text: string) => (text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text);
