import {
  BUDGET_FIELDS,
  INDICATOR_FIELDS,
  PROJECT_FIELDS,
  TEXT_FIELDS,
  type FormField,
} from '../model/form.ts';
import { labelKey } from '../model/form-words.ts';
import type { CellHelp, Choices } from '../office/cell-help.ts';
import type { FormCell, FormLayout } from '../model/form-layout.ts';
import { CATEGORIES, KINDS, LABELS as L } from '../model/terms.ts';
import { MONEY_UNITS } from '../model/money-unit.ts';

export const UNIT_CHOICES: Choices = { label: L.unit, values: MONEY_UNITS, others: 'odd' };
export const CATEGORY_CHOICES: Choices = { label: L.category, values: CATEGORIES, others: 'odd' };
export const kindChoices = (values: readonly string[]): Choices => ({
  ...{ label: L.kind, values, others: 'allowed' },
});
/** The signs with which most targets begin, and which few keyboards have. */
export const COMPARATORS: Choices = {
  label: L.target,
  values: ['≥', '≤', '＞', '＜', '＝'],
  others: 'usual',
};

/** What is to be known of a field where it stands in a blank form, beside its explanation. */
const ON_FORM: Readonly<Record<string, string>> = {
  [L.goals]: '有几条的，一条一行，前面写“1.”“2.”。',
  [L.disbursementPlan]: '写成“50%”，没有列明的留空。',
  [L.target]: `比较符号可以从这里复制：${COMPARATORS.values.join(' ')}`,
};

/** What is to be known of a label of the form, by its words. */
const NOTES: ReadonlyMap<string, string> = new Map([
  ...([...PROJECT_FIELDS, ...BUDGET_FIELDS, ...INDICATOR_FIELDS] as readonly FormField[]).map(
    ({ label, explanation }) => [labelKey(label), explanation + (ON_FORM[label] ?? '')] as const,
  ),
  ...(
    [
      [
        `${L.budget}及${TEXT_FIELDS[0]?.label ?? ''}`,
        `上面填金额，下面填${TEXT_FIELDS[0]?.explanation ?? ''}`,
      ],
      [L.category, `一级指标：${CATEGORIES.join('、')}。表上没有的一级指标，整组空着。`],
      [L.departmentCode, '部门（预算单位）编码，3到20位数字或字母。'],
      [L.departmentName, '部门（预算单位）的全称。'],
      [L.year, '预算年度，四位数字，例如2023。'],
      [L.unit, `各张表里金额的单位：${MONEY_UNITS.join('、')}。一个部门一年只用一种。`],
    ] as const
  ).map(([label, note]) => [labelKey(label), note] as const),
]);

export const noteOf = (label: string): string | undefined => NOTES.get(labelKey(label));

/** How many lines a text of the head has to be filled in, and a text of an indicator. */
const [LINES_OF_TEXT, LINES_OF_ROW] = [3, 2];

/** A cell to fill in, or a label with its note. */
export function withHelp<Cell extends FormCell>(cell: Cell, leastLines = 1): Cell & CellHelp {
  const isLabel = cell.kind === 'label' || cell.kind === 'heading';
  if (isLabel && cell.text !== '') return { ...cell, note: noteOf(cell.text) };
  // A box of the form's own, of which the label too is filled in.
  return { ...cell, isText: true, leastLines, ...(isLabel ? { note: noteOf(L.additional) } : {}) };
}

/** A blank form in which each label explains itself, and levels can be picked. */
export function formWithHelp({ head, labels, groups, ...layout }: FormLayout): FormLayout {
  return {
    ...layout,
    head: head.map((row) =>
      row.map((cell) =>
        withHelp(
          cell,
          (cell.kind === 'lines' && row[0]?.text !== '') || row.length === 1 ? LINES_OF_TEXT : 1,
        ),
      ),
    ),
    labels: labels.map((cell) => withHelp(cell)),
    groups: groups.map((rows) =>
      rows.map((row, place) =>
        row.map((cell, column) => {
          if (cell.kind === 'label') return { ...cell, choices: CATEGORY_CHOICES };
          const choices = choicesUnder(labels[place === 0 ? column : column + 1], rows[0]?.[0]);
          return { ...withHelp(cell, LINES_OF_ROW), choices };
        }),
      ),
    ),
  };
}

function choicesUnder(label: FormCell | undefined, category: FormCell | undefined): Choices | undefined {
  if (label?.text === L.target) return COMPARATORS;
  const own = CATEGORIES.find((one) => one === category?.text);
  return label?.text === L.kind && own !== undefined ? kindChoices(KINDS[own]) : undefined;
}
