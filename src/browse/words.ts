import { replacedWords } from '../components/search/answer-words.ts';
import { AREA_WORDS } from '../model/area.ts';
import { sum } from '../model/decimal.ts';
import { labelsByCode } from '../model/department.ts';
import type { FundsKind } from '../model/funds-kind.ts';
import type { PlanPattern } from '../model/plan-pattern.ts';
import { leftOutOf } from '../model/stated.ts';
import { EVALUATION_LABELS } from '../model/terms.ts';
import { amount, countWords, words, type Words } from '../model/words.ts';
import type { WordFilter } from './find-words.ts';
import type { Condition } from '../components/save-list/saved-list.ts';
import type { BrowseData } from './browse-data.ts';
import { FACETS, type Facet, type ListedProject } from './listed-project.ts';
import { byYear } from './shown-table.ts';
import { periodOf, type BrowseState, type Sort, type SortKey } from './browse-state.ts';

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

export const RESULTS_WORDS = { with: '公开了自评', without: '没有公开自评' } as const;

export const NOTES_WORDS = { with: '有数据说明', without: '没有数据说明' } as const;

const COLUMN_WORDS: Readonly<Partial<Record<SortKey, string>>> = {
  budget: '预算数',
  share: '占比',
  name: '项目名称',
  year: '年度',
  department: '部门',
  rate: EVALUATION_LABELS.rate,
  score: EVALUATION_LABELS.total,
};

/** How a sort is called: `预算数从大到小`, `项目名称按拼音`. */
export function sortWords({ key, isAscending }: Sort): string {
  const isText = key === 'name' || key === 'department';
  const column = COLUMN_WORDS[key] ?? periodOf(key) ?? '';
  if (isText) return `${column}按拼音${isAscending ? '' : '倒序'}`;
  return `${column}从${isAscending ? '小到大' : '大到小'}`;
}

/** What the facets are called. */
export const FACET_WORDS: Readonly<Record<Facet, string>> = {
  year: '年度',
  department: '部门',
  area: AREA_WORDS,
  plan: '支出计划',
  funds: '资金来源',
  notes: '数据说明',
  kind: '含有的绩效指标',
  results: '绩效自评',
};

/**
 * What a reader has asked for, in words: each condition's name, and what it asks; the year, without which no list is,
 * first.
 *
 * @param years of the list, latest first.
 * @param departments their codes and names, latest year first.
 */
export function conditionsOf(
  { query, chosen, least, most }: BrowseState,
  { years, departments }: Pick<BrowseData, 'years' | 'departments'>,
): readonly Condition[] {
  const bounds = [
    least === undefined ? '' : `不少于${String(least)}万元`,
    most === undefined ? '' : `不多于${String(most)}万元`,
  ];
  const wordsOf = (facet: Facet, value: string): string => {
    switch (facet) {
      case 'year':
        return value === 'all' ? '各年' : `${value}年`;
      case 'department':
        return labelsByCode(departments.map(([code, name]) => ({ code, name }))).get(value) ?? value;
      case 'plan':
        return PATTERN_WORDS[value as PlanPattern];
      case 'funds':
        return FUNDS_WORDS[value as FundsKind];
      case 'notes':
        return NOTES_WORDS[value as keyof typeof NOTES_WORDS];
      case 'results':
        return RESULTS_WORDS[value as keyof typeof RESULTS_WORDS];
      default:
        return value;
    }
  };
  const year = chosen.year.length === 0 ? years.slice(0, 1).map(String) : chosen.year;
  return [
    ...FACETS.map((facet) => {
      const values = facet === 'year' ? year : chosen[facet];
      return [FACET_WORDS[facet], values.map((value) => wordsOf(facet, value)).join('、')] as const;
    }),
    ['词', query] as const,
    ['预算数', bounds.filter(Boolean).join('，')] as const,
  ].filter(([, value]) => value !== '');
}

/** What is announced of a result: of which areas, how many, how much, in which order, and how pinyin was read. */
export function statusWords(
  projects: readonly Pick<ListedProject, 'year' | 'budget'>[],
  { query, chosen, sort }: Pick<BrowseState, 'query' | 'chosen' | 'sort'>,
  { readAs, replaced }: Pick<WordFilter, 'readAs' | 'replaced'> = { readAs: [], replaced: [] },
): Words {
  if (projects.length === 0) return ['没有符合条件的项目。可以少设几项条件，换一个说法，或者清除条件。'];
  const reading =
    replaced.length > 0
      ? `没有项目写着“${query}”；${replacedWords(replaced)}。`
      : readAs.length > 0
        ? `拼音“${query}”读作${readAs.join('、')}。`
        : '';
  // Who comes from the chart of areas sees which, also where the conditions are folded.
  const areas = chosen.area.length === 0 ? '' : `${AREA_WORDS}：${chosen.area.join('、')}。`;
  const years = byYear(projects);
  const sums = years.flatMap(({ year, own }, index) => {
    const stated = own.flatMap(({ budget }) => budget.total.value ?? []);
    const name = years.length > 1 ? `${index === 0 ? '' : '；'}${String(year)}年` : '';
    const total = stated.length === 0 ? undefined : sum(stated);
    return words`${name}${countWords(own.length)}个项目，预算数合计${amount(total, leftOutOf(own.map(({ budget }) => budget.total)))}`;
  });
  return words`${areas}${reading}${sums}，按${sortWords(sort)}排列。`;
}
