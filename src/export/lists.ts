import { markdownBlocks } from '../files/markdown.ts';
import { bookOf } from '../model/book.ts';
import type { Department } from '../model/department.ts';
import { periodsOf, shareAt } from '../model/disbursement-plan.ts';
import { BUDGET_FIELDS, INDICATOR_FIELDS, TEXT_FIELDS } from '../model/form.ts';
import { indicatorColumns } from '../model/form-layout.ts';
import { numberGoals } from '../model/goals.ts';
import { indicatorText, type Indicator } from '../model/indicator.ts';
import type { Project } from '../model/project.ts';
import { isBlank, type Additional } from '../model/stated.ts';
import { LABELS as L, type Period } from '../model/terms.ts';
import type { CellHelp } from '../office/cell-help.ts';
import { MOST_CHARACTERS, type Sheet, type SheetCell } from '../office/sheet.ts';
import type { Look } from '../office/sheet-looks.ts';
import { sheetName } from './sheet-name.ts';

/** A column of a list: its label, its width in characters, and what it holds of a row. */
export interface ListColumn<Row> extends Pick<CellHelp, 'choices'> {
  readonly label: string;
  readonly width: number;
  readonly text: (row: Row) => string;
  readonly kind?: 'code' | 'figure' | 'number';
  /** The sheet to which it leads. */
  readonly to?: (row: Row) => string;
  /** What is to be known of it, where it is filled in. */
  readonly note?: string | undefined;
}

/** The label of the column that leads to a form. A list that has it repeats what the forms say: no import reads it. */
const SHEET = '所在工作表';

/** The sheets before the forms: contents, explanation, overall goals, and lists to be filtered. */
export function listsOf(department: Department): readonly Sheet[] {
  const { projects, unit, overallGoals } = department;
  const book = bookOf(department);
  const used = BUDGET_FIELDS.filter(
    (field) => !('optional' in field) || projects.some(({ budget }) => !isBlank(budget[field.name])),
  );
  const amounts = amountColumns(used, `（${unit}）`);
  const rows = projects.flatMap((project) => project.indicators.map((row) => ({ ...project, row })));
  const { fields, labels } = indicatorColumns(projects.flatMap(({ indicators }) => indicators));
  return [
    list('目录', [...NAMING, ...amounts.slice(0, 1)], projects, [
      { text: `${String(department.year)}年预算项目绩效目标目录`, look: { bold: true, size: 16 } },
      ...[`部门编码：${department.code}`, `部门名称：${department.name}`, `金额单位：${unit}`].map(
        (text) => ({
          ...{ text, look: {} },
        }),
      ),
    ]),
    lines('说明', explanations(department)),
    ...(book.goals === undefined
      ? []
      : [
          lines('整体绩效目标', [
            { text: '部门整体绩效目标', look: { bold: true, size: 16 } },
            ...markdownBlocks(overallGoals).map(({ level, marker, text }) => ({
              ...{ text: marker + text, look: level > 0 ? { bold: true } : {} },
            })),
          ]),
        ]),
    list(
      '项目一览',
      [
        ...NAMING,
        ...amounts,
        ...textColumns(periodsOf(projects)),
        ...(projects.some(({ additional }) => additional.length > 0)
          ? [{ label: L.additional, width: 40, text: (project: Project) => pairs(project.additional) }]
          : []),
      ],
      projects,
    ),
    list(
      '指标一览',
      [
        ...NAMING,
        ...levelColumns(fields),
        ...(labels.length === 0
          ? []
          : [
              {
                label: L.additional,
                width: 26,
                text: ({ row }: (typeof rows)[number]) => pairs(row.additional),
              },
            ]),
      ],
      rows,
    ),
  ];
}

/** What names a project in a list. */
export const CODE_AND_NAME: readonly ListColumn<Project>[] = [
  { label: L.code, width: 25, kind: 'code', text: ({ code }) => code },
  { label: L.name, width: 36, text: ({ name }) => name },
];

/** Amounts, each label with what is said of their unit. */
export const amountColumns = (
  fields: readonly (typeof BUDGET_FIELDS)[number][],
  unit: string,
): readonly ListColumn<Project>[] =>
  fields.map(({ name, label }) => ({
    ...{ label: `${label}${unit}`, width: 16, kind: 'figure', text: ({ budget }) => budget[name].text },
  }));

/** What a project says besides its amounts and indicators. */
export const textColumns = (periods: readonly Period[]): readonly ListColumn<Project>[] => [
  ...TEXT_FIELDS.map(({ name, label }) => ({ label, width: 40, text: (project: Project) => project[name] })),
  ...periods.map((period): ListColumn<Project> => ({
    ...{ label: period, width: 10, kind: 'figure' },
    text: (one) => shareAt(one.disbursementPlan, period).text,
  })),
  { label: L.goals, width: 60, text: ({ goals }) => numberGoals(goals) },
];

/** A row of indicators and its project. */
export type IndicatorOfProject = Project & { readonly row: Indicator };

/** The levels and texts of an indicator. */
export const levelColumns = (
  fields: readonly (typeof INDICATOR_FIELDS)[number][],
): readonly ListColumn<IndicatorOfProject>[] => [
  { label: L.category, width: 12, text: ({ row }) => row.category },
  ...fields.map(({ name, label }) => ({
    ...{ label, width: name === 'kind' ? 18 : 30 },
    text: ({ row }: IndicatorOfProject) => indicatorText(row, name),
  })),
];

const NAMING: readonly ListColumn<Project>[] = [
  { label: L.sequence, width: 7, kind: 'number', text: ({ sequence }) => String(sequence) },
  ...CODE_AND_NAME,
  { label: SHEET, width: 13, text: ({ sequence }) => `第${String(sequence)}张表`, to: sheetName },
];

const pairs = (additional: readonly Additional[]) =>
  additional.map(({ label, text }) => `${label}：${text}`).join('\n');

const HEADING: Look = { ruled: true, shaded: true, bold: true, align: 'center' };
const LOOKS: Readonly<Record<'text' | 'code' | 'figure' | 'number' | 'link', Look>> = {
  text: { ruled: true },
  code: { ruled: true, format: '@' },
  figure: { ruled: true, align: 'right' },
  number: { ruled: true, align: 'center' },
  link: { ruled: true, isLink: true, align: 'center' },
};

export function list<Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
  above: readonly { readonly text: string; readonly look: Look }[] = [],
): Sheet {
  const single = { rows: 1, columns: 1 };
  const header = above.length;
  return {
    name,
    widths: columns.map(({ width }) => width),
    cells: [
      ...above.map((line, row): SheetCell => ({ ...line, row, column: 0, rows: 1, columns: columns.length })),
      ...columns.map(({ label, note }, column): SheetCell => ({
        ...{ ...single, text: label, row: header, column, note },
        look: HEADING,
      })),
      ...rows.flatMap((row, place) =>
        columns.map(({ text, kind, to, choices }, column): SheetCell => {
          const words = text(row);
          return {
            ...{ ...single, row: header + 1 + place, column, choices },
            text: words.length > MOST_CHARACTERS ? `文字过长，见“${SHEET}”` : words,
            look: LOOKS[to === undefined ? (kind ?? 'text') : 'link'],
            isFigure: kind === 'figure' || kind === 'number',
            ...(to === undefined ? {} : { to: to(row) }),
          };
        }),
      ),
    ],
    header: { rows: header + 1, filters: true },
    landscape: true,
  };
}

/** A sheet of one column, a paragraph a row. */
export function lines(name: string, texts: readonly { readonly text: string; readonly look: Look }[]): Sheet {
  return {
    name,
    widths: [72],
    cells: texts.map((line, row): SheetCell => ({ ...line, row, column: 0, rows: 1, columns: 1 })),
  };
}

function explanations({ name, year, unit }: Department) {
  return [
    { text: '说明', look: { bold: true, size: 16 } },
    ...[
      `本文件是${name}${String(year)}年的项目绩效目标表，按官方表格的式样排列，文字和数字照录原文。空白是原文没有列明，不是0。`,
      `金额单位是${unit}。支出计划是到各月底累计支出占预算数的比例。`,
      '“目录”列出全部项目，点“所在工作表”一栏，可以转到这个项目的表。每个项目一张工作表，名称以序号开头。',
      '“项目一览”“指标一览”把各表的内容排成清单，可以筛选、排序、求和。要改动，请改各项目的表：导入时只读各表，不读清单。',
      '项目编码存成文字。金额和比例存成数字，显示的位数与原文相同；原文不是数的，或超过15位数字、Excel存不下的，存成文字，不参加求和。',
    ].map((text) => ({ text, look: {} })),
  ];
}
