/** By what the list of indicators can be narrowed, as the address names it, and what each is called. */
export const INDICATOR_FILTERS = {
  q: '指标或项目里的词',
  level: '一级、二级指标',
  department: '部门',
  sign: '比较方式',
  unit: '单位',
  type: '指标值是',
  notes: '数据说明',
  outcome: '自评结果',
} as const;

export type IndicatorFilterName = keyof typeof INDICATOR_FILTERS;
export const INDICATOR_FILTER_NAMES = Object.keys(INDICATOR_FILTERS) as readonly IndicatorFilterName[];
