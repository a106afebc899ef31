import { toText } from '../../model/decimal.ts';
import { INDICATOR_FIELDS } from '../../model/form.ts';
import { indicatorText, type Indicator } from '../../model/indicator.ts';
import { TARGET_TYPES, targetTypeOf } from '../../model/indicator-catalogue.ts';
import { COMPARATORS } from '../../model/target-quantity.ts';
import { CATEGORIES, LABELS as L } from '../../model/terms.ts';
import { count, formText, pageColumn, pairsText, projectPath, projectRows } from '../columns.ts';
import { PROJECT_COLUMNS, PROJECT_KEY, PROJECT_NAME, type ProjectRow } from '../columns.ts';
import { tableOf, type ColumnOf } from '../table.ts';

interface IndicatorRow extends ProjectRow {
  readonly indicator: Indicator;
}

/** What the target says, as far as the program can read it. */
const READING: readonly ColumnOf<IndicatorRow>[] = [
  {
    name: 'targetType',
    header: '指标值的写法',
    type: 'text',
    description: '程序把指标值读成什么；后面几栏是读出来的，以原文为准。',
    example: '数',
    required: true,
    values: TARGET_TYPES,
    valueOf: ({ indicator }) => targetTypeOf(indicator.target.reading),
  },
  {
    name: 'comparator',
    header: '符号',
    type: 'text',
    description: '指标值是至少、至多还是等于这个数（或这一天）；“控制在…以内”读成“≤”，没有写的读成“=”。',
    example: '≤',
    values: COMPARATORS,
    valueOf: ({ indicator: { target } }) =>
      'comparator' in target.reading ? target.reading.comparator : undefined,
  },
  {
    name: 'number',
    header: '数值',
    type: 'decimal',
    description: '指标值里的数，以“计量单位”一栏的单位计；写法不是“数”的为空白。',
    example: '190',
    valueOf: ({ indicator: { target } }) =>
      target.reading.type === 'quantity' ? toText(target.reading.number) : undefined,
  },
  ...(['low', 'high'] as const).map((end): ColumnOf<IndicatorRow> => ({
    name: end,
    header: end === 'low' ? '范围下限' : '范围上限',
    type: 'decimal',
    description: '写法是“范围”的指标值的一端，以“计量单位”一栏的单位计。',
    example: end === 'low' ? '3' : '5',
    valueOf: ({ indicator: { target } }) =>
      target.reading.type === 'range' ? toText(target.reading[end]) : undefined,
  })),
  {
    name: 'targetUnit',
    header: '计量单位',
    type: 'text',
    description: '指标值里数后面的单位；没有写的为空白。',
    example: '万元',
    valueOf: ({ indicator: { target } }) => ('unit' in target.reading ? target.reading.unit : undefined),
  },
];

/** Every row of every project's indicator table. */
export const INDICATORS = tableOf<IndicatorRow>({
  name: 'indicators',
  title: '绩效指标',
  description: '每条绩效指标一行，照官方表格的次序；指标值既照原文，又拆成符号、数和单位。',
  key: [...PROJECT_KEY, 'row'],
  references: [{ columns: PROJECT_KEY, table: 'projects' }],
  *recordsOf(departments) {
    for (const own of projectRows(departments)) {
      for (const indicator of own.project.indicators) yield { ...own, indicator };
    }
  },
  columns: [
    ...PROJECT_COLUMNS,
    PROJECT_NAME,
    {
      name: 'row',
      header: '行号',
      type: 'integer',
      description: '在项目的指标表里是第几行，从1开始；也是网页上的位置（#indicator-1）。',
      example: '1',
      required: true,
      valueOf: ({ indicator }) => count(indicator.row),
    },
    {
      name: 'category',
      header: L.category,
      type: 'text',
      description: '官方表格的“一级指标”。',
      example: '产出指标',
      required: true,
      values: CATEGORIES,
      valueOf: ({ indicator }) => indicator.category,
    },
    ...INDICATOR_FIELDS.map((field): ColumnOf<IndicatorRow> => ({
      ...formText(field),
      valueOf: ({ indicator }) => indicatorText(indicator, field.name),
    })),
    ...READING,
    {
      name: 'additional',
      header: L.additional,
      type: 'text',
      description: '这一行在官方表格里另外的栏目，写成“栏名：原文”，一栏一行。',
      example: '上年指标值：≥90%',
      valueOf: ({ indicator }) => pairsText(indicator.additional),
    },
    pageColumn(({ project, indicator }) => `${projectPath(project)}#indicator-${count(indicator.row)}`),
  ],
});
