import {
  BUDGET_FIELDS,
  EVALUATION_FIELDS,
  INDICATOR_FIELDS,
  PROJECT_FIELDS,
  RESULT_FIELDS,
  TEXT_FIELDS,
  type FormField,
} from '../../model/form.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { COMPARATORS } from '../../model/target-quantity.ts';
import { CATEGORIES, MONTH_ENDS } from '../../model/terms.ts';
import { MONEY_UNITS } from '../../model/money-unit.ts';
import type {
  EvaluationData,
  IndicatorData,
  NoteData,
  ProjectData,
  ReadingData,
  ResultData,
} from '../project-data.ts';

/** The JSON Schema of a project by itself; a text is '' where the form is blank. */

const text = (description: string) => ({ type: 'string', description });
const number = (description: string) => ({
  type: ['string', 'null'],
  pattern: String.raw`^-?\d+(?:\.\d+)?$`,
  description,
});
const whole = (description: string) => ({ type: 'integer', description });
const choice = (values: readonly string[], description: string) => ({
  type: 'string',
  enum: values,
  description,
});
const list = (items: object, description: string) => ({ type: 'array', items, description });

/** A group of which all keys are always there. */
const group = <Data>(
  properties: Readonly<Record<keyof Data, object>>,
  description: string,
  type: unknown = 'object',
) => ({
  type,
  description,
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const texts = (fields: readonly FormField[]) =>
  Object.fromEntries(fields.map(({ name, explanation }) => [name, text(explanation)]));

const explained = (name: (typeof PROJECT_FIELDS)[number]['name']): string =>
  PROJECT_FIELDS.find((field) => field.name === name)?.explanation ?? '';

const ADDITIONAL = list(
  group<{ label: string; text: string }>({ label: text('栏名。'), text: text('原文。') }, '一栏。'),
  explained('additional'),
);

const READING_TYPES = [
  'blank',
  'quantity',
  'range',
  'date',
  'time',
  'unit',
  'malformed',
  'text',
] as const satisfies readonly ReadingData['type'][];

const READING = {
  type: 'object',
  description: '程序把指标值读成什么，以原文为准；没有读出的不写。',
  properties: {
    type: choice(READING_TYPES, '写法：空白、数、范围、日期、时间、只有单位、写法有误、文字。'),
    comparator: choice(COMPARATORS, '符号。'),
    number: number('数。'),
    low: number('范围下限。'),
    high: number('范围上限。'),
    unit: text('计量单位。'),
    note: text('后面括号里的话。'),
    likely: text('有误的，大概是想写什么。'),
  },
  required: ['type'],
};

const AMOUNT = (label: string) =>
  group<{ text: string; wan: string }>(
    { text: text('原文，以 unit 的单位计。'), wan: number('准确换算成万元；读不成数的是null。') },
    label,
  );

const INDICATOR = group<IndicatorData>(
  {
    row: whole('在指标表里是第几行，从1开始。'),
    category: choice(CATEGORIES, '一级指标。'),
    reading: READING,
    ...(texts(INDICATOR_FIELDS) as Record<(typeof INDICATOR_FIELDS)[number]['name'], object>),
    additional: ADDITIONAL,
  },
  '一条绩效指标。',
);

const RESULT = group<ResultData>(
  {
    row: { type: ['integer', 'null'], description: '答的是指标表的第几行；目标表里没有这项指标的是null。' },
    ...(texts(RESULT_FIELDS) as Record<(typeof RESULT_FIELDS)[number]['name'], object>),
    outcome: {
      type: ['string', 'null'],
      enum: [...OUTCOMES, null],
      description: '本站拿目标和实际完成值比较的结果，不是自评表的话；没有目标的是null。',
    },
  },
  '一条结果。',
);

const NOTE = group<NoteData>(
  {
    location: text('值在表格的哪一格。'),
    message: text('核对时发现什么。'),
    explanation: { type: ['string', 'null'], description: '编辑的公开说明；没有的是null。' },
  },
  '一条数据说明。',
);

export const PROJECT_SCHEMA: object = group<ProjectData>(
  {
    year: whole('预算年度。'),
    department: group<ProjectData['department']>(
      { code: text('编码。'), name: text('名称。') },
      '部门（预算单位）。',
    ),
    record: text('项目在网址里的名称：项目编码，没有编码的是序号。'),
    sequence: whole('项目在官方文件里的序号。'),
    code: text('项目编码；官方文件没有的是空文字。'),
    name: text('项目名称。'),
    unit: choice(MONEY_UNITS, '金额原文的单位。'),
    budget: group(
      Object.fromEntries(BUDGET_FIELDS.map(({ name, label }) => [name, AMOUNT(label)])),
      explained('budget'),
    ),
    standing: group<NonNullable<ProjectData['standing']>>(
      {
        place: whole('按预算数从大到小排第几；相同的并列。'),
        shared: { type: 'boolean', description: '是否并列。' },
        of: whole('一共几个项目排名。'),
        share: number('占部门合计的百分比，两位小数；合计是0的是null。'),
      },
      '预算数在部门各项目里的位置；预算数未列的是null。',
      ['object', 'null'],
    ),
    ...(texts(TEXT_FIELDS) as Record<(typeof TEXT_FIELDS)[number]['name'], object>),
    disbursementPlan: list(
      group<ProjectData['disbursementPlan'][number]>(
        { period: choice(MONTH_ENDS, '到哪个月底。'), share: text('累计支出的比例，照原文；空白是未列。') },
        '一个月底。',
      ),
      explained('disbursementPlan'),
    ),
    goals: list(text('一条绩效目标。'), explained('goals')),
    indicators: list(INDICATOR, explained('indicators')),
    additional: ADDITIONAL,
    area: group<NonNullable<ProjectData['area']>>(
      {
        name: text('领域的名称。'),
        by: choice(['editor', 'word', 'none'], '由编辑归的、按名称里的词归的，或者没有归进去。'),
        word: text('按哪个词归的；不是按词归的是空文字。'),
      },
      '本站归的类，官方文件里没有；本站不归类的是null。',
      ['object', 'null'],
    ),
    adjustedOn: {
      type: ['string', 'null'],
      description: '这里是哪一天的预算调整以后的数，例如“2022-07-15”；年度中间没有调整过的是null。',
    },
    evaluation: group<EvaluationData>(
      {
        ...(texts(EVALUATION_FIELDS) as Record<(typeof EVALUATION_FIELDS)[number]['name'], object>),
        results: list(RESULT, '各项指标的结果，照自评表的次序。'),
      },
      '绩效自评，各栏照原文，没有写的是空文字；没有公开自评的是null。',
      ['object', 'null'],
    ),
    notes: list(NOTE, '数据说明。'),
  },
  '一个项目的绩效目标表。',
);
