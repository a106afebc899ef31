import type { Department, Source } from '../../model/department.ts';
import { BUDGET_FIELDS } from '../../model/form.ts';
import { LABELS as L } from '../../model/terms.ts';
import { totalsOf, type Totals } from '../../model/totals.ts';
import {
  count,
  DEPARTMENT_COLUMNS,
  exact,
  pageColumn,
  pairsText,
  UNIT,
  type DepartmentRow,
} from '../columns.ts';
import { mayBeBlank } from '../csv.ts';
import { tableOf, type ColumnOf } from '../table.ts';

interface TotalsRow extends DepartmentRow {
  readonly totals: Totals;
}

const SUMS = BUDGET_FIELDS.map(({ name, label }): ColumnOf<TotalsRow> => ({
  name: `${name}Wan`,
  header: mayBeBlank(`${label}合计（万元）`),
  type: 'decimal',
  unit: '万元',
  description: `各项目已列的${label}相加；空白表示没有项目列明，不是0。`,
  example: '4425.72',
  valueOf: ({ totals: { budget, parts } }) =>
    exact(name === 'total' ? budget : parts.find(({ field }) => field === name)?.amount),
}));

const stated = (
  name: string,
  header: string,
  description: string,
  valueOf: (department: Department) => string | undefined,
): ColumnOf<TotalsRow> => ({
  name,
  header,
  type: 'text',
  description: `${description}；空白表示不知道。`,
  valueOf: ({ department }) => valueOf(department),
});

const SOURCE = (
  [
    ['title', '来源标题', '官方文件的标题'],
    ['file', '来源文件', '官方文件的文件名，几份的用“、”隔开'],
    ['address', '来源网址', '官方文件公开时的网址'],
    ['approval', L.approval, '预算批复的文号'],
  ] as const satisfies readonly (readonly [Exclude<keyof Source, 'files'> | 'file', string, string])[]
).map(([name, header, description]) =>
  stated(`source${name.charAt(0).toUpperCase()}${name.slice(1)}`, header, description, ({ source }) =>
    name === 'file' ? source.files.join('、') || undefined : source[name],
  ),
);

/** Every department's year, a row each. */
export const DEPARTMENTS = tableOf<TotalsRow>({
  name: 'departments',
  title: '部门',
  description: '每个部门每个年度一行：项目数、各项金额的合计、数据的来源。',
  key: ['year', 'department'],
  references: [],
  *recordsOf(departments) {
    for (const department of departments) yield { department, totals: totalsOf(department.projects) };
  },
  columns: [
    ...DEPARTMENT_COLUMNS,
    { ...UNIT, description: '部门的官方文件所用的金额单位；本表的合计都已换算成万元。' },
    {
      name: 'projectCount',
      header: '项目（个）',
      type: 'integer',
      unit: '个',
      description: '有几个项目。',
      example: '40',
      required: true,
      valueOf: ({ totals }) => count(totals.projects),
    },
    {
      name: 'indicatorCount',
      header: '绩效指标（条）',
      type: 'integer',
      unit: '条',
      description: '各项目一共有几条绩效指标。',
      example: '316',
      required: true,
      valueOf: ({ totals }) => count(totals.indicators),
    },
    ...SUMS,
    {
      name: 'withoutBudgetCount',
      header: '未列预算数的项目（个）',
      type: 'integer',
      unit: '个',
      description: '预算数未列或不是数，因而不在合计里的项目有几个。',
      example: '0',
      required: true,
      valueOf: ({ totals }) => count(totals.withoutBudget.count),
    },
    ...SOURCE,
    {
      ...stated('sourcePublished', L.published, '官方文件公开的日期', ({ source }) => source.published),
      type: 'date',
    },
    stated('telephone', L.telephone, '部门的联系电话', ({ telephone }) => telephone),
    stated('postalAddress', L.postalAddress, '部门的地址', ({ postalAddress }) => postalAddress),
    {
      name: 'endedProjects',
      header: L.endedProjects,
      type: 'text',
      description:
        '部门说明的上一年度有、本年度不再有的项目，写成“项目编码：说明”，一个一行；空白表示没有说明。',
      valueOf: ({ department }) =>
        pairsText(department.endedProjects.map(({ code, reason }) => ({ label: code, text: reason }))),
    },
    {
      name: 'adjustedOn',
      header: '预算调整日期',
      type: 'date',
      description: '合计是哪一天的预算调整以后的；空白表示年度中间没有调整过。',
      example: '2022-07-15',
      valueOf: ({ department }) => department.adjustments?.at(-1)?.date,
    },
    {
      name: 'withdrawnProjects',
      header: '已撤销的项目',
      type: 'text',
      description:
        '公开以后撤销、因而不在各表和合计里的项目，写成“项目名称：日期，依据”，一个一行；空白表示没有。',
      example: '示例项目：2022-09-01，示例依据',
      valueOf: ({ department: { withdrawn = [] } }) =>
        withdrawn
          .map(({ name, withdrawal }) => `${name}：${withdrawal?.date ?? ''}，${withdrawal?.grounds ?? ''}`)
          .join('\n'),
    },
    {
      name: 'overallGoals',
      header: '总体绩效目标',
      type: 'text',
      description: '部门的总体绩效目标，照原文，是带标题和列表记号的Markdown；空白表示没有。',
      valueOf: ({ department }) => department.overallGoals,
    },
    pageColumn(({ department }) => `${count(department.year)}/${department.code}/`),
  ],
});
