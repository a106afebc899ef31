import {
  CATEGORIES,
  LABELS as L,
  MONEY_UNITS,
  MONTH_ENDS,
  type MoneyUnit,
  type Period,
} from '../model/terms.ts';

/**
 * The words of a label by which it is known: without blanks, breaks, colons, brackets and other signs, in half width.
 *
 * @example labelKey('其中：财政    资金') // '其中财政资金'
 */
export function labelKey(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}%]/gu, '');
}

/** What other forms call a field, by the label of ours. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  [L.total]: ['年度预算数', '预算总额', '本年预算', '年度资金申请总额'],
  [L.fiscal]: ['其中财政资金', '财政拨款', '其中财政拨款'],
  [L.other]: ['其中其他资金'],
  [L.disbursementPlan]: ['资金支出计划%'],
  [L.goals]: ['年度目标', '年度绩效目标', '年度总体目标', '项目绩效目标', '项目年度绩效目标'],
  [L.description]: ['指标描述', '指标说明', '指标内容', '指标解释'],
  [L.target]: ['目标值', '年度指标值', '绩效指标值', '预期指标值'],
  [L.basis]: ['指标确定依据', '确定依据', '指标值依据'],
  [L.weight]: ['分值', '指标权重', '指标分值'],
};

/** Whether a text is a label, in its own words or in those of another form. */
export function isLabel(text: string, label: string): boolean {
  const key = labelKey(text);
  return key === labelKey(label) || (SYNONYMS[label]?.includes(key) ?? false);
}

/** The unit of a form's amounts: `单位：万元`, `（金额单位:元）`. */
export function unitOf(text: string): MoneyUnit | undefined {
  const [, unit] = /^(?:金额)?单位(?:人民币)?(.+)$/.exec(labelKey(text)) ?? [];
  return MONEY_UNITS.find((one) => one === unit);
}

/** The month-end for which a column of the plan stands: `９月底`, `9月30日`, `三季度末`, `上半年`, `年底`. */
export function periodOf(text: string): Period | undefined {
  const key = labelKey(text).replace(/^(?:截至|截止|到|至)|(?:前|止)$/g, '');
  const [, month] = /^(\d{1,2})月(?:底|末|份|2[89]日|3[01]日)?$/.exec(key) ?? [];
  const [, quarter = ''] = /^第?([一二三四1-4])季度?[底末]?$/.exec(key) ?? [];
  const places: readonly (readonly [RegExp, number])[] = [
    [/^上半年[底末]?$/, 6],
    [/^(?:全年|年[底末])$/, 12],
  ];
  const ofQuarter = quarter === '' ? 0 : 3 * ('一二三四'.indexOf(quarter) + 1 || Number(quarter));
  const place =
    month === undefined ? (places.find(([words]) => words.test(key))?.[1] ?? ofQuarter) : Number(month);
  return MONTH_ENDS[place - 1];
}

/** The first level of indicators that a text names. */
export function categoryOf(text: string) {
  return CATEGORIES.find((category) => labelKey(text) === category);
}
