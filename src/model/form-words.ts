import { remembering } from './remembering.ts';
import type { BudgetField, IndicatorField } from './form.ts';
import { LABELS as L } from './terms.ts';

/** What a label of a form stands for. */
export type LabelMeaning =
  | 'sequence'
  | 'code'
  | 'name'
  | 'department'
  | 'departmentCode'
  | 'year'
  | 'unit'
  | BudgetField
  /** The whole project's amounts and goals beside the year's: kept as 补充信息. */
  | 'wholeTotal'
  | 'wholeGoals'
  | 'purpose'
  | 'plan'
  | 'goals'
  | 'category'
  | Exclude<IndicatorField, 'name'>
  | 'indicatorName'
  /** Columns that together with the value make the target: `≥`, `95`, `%`. */
  | 'comparator'
  | 'measure'
  /** The number of a page, or a sheet: a table with it is a list of contents. */
  | 'page'
  /** Stands over other labels and has no value of its own. */
  | 'group';

/** What is read besides the words of the format itself: how provinces and the centre call the same things. */
export const FORM_WORDS = {
  sequence: [L.sequence, '编号', '项目序号'],
  code: [L.code, '项目代码', '项目编号'],
  name: [L.name, '单位名称、项目名称', '项目', '一级项目名称'],
  departmentCode: [L.departmentCode, '部门代码', '单位编码', '单位代码', '预算单位编码', '预算单位代码'],
  department: [
    ...[
      '主管部门',
      '主管部门及代码',
      '预算单位',
      '部门名称',
      '单位名称',
      '部门',
      '预算部门',
      '部门(单位)名称',
    ],
    ...[
      '主管部门名称',
      '预算单位名称',
      '部门预算单位',
      '主管预算部门',
      '主管单位',
      '项目主管部门',
      '项目主管单位',
      '业务主管部门',
      '预算主管部门',
      '填报单位',
      '填报部门',
      '编报单位',
      '编制单位',
      '申报单位',
      '预算主管部门',
      '预算主管单位',
      '部门单位名称',
      '部门单位',
      '一级预算部门',
      '预算部门名称',
      '编报部门',
      '编制部门',
      '申报部门',
    ],
  ],
  year: ['年度', '预算年度', '年份'],
  unit: ['单位', '金额单位', '计量单位金额', '资金单位', '货币单位'],
  total: [
    ...[
      L.total,
      '年度资金申请总额',
      '年度资金总额',
      '本年预算',
      '年度预算',
      '预算金额',
      '年度金额',
      '本年预算数',
    ],
    ...[
      '合计',
      '年度预算数',
      '年初预算数',
      '当年预算',
      '本年度预算',
      '预算总额',
      '年度预算总额',
      '资金总额',
      '项目金额',
    ],
    ...[
      '年度预算金额',
      '本年资金总额',
      '当年资金总额',
      '金额合计',
      '预算数合计',
      '预算资金',
      '年度项目资金总额',
      '本年度预算安排',
      '本年预算安排',
      '年度预算安排',
      '预算安排',
      '预算安排数',
      '预算安排资金',
      '预算安排金额',
      '本年度预算数',
      '本年度资金总额',
      '年度预算资金',
      '年度资金合计',
      '资金合计',
    ],
  ],
  fiscal: [
    ...[L.fiscal, '当年财政拨款', '财政拨款', '本年拨款', '本年财政拨款', '年度财政拨款', '一般公共预算拨款'],
    ...['本级财政资金', '当年财政资金', '财政性资金', '年度财政资金', '财政预算资金', '当年预算拨款'],
  ],
  carriedOver: [
    L.carriedOver,
    '上年结转资金',
    '上年结转结余',
    '结转资金',
    '上年结余结转',
    '以前年度结转',
    '结转结余资金',
  ],
  other: [
    L.other,
    '其他',
    '其它资金',
    '其他来源资金',
    '单位自筹',
    '自筹资金',
    '单位资金',
    '单位自有资金',
    '自有资金',
  ],
  wholeTotal: [
    ...[
      '项目资金总额',
      '项目总资金',
      '项目总金额',
      '项目总投资',
      '实施期资金总额',
      '中期资金总额',
      '总投资',
      '项目总预算',
    ],
    ...['实施期资金', '项目总额', '中长期资金总额', '实施期总额'],
  ],
  wholeGoals: [
    ...[
      '项目总体目标',
      '实施期目标',
      '中期目标',
      '中长期目标',
      '长期目标',
      '实施期总目标',
      '总体目标',
      '中长期绩效目标',
    ],
    ...['项目实施期目标', '实施期绩效目标', '项目总目标', '中期绩效目标', '长期绩效目标', '项目中期目标'],
  ],
  purpose: [L.purpose, '项目用途', '资金用途说明', '预算资金用途', '主要用途'],
  plan: [
    L.disbursementPlan,
    '支出计划',
    '用款计划',
    '资金使用计划',
    '资金支出进度',
    '支出进度计划',
    '预算支出进度',
  ],
  goals: [
    ...[
      L.goals,
      '年度绩效目标',
      '年度总体目标',
      '年度目标',
      '项目绩效目标',
      '项目年度绩效目标',
      '年度总体绩效目标',
    ],
    ...[
      '本年绩效目标',
      '本年度绩效目标',
      '项目年度目标',
      '当年绩效目标',
      '本年度目标',
      '绩效总目标',
      '绩效总体目标',
    ],
    ...['年度绩效总目标', '总体绩效目标', '年度工作目标', '项目目标', '当年目标', '年度主要目标'],
  ],
  category: [L.category, '一级', '指标类型'],
  kind: [L.kind, '二级指标名称', '二级', '指标类别'],
  indicatorName: [L.indicatorName, '三级指标名称', '三级', '指标名称', '绩效指标名称', '具体指标'],
  description: [
    ...[
      L.description,
      '指标内容',
      '指标说明',
      '指标解释',
      '绩效指标说明',
      '指标描述',
      '指标内涵',
      '三级指标描述',
      '指标含义',
    ],
  ],
  target: [
    ...[
      L.target,
      '年度指标值',
      '绩效指标值',
      '目标值',
      '指标目标值',
      '年度目标值',
      '本年指标值',
      '当年指标值',
      '指标值内容',
    ],
    ...['数值', '预计当年实现', '预期当年实现值', '预期当年实现', '当年预期值', '全年指标值', '全年目标值'],
    ...['本年度指标值', '计划指标值', '预期指标值', '预期值', '计划值', '年度绩效指标值', '预期目标值'],
  ],
  basis: [
    L.basis,
    '指标值设定依据',
    '确定依据',
    '设定依据',
    '指标依据',
    '指标值依据',
    '指标设定依据',
    '指标值来源依据',
  ],
  weight: [
    L.weight,
    '分值',
    '评分权重',
    '评分分值',
    '标准分',
    '标准分值',
    '分值权重',
    '指标权重',
    '权重分值',
    '指标分值',
    '分数',
    '分值(权重)',
    '权重(分值)',
  ],
  comparator: [
    ...['指标性质', '计算符号', '比较符号', '符号', '指标符号', '运算符号', '运算符', '比较符'],
    ...['指标值符号', '指标方向'],
  ],
  measure: ['度量单位', '计量单位', '指标单位', '指标值单位', '单位'],
  page: ['页码', '页', '页次', '所在页', '工作表', '所在工作表'],
  group: [
    ...[
      '预算规模及资金用途',
      '预算规模',
      '项目资金',
      '项目资金情况',
      '资金情况',
      '资金来源',
      '年度资金',
      '项目基本情况',
    ],
    ...[
      '绩效指标',
      '绩效标准',
      '基本信息',
      '项目基本信息',
      '项目概况',
      '绩效目标及指标',
      '项目支出',
      '年度资金情况',
      '预算资金情况',
    ],
  ],
} as const satisfies Record<LabelMeaning, readonly string[]>;

/**
 * The words of a label by which it is known: its letters and digits in half width, without `其中` and what stands in
 * brackets.
 *
 * @example labelKey('其中：财政    资金') // '财政资金'
 * @example labelKey('项目资金\n（元）')   // '项目资金'
 */
export const labelKey = /* @__PURE__ */ remembering((text) =>
  text
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[^\p{L}\p{N}%]/gu, '')
    .replace(/^其中(?=.)/, ''),
);

/** The fields to which a department may add words, by the names of their labels. */
export const FIELDS_WITH_WORDS = {
  ...{
    sequence: 'sequence',
    code: 'code',
    name: 'name',
    departmentName: 'department',
    year: 'year',
    unit: 'unit',
  },
  ...{ total: 'total', fiscal: 'fiscal', carriedOver: 'carriedOver', other: 'other', purpose: 'purpose' },
  ...{ disbursementPlan: 'plan', goals: 'goals', category: 'category', kind: 'kind' },
  ...{ indicatorName: 'indicatorName', description: 'description', target: 'target', basis: 'basis' },
  weight: 'weight',
} as const satisfies Partial<Record<keyof typeof L, LabelMeaning>>;
export type FieldWithWords = keyof typeof FIELDS_WITH_WORDS;

/** A department's own words for labels, by field: those of `content/import-words.yaml`. */
export type ImportWords = Readonly<Partial<Record<FieldWithWords, readonly string[]>>>;

/** What the program itself takes a word for; undefined for one that it does not know. */
export function knownMeanings(word: string): readonly LabelMeaning[] {
  const key = labelKey(word);
  return (Object.entries(FORM_WORDS) as [LabelMeaning, readonly string[]][]).flatMap(([meaning, words]) =>
    words.some((one) => labelKey(one) === key) ? [meaning] : [],
  );
}
