import type { Department } from './department.ts';
import { BUDGET_FIELDS, INDICATOR_FIELDS, TEXT_FIELDS, type IndicatorField } from './form.ts';
import { numberGoals } from './goals.ts';
import { indicatorText, type Indicator } from './indicator.ts';
import type { Project } from './project.ts';
import { isBlank } from './stated.ts';
import { CATEGORIES, LABELS as L, type Category } from './terms.ts';

/**
 * The official form of a project (项目绩效目标表) as it is handed in: the texts of the source and nothing else, a blank
 * left blank. The one description by which the page prints it and Word and Excel files are written.
 */
export interface FormLayout {
  /** `1.示例项目绩效目标表`. */
  readonly title: string;
  /** Department and unit, above the ruled table. */
  readonly above: readonly FormCell[];
  /** How many columns stand beside the first, which has the labels. */
  readonly columns: number;
  readonly head: readonly (readonly FormCell[])[];
  /** The table of indicators, which goes on below the head: its labels, and the rows of each first level. */
  readonly labels: readonly FormCell[];
  readonly groups: readonly (readonly (readonly FormCell[])[])[];
}

/**
 * What a cell holds: the label beside or over values; a word; a text of several lines; an amount or share; what names
 * its row.
 */
export type FormCellKind = 'label' | 'heading' | 'word' | 'lines' | 'amount' | 'share' | 'name';

export interface FormCell {
  readonly kind: FormCellKind;
  readonly text: string;
  /** How many columns and rows it takes. */
  readonly columns: number;
  readonly rows: number;
}

/** So many columns that any number of amounts and month-ends fits in. */
const COLUMNS = 24;
const LABEL = 3;
const CODE = 9;
const UNIT = 5;

/** The columns of an indicator's row, of all; the others share what is left. */
const WIDTHS: Readonly<Partial<Record<IndicatorField, number>>> = { kind: 4, target: 4, weight: 2 };

const cell = (kind: FormCellKind, text: string, columns = 1, rows = 1): FormCell => ({
  ...{ kind, text, columns, rows },
});

/** @param everyField whether boxes that not every form has stand there blank too, as in a form to fill in. */
export function formLayout(
  project: Project,
  department: Pick<Department, 'code' | 'name' | 'unit'>,
  everyField = false,
): FormLayout {
  const { fields, labels } = indicatorColumns(project.indicators, everyField);
  const columns = Math.max(COLUMNS, fields.length + labels.length);
  const widths = shareOut(columns, [
    ...fields.map(({ name }) => WIDTHS[name]),
    ...labels.map(() => undefined),
  ]);
  return {
    title: formTitle(project),
    above: [
      cell('word', `${department.code}${department.name}`, columns - UNIT + 1),
      cell('amount', `单位：${department.unit}`, UNIT),
    ],
    columns,
    head: headRows(project, columns, everyField),
    labels: [L.category, ...fields.map(({ label }) => label), ...labels].map((label, place) =>
      cell('heading', label, place === 0 ? 1 : widths[place - 1]),
    ),
    groups: formGroups(project.indicators).map(({ category, rows }) =>
      rows.map((row, index) => [
        ...(index === 0 ? [cell('label', category, 1, rows.length)] : []),
        ...fields.map(({ name }, place) =>
          cell(
            name === 'kind' ? 'word' : name === 'name' ? 'name' : 'lines',
            indicatorText(row, name),
            widths[place],
          ),
        ),
        ...labels.map((label, place) =>
          cell(
            'lines',
            row.additional.find((one) => one.label === label)?.text ?? '',
            widths[fields.length + place],
          ),
        ),
      ]),
    ),
  };
}

function headRows(project: Project, columns: number, everyField: boolean): FormLayout['head'] {
  const { budget, disbursementPlan: plan } = project;
  const amounts = BUDGET_FIELDS.filter(
    (field) => everyField || !('optional' in field) || !isBlank(budget[field.name]),
  );
  const [first, ...otherTexts] = TEXT_FIELDS;
  const amountWidths = shareOut(
    columns,
    amounts.map(() => undefined),
  );
  const planWidths = shareOut(
    columns,
    plan.map(() => undefined),
  );
  const texts = [
    ...otherTexts.map(({ name, label }) => ({ label, text: project[name] })),
    { label: L.goals, text: numberGoals(project.goals) },
    ...project.additional,
  ];
  return [
    [
      cell('label', L.code),
      cell('word', project.code, CODE),
      cell('label', L.name, LABEL),
      cell('word', project.name, columns - CODE - LABEL),
    ],
    [
      cell('label', `${L.budget}及${first?.label ?? ''}`, 1, 2),
      ...amounts.flatMap(({ name, label }, place) => [
        cell('label', place === 1 ? `其中：${label}` : label, LABEL),
        cell('amount', budget[name].text, (amountWidths[place] ?? 0) - LABEL),
      ]),
    ],
    [cell('lines', first ? project[first.name] : '', columns)],
    ...(plan.length === 0
      ? []
      : [
          [
            cell('label', `${L.disbursementPlan}（%）`, 1, 2),
            ...plan.map(({ period }, place) => cell('heading', period, planWidths[place])),
          ],
          plan.map(({ stated }, place) => cell('share', stated.text, planWidths[place])),
        ]),
    ...texts.map(({ label, text }) => [cell('label', label), cell('lines', text, columns)]),
  ];
}

/** Shares columns out among cells: some take so many, the others the same of what is left, the last one the rest. */
function shareOut(columns: number, wanted: readonly (number | undefined)[]): readonly number[] {
  const open = wanted.filter((width) => width === undefined).length;
  const left = columns - wanted.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  // Many columns of a form's own leave the usual widths no room.
  if (left < open)
    return shareOut(
      columns,
      wanted.map(() => undefined),
    );
  let given = 0;
  return wanted.map((width) => {
    if (width !== undefined) return width;
    given += 1;
    return given < open ? Math.floor(left / open) : left - Math.floor(left / open) * (open - 1);
  });
}

/** A row of more characters than these, or lines, may go on on the next sheet. */
const [MOST_CHARACTERS, MOST_LINES] = [600, 20];

/**
 * Whether a row of the head may go on on the next sheet: it has a long text, or a label beside it and a row that has.
 * The label's cell is as high as both rows, so that the row in which it begins cannot be kept whole either.
 */
export function mayBreak(rows: FormLayout['head'], place: number): boolean {
  const own = rows[place] ?? [];
  const beside = own.some((one) => one.rows > 1) ? (rows[place + 1] ?? []) : [];
  return [...own, ...beside].some(
    ({ text }) => text.length > MOST_CHARACTERS || text.split('\n').length > MOST_LINES,
  );
}

/** The rows under one first level, whose name stands in one merged cell beside them. */
export interface FormGroup {
  readonly category: Category;
  readonly rows: readonly Indicator[];
}

/**
 * The indicators as the form sets them: only the first level is one merged cell; the second is repeated in every
 * row, also where the row above has the same (as in the official document of 2022).
 */
export function formGroups(indicators: readonly Indicator[]): readonly FormGroup[] {
  return CATEGORIES.map((category) => ({
    category,
    rows: indicators.filter((row) => row.category === category),
  })).filter(({ rows }) => rows.length > 0);
}

/**
 * The columns of an indicator table beside the first level: the form's own, without those that not every form has
 * and no row fills, and the labels of what rows hold besides.
 */
export function indicatorColumns(indicators: readonly Indicator[], everyField = false) {
  const isUsed = (field: (typeof INDICATOR_FIELDS)[number]) =>
    everyField || !('optional' in field) || indicators.some((row) => indicatorText(row, field.name) !== '');
  return {
    fields: INDICATOR_FIELDS.filter(isUsed),
    labels: [...new Set(indicators.flatMap(({ additional }) => additional.map(({ label }) => label)))],
  };
}

/** The form's title above its table: its place in the document and the project's name. */
export function formTitle({ sequence, name }: { readonly sequence: number; readonly name: string }): string {
  return `${String(sequence)}.${name}绩效目标表`;
}
