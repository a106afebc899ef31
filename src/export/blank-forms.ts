import { formLayout, type FormCell } from '../model/form-layout.ts';
import { BUDGET_FIELDS, forEachField, TEXT_FIELDS } from '../model/form.ts';
import { numberIndicators } from '../model/indicator.ts';
import { readAmount } from '../model/money.ts';
import { NOTHING_ADDED, type Project } from '../model/project.ts';
import { CATEGORIES, KINDS, LABELS as L, type Category, type Period } from '../model/terms.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import { allowedInNames } from './chosen-forms.ts';
import { formWithHelp, UNIT_CHOICES, withHelp } from './cell-help.ts';
import type { CellHelp } from '../office/cell-help.ts';

/** The blank forms that a department is given to fill in; what is not known of it is filled in too. */
export interface BlankForms {
  readonly year: number | undefined;
  /** '' where it is not known. */
  readonly code: string;
  readonly name: string;
  readonly unit: MoneyUnit | undefined;
  /** The month-ends of the plan. */
  readonly periods: readonly Period[];
  /** How many forms there are. */
  readonly projects: number;
}

/** Rows for each second level of a first one. */
const ROWS: Readonly<Record<Category, number>> = { 成本指标: 1, 产出指标: 2, 效益指标: 2, 满意度指标: 3 };
/** Boxes with a label of the form's own. */
const OWN_BOXES = 2;

/** A project of which nothing is known. */
export function blankProject({ periods }: Pick<BlankForms, 'periods'>): Project {
  const row = { name: '', description: '', target: '', basis: '' };
  return {
    ...{ year: 0, departmentCode: '', record: '', sequence: 1, code: '', name: '', unit: '万元' },
    budget: forEachField(BUDGET_FIELDS, () => readAmount('', '万元')),
    ...forEachField(TEXT_FIELDS, () => ''),
    disbursementPlan: periods.map((period) => ({ period, stated: { text: '' } })),
    goals: [],
    indicators: numberIndicators(
      Object.fromEntries(
        CATEGORIES.map((category) => [
          category,
          KINDS[category].flatMap((kind) => Array.from({ length: ROWS[category] }, () => ({ ...row, kind }))),
        ]),
      ),
    ),
    additional: Array.from({ length: OWN_BOXES }, () => ({ label: '', text: '' })),
    ...NOTHING_ADDED,
  };
}

/** The title of a form, which does not name its project yet. */
export const BLANK_TITLE = '项目绩效目标表';

/** A form to fill in, without department and unit above it: those of all forms are {@link departmentRows}. */
export const blankForm = (forms: BlankForms) => ({
  ...formWithHelp(formLayout(blankProject(forms), { code: '', name: '', unit: '万元' }, true)),
  ...{ title: BLANK_TITLE, above: [] },
});

/** The department, its year and unit, once before all forms, in as many columns as a form has. */
export function departmentRows(
  { year, code, name, unit }: BlankForms,
  columns: number,
): readonly (readonly (FormCell & CellHelp)[])[] {
  const facts = [
    [L.departmentCode, code, 1, 9],
    [L.departmentName, name, 3, columns - 12],
    [L.year, year === undefined ? '' : String(year), 1, 9],
    [L.unit, unit ?? '', 3, columns - 12],
  ] as const;
  const cells = facts.map(([label, value, width, room]) => [
    withHelp({ kind: 'label' as const, text: label, columns: width, rows: 1 }),
    {
      ...withHelp({ kind: 'word' as const, text: value, columns: room, rows: 1 }),
      ...(label === L.unit ? { choices: UNIT_CHOICES } : {}),
    },
  ]);
  return [cells.slice(0, 2).flat(), cells.slice(2).flat()];
}

/**
 * The name of the file of blank forms, without an ending.
 *
 * @example 313001示例局2023年项目绩效目标表（空白）
 */
export function nameOfBlankForms({ year, code, name }: BlankForms): string {
  return `${code}${allowedInNames(name)}${year === undefined ? '' : `${String(year)}年`}${BLANK_TITLE}（空白）`;
}
