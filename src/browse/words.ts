import type { FundsKind } from '../model/funds-kind.ts';
import type { PlanPattern } from '../model/plan-pattern.ts';
import { periodOf, type Sort, type SortKey } from './browse-state.ts';

/** What readers call the choices and columns of the table of all projects. */

export const PATTERN_WORDS: Readonly<Record<PlanPattern, string>> = {
  december: '只列明12月底',
  quarterly: '按季度均匀',
  once: '一次付清',
  uneven: '各期都列明，但不均匀',
  other: '其他（有空缺或不可能成立的比例）',
};

export const FUNDS_WORDS: Readonly<Record<FundsKind, string>> = {
  fiscal: '只有财政资金',
  other: '有其他资金',
  'not-stated': '未列',
};

export const NOTES_WORDS = { with: '有数据说明', without: '没有数据说明' } as const;

const COLUMN_WORDS: Readonly<Partial<Record<SortKey, string>>> = {
  budget: '预算数',
  share: '占比',
  name: '项目名称',
  year: '年度',
  department: '部门',
};

/** How a sort is called: `预算数从大到小`, `项目名称按拼音`. */
export function sortWords({ key, isAscending }: Sort): string {
  const isText = key === 'name' || key === 'department';
  const column = COLUMN_WORDS[key] ?? periodOf(key) ?? '';
  if (isText) return `${column}按拼音${isAscending ? '' : '倒序'}`;
  return `${column}从${isAscending ? '小到大' : '大到小'}`;
}
