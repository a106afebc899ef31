/**
 * The one table of the official form 项目绩效目标表: each field once, with its words. The content format, reading,
 * writing, new files, completeness, pages, search, comparison, CSV, JSON and the printed form all go by it, so that
 * a field is added by one entry here.
 *
 * Source: the form as published with the 2022 budget, and those of other provinces and of the centre.
 */

/** One field of the form. */
export interface FormField {
  /** What the code calls it. */
  readonly name: string;
  /** What the form calls it: its key in files and its label on pages. */
  readonly label: string;
  /** What it holds: shown by editor programs, and beside the field in a new file. */
  readonly explanation: string;
  /** What is to be known of it besides in a file, and not on a form. */
  readonly inFile?: string;
  /** Whether a file must state it. */
  readonly required?: true;
  /** Whether not every form has it: left out of canonical files, pages and print where it is blank. */
  readonly optional?: true;
}

/** The amounts under 预算规模, in the form's order; 预算数 is what the others add up to. */
export const BUDGET_FIELDS = [
  { name: 'total', label: '预算数', explanation: '预算数，以部门的金额单位计，最多6位小数；未列则留空。' },
  { name: 'fiscal', label: '财政资金', explanation: '其中：财政资金。' },
  {
    name: 'carriedOver',
    label: '上年结转',
    explanation: '其中：上年结转；表上没有这一栏就不写。',
    optional: true,
  },
  { name: 'other', label: '其他资金', explanation: '其中：其他资金。' },
] as const satisfies readonly FormField[];
export type BudgetField = (typeof BUDGET_FIELDS)[number]['name'];

/** The texts of a row of the indicator table, in the form's order. */
export const INDICATOR_FIELDS = [
  { name: 'kind', label: '二级指标', explanation: '二级指标。' },
  { name: 'name', label: '三级指标', explanation: '三级指标的名称。', required: true },
  { name: 'description', label: '绩效指标描述', explanation: '绩效指标描述：怎样计算或认定。' },
  {
    name: 'target',
    label: '指标值',
    explanation: '指标值，照原文填写，例如“≥95%”“≤190万元”“2022年12月”。',
  },
  { name: 'basis', label: '指标值确定依据', explanation: '指标值确定依据：定这个数的根据。' },
  {
    name: 'weight',
    label: '权重',
    explanation: '权重或分值，照原文填写；表上没有这一栏就不写。',
    optional: true,
  },
] as const satisfies readonly FormField[];
export type IndicatorField = (typeof INDICATOR_FIELDS)[number]['name'];
/** Those that not every form has. */
export type OptionalIndicatorField = Extract<
  (typeof INDICATOR_FIELDS)[number],
  { readonly optional: true }
>['name'];

/** What a self-evaluation holds in one cell: an amount in the department's unit, a percentage, points, or words. */
export type CellKind = 'amount' | 'share' | 'score' | 'text';

/** What a self-evaluation (绩效自评表) says of the project as a whole, in the order of its form. */
export const EVALUATION_FIELDS = [
  { name: 'file', label: '文件', kind: 'text', explanation: '自评表的文件名，文件放在 sources 文件夹中。' },
  { name: 'published', label: '公开日期', kind: 'text', explanation: '自评公开的日期，写作“2023-06-30”。' },
  {
    name: 'allocated',
    label: '全年预算数',
    kind: 'amount',
    explanation: '全年预算数：年初预算数加上年中的调整，以部门的金额单位计。',
  },
  {
    name: 'spent',
    label: '全年执行数',
    kind: 'amount',
    explanation: '全年执行数：全年实际支出，以部门的金额单位计。',
  },
  {
    name: 'rate',
    label: '执行率',
    kind: 'share',
    explanation: '执行率，照原文填写，例如“98.5%”；自评表没有写的不写，由本站用全年执行数除以全年预算数。',
  },
  { name: 'ratePoints', label: '执行率分值', kind: 'score', explanation: '预算执行一行的分值，一般是10。' },
  { name: 'rateScore', label: '执行率得分', kind: 'score', explanation: '预算执行一行的得分。' },
  { name: 'total', label: '总分', kind: 'score', explanation: '自评总分。' },
  {
    name: 'achieved',
    label: '目标完成情况',
    kind: 'text',
    explanation: '年度总体目标的实际完成情况，照原文；可以分行。',
  },
] as const satisfies readonly (FormField & { readonly kind: CellKind })[];
export type EvaluationField = (typeof EVALUATION_FIELDS)[number]['name'];

/** What a self-evaluation says of one indicator. The first four name the row of the target. */
export const RESULT_FIELDS = [
  {
    name: 'category',
    label: '一级指标',
    kind: 'text',
    explanation: '一级指标；只在三级指标重名时才要写。',
    optional: true,
  },
  {
    name: 'kind',
    label: '二级指标',
    kind: 'text',
    explanation: '二级指标；只在三级指标重名时才要写。',
    optional: true,
  },
  {
    name: 'name',
    label: '三级指标',
    kind: 'text',
    explanation: '三级指标，和绩效指标里的写得一样，结果由它对到目标。',
    required: true,
  },
  {
    name: 'target',
    label: '指标值',
    kind: 'text',
    explanation: '自评表上的年度指标值，照原文；写上以后，和绩效指标里的目标不同的会指出来。',
    optional: true,
  },
  { name: 'achieved', label: '实际完成值', kind: 'text', explanation: '实际完成值，照原文，例如“96.3%”。' },
  { name: 'points', label: '分值', kind: 'score', explanation: '这一项的分值。', optional: true },
  { name: 'score', label: '得分', kind: 'score', explanation: '这一项的得分。', optional: true },
  {
    name: 'reason',
    label: '偏差原因',
    kind: 'text',
    explanation: '偏差原因分析及改进措施，照原文；可以分行。',
    optional: true,
  },
] as const satisfies readonly (FormField & { readonly kind: CellKind })[];
export type ResultField = (typeof RESULT_FIELDS)[number]['name'];

/** What stands behind a field of a project: one line, a text of several lines, or a part with fields of its own. */
type Kind =
  | 'number'
  | 'line'
  | 'text'
  | 'amounts'
  | 'shares'
  | 'list'
  | 'rows'
  | 'pairs'
  | 'notes'
  | 'event'
  | 'evaluation';

/** The fields of a project, in the order of a canonical file. Those of the kind `text` have a section on the page. */
export const PROJECT_FIELDS = [
  {
    name: 'sequence',
    label: '序号',
    kind: 'number',
    explanation: '在官方文件中的序号，从1开始；同一部门同一年度内不重复。',
    required: true,
  },
  {
    name: 'code',
    label: '项目编码',
    kind: 'line',
    explanation: '项目编码；官方文件没有编码的留空。',
    inFile: '文件名与编码相同，没有编码的用三位以上的序号，例如 001.yaml。',
  },
  { name: 'name', label: '项目名称', kind: 'line', explanation: '项目名称。', required: true },
  { name: 'budget', label: '预算规模', kind: 'amounts', explanation: '预算规模。', required: true },
  { name: 'purpose', label: '资金用途', kind: 'text', explanation: '资金用途；可以分行。' },
  {
    name: 'disbursementPlan',
    label: '资金支出计划',
    kind: 'shares',
    explanation: '资金支出计划：到各月底累计支出占预算数的比例。',
  },
  { name: 'goals', label: '绩效目标', kind: 'list', explanation: '绩效目标，一条一项。' },
  { name: 'indicators', label: '绩效指标', kind: 'rows', explanation: '绩效指标，按一级指标分组。' },
  {
    name: 'additional',
    label: '补充信息',
    kind: 'pairs',
    explanation: '表上有而这里没有专门栏目的内容：表上的栏名，后面照抄原文。',
    optional: true,
  },
  {
    name: 'explanations',
    label: '核对说明',
    kind: 'notes',
    explanation: '对照原样公开的值所作的公开说明。',
    optional: true,
  },
  {
    name: 'corrections',
    label: '更正',
    kind: 'notes',
    explanation: '公开之后正式更正过的值。',
    optional: true,
  },
  {
    name: 'previousCode',
    label: '上年项目编码',
    kind: 'line',
    explanation: '本项目上一年度所用的编码（如果换过编码）。',
    optional: true,
  },
  {
    name: 'changeReason',
    label: '变动说明',
    kind: 'line',
    explanation: '向公众说明：项目为什么是新增的，或者预算数为什么与上年不同。',
    optional: true,
  },
  {
    name: 'withdrawal',
    label: '撤销',
    kind: 'event',
    explanation: '项目在公开之后撤销了：哪一天、依据什么。网页保留，不再计入合计和列表。',
    optional: true,
  },
  {
    name: 'evaluation',
    label: '自评',
    kind: 'evaluation',
    explanation: '绩效自评：年度过后公开的自评表写了完成得怎样；没有公开的不写。',
    optional: true,
  },
  {
    name: 'area',
    label: '领域',
    kind: 'line',
    explanation: '本站把项目归入的领域，是 areas.yaml 里的一个；只在按名称归得不对时才写。',
    optional: true,
  },
] as const satisfies readonly (FormField & { readonly kind: Kind })[];
export type ProjectField = (typeof PROJECT_FIELDS)[number];

/** What a field of a project holds, as files and the programs that edit them say it. */
export const explanationInFile = ({ explanation, inFile = '' }: FormField): string => explanation + inFile;

/** The fields that hold a text of several lines: each has a section on the page and a row of its own in print. */
export const TEXT_FIELDS = PROJECT_FIELDS.filter(
  (field): field is Extract<ProjectField, { kind: 'text' }> => field.kind === 'text',
);
export type TextField = (typeof TEXT_FIELDS)[number]['name'];

/** The labels of fields by their names. */
type LabelsOf<Fields extends readonly FormField[]> = {
  readonly [Field in Fields[number] as Field['name']]: Field['label'];
};

export function labelsOf<const Fields extends readonly FormField[]>(fields: Fields): LabelsOf<Fields> {
  return Object.fromEntries(fields.map(({ name, label }) => [name, label])) as LabelsOf<Fields>;
}

/** A value for each field, by the fields' names. */
export function forEachField<const Fields extends readonly FormField[], Value>(
  fields: Fields,
  valueOf: (field: Fields[number], place: number) => Value,
): Readonly<Record<Fields[number]['name'], Value>> {
  return Object.fromEntries(fields.map((field, place) => [field.name, valueOf(field, place)])) as Record<
    Fields[number]['name'],
    Value
  >;
}
