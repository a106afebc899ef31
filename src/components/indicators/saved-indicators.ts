import { LABELS as L, RESULT_LABELS as R } from '../../model/terms.ts';
import { NOT_STATED } from '../../model/stated.ts';
import { mayBeBlank } from '../../open-data/csv.ts';
import { INDICATOR_FILTERS } from './filters.ts';
import type { Condition, SavedList } from '../save-list/saved-list.ts';

/**
 * What a row of the list shows, column by column, and where it stands in the row; `IndicatorList.astro` draws it. The
 * file is read from the rows of the page, so that it cannot say anything else.
 */
const COLUMNS: readonly {
  readonly header: string;
  readonly textOf: (row: HTMLTableRowElement) => string;
}[] = [
  { header: L.category, textOf: (row) => levelsOf(row)[0] ?? '' },
  { header: L.kind, textOf: (row) => levelsOf(row)[1] ?? '' },
  { header: L.indicatorName, textOf: (row) => textIn(row, 'th a') },
  {
    header: `${L.description}（空白为${NOT_STATED}，或与名称相同）`,
    textOf: (row) => textIn(row, 'th .more'),
  },
  { header: mayBeBlank(L.target), textOf: (row) => textIn(row, 'td > span:not(.absent, .more)') },
  {
    header: `${R.achieved}（自评）`,
    textOf: (row) => textIn(row, '.answer > span:first-child:not(.absent)'),
  },
  { header: INDICATOR_FILTERS.outcome, textOf: (row) => row.dataset.outcome ?? '' },
  { header: '数据说明', textOf: (row) => (row.querySelector('.noted') === null ? '' : '有') },
  { header: '项目', textOf: (row) => textIn(row, 'td > a:not(.noted, .more)') },
  { header: L.departmentName, textOf: (row) => textIn(row, 'td > span.more:not(.answer)') },
  { header: '同名指标', textOf: (row) => textIn(row, 'a.more') },
  { header: L.address, textOf: (row) => row.querySelector<HTMLAnchorElement>('th a')?.href ?? '' },
];

/** The rows that the page shows, in its order, to be taken away; a column that no row of the page has is left out. */
export function savedIndicators(
  all: readonly HTMLTableRowElement[],
  shown: readonly HTMLTableRowElement[],
  conditions: readonly Condition[],
): SavedList {
  const columns = COLUMNS.filter(({ textOf }) => all.some((row) => textOf(row) !== ''));
  return {
    title: '绩效指标',
    counter: '项',
    columns,
    rows: shown.map((row) => columns.map(({ textOf }) => textOf(row))),
    totals: [
      columns.map(({ header }) => (header === L.indicatorName ? `合计 ${String(shown.length)}项指标` : '')),
    ],
    conditions,
    notes: [['指标值', '照录原文，是承诺的目标，不是完成的结果']],
  };
}

const textIn = (row: HTMLTableRowElement, selector: string): string =>
  row.querySelector(selector)?.textContent ?? '';

/** `产出指标·数量指标` in two. */
const levelsOf = (row: HTMLTableRowElement): readonly string[] => {
  const level = row.closest('table')?.dataset.level ?? '';
  const end = level.indexOf('·');
  return [level.slice(0, end), level.slice(end + 1)];
};
