/** What the list of changes can be narrowed by: what stands in the address, and what it is called. */
export const CHANGE_FILTERS = {
  q: '找文字',
  project: '项目（名称或编码）',
  year: '年度',
  department: '部门',
  topic: '改了什么',
} as const;

export type ChangeFilterName = keyof typeof CHANGE_FILTERS;
export const CHANGE_FILTER_NAMES = Object.keys(CHANGE_FILTERS) as readonly ChangeFilterName[];
