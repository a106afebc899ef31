import { read, utils, type CellObject } from '@e965/xlsx';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { INITIAL, SORT_KEYS, type BrowseState, type SortKey } from '../../src/browse/browse-state.ts';
import { filterProjects } from '../../src/browse/filter-projects.ts';
import { FACETS, type Facet, type ListedProject } from '../../src/browse/listed-project.ts';
import { savedProjects } from '../../src/browse/saved-projects.ts';
import { shownTable } from '../../src/browse/shown-table.ts';
import { sortProjects } from '../../src/browse/sort-projects.ts';
import { conditionsOf, sortWords } from '../../src/browse/words.ts';
import { workbookOf } from '../../src/components/save-list/list-workbook.ts';
import { listCsv, listName } from '../../src/components/save-list/saved-list.ts';
import { parseDecimal } from '../../src/model/decimal.ts';
import { formatAmount, readAmount } from '../../src/model/money.ts';
import { MONEY_UNITS, type MoneyUnit } from '../../src/model/money-unit.ts';
import { ProjectTable } from '../../src/views/ProjectTable.tsx';
import { cellsOf, readCsv } from '../open-data/read-csv.ts';
import { DATA, LIST } from './made-up-list.ts';

const NO_WORDS = { alternatives: [], readAs: [], replaced: [] };

/** A view of the list: as the page draws it, and as it is saved. */
function viewOf(
  change: Partial<BrowseState>,
  unit: MoneyUnit = '万元',
  list: readonly ListedProject[] = LIST,
) {
  const state = { ...INITIAL, ...change };
  const { projects } = filterProjects(list, state, NO_WORDS, DATA.years[0]);
  const table = shownTable(list, sortProjects(projects, state.sort));
  const conditions = conditionsOf(state, DATA);
  return {
    shown: rowsOf(renderToString(<ProjectTable caption="" label="" {...table} />), unit),
    saved: savedProjects(table, unit, conditions, sortWords(state.sort), ({ href }) => href),
  };
}

/** The rows of the drawn table as a reader sees them, amounts and blanks as files write them. */
const rowsOf = (html: string, unit: MoneyUnit) =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t([hd])[^>]*>(.*?)<\/t\1>/g)].map(([, , cell = '']) => {
      const [, wan] = /<data value="([^"]*)">/.exec(cell) ?? [];
      const value = wan === undefined ? undefined : parseDecimal(wan);
      if (value !== undefined) return formatAmount(value, unit).replaceAll(',', '');
      const text = cell.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<');
      return text === '未列' ? '' : text.replace('（万元）', `（${unit}）`);
    }),
  );

/** The file without what it adds to what is shown: addresses, and what the headings say of blanks. */
function savedRows(saved: ReturnType<typeof viewOf>['saved']): readonly (readonly string[])[] {
  const rows = cellsOf(listCsv(saved));
  return rows.map((row) =>
    row
      .slice(0, -1)
      .map((cell) => cell.replace(/[，（]空白为未列）$/, (end) => (end.startsWith('，') ? '）' : ''))),
  );
}

const some = (facet: Facet): readonly string[] =>
  facet === 'year' ? ['2098'] : (LIST[0]?.choices[facet].slice(0, 1) ?? []);
const sorts = SORT_KEYS.flatMap((key: SortKey) => [true, false].map((isAscending) => ({ key, isAscending })));

describe('the saved list of projects', () => {
  it.each([
    ...FACETS.map(
      (facet) => [`of the facet ${facet}`, { chosen: { ...INITIAL.chosen, [facet]: some(facet) } }] as const,
    ),
    ['of all years', { chosen: { ...INITIAL.chosen, year: ['all'] } }] as const,
    ['between two amounts', { least: 0.15, most: 400 }] as const,
    ...sorts.map((sort) => [`sorted by ${sort.key}, ${sort.isAscending ? 'up' : 'down'}`, { sort }] as const),
  ])('holds the columns, rows and sums that are shown %s', (_, change) => {
    const { shown, saved } = viewOf(change);
    expect(saved.rows.length).toBeGreaterThan(0);
    expect(savedRows(saved)).toEqual(shown);
  });

  it.each(MONEY_UNITS)('has amounts in %s, as the reader chose, and says so', (unit) => {
    const { shown, saved } = viewOf({}, unit);
    expect(savedRows(saved)).toEqual(shown);
    expect(saved.columns.map(({ header }) => header)).toContain(`预算数（${unit}，空白为未列）`);
  });

  it('calls a sum with blanks under it a lower bound, and does not add up two years', () => {
    const { saved } = viewOf({ chosen: { ...INITIAL.chosen, year: ['all'] } });
    expect(saved.totals.map(([, name = '']) => name)).toEqual([
      '2099年合计 4个项目（1个未列预算数）',
      '2098年合计 1个项目',
    ]);
    expect(saved.totals[0]).toContain('≥24.98%');
    expect(saved.notes.map(([name]) => name)).toContain('≥');
  });

  it('gives no share of the whole to the sum of a part', () => {
    const share = ({ saved }: ReturnType<typeof viewOf>) =>
      saved.totals[0]?.[saved.columns.findIndex(({ header }) => header.startsWith('占比'))];
    expect(share(viewOf({}))).toBe('100%');
    expect(share(viewOf({ least: 1 }))).toBe('');
  });

  it('says in the name of its file what it holds, as every system allows', () => {
    const chosen = { ...INITIAL.chosen, notes: ['with'], department: ['999001'] };
    expect(listName(viewOf({ chosen, query: 'a/b:*?' }).saved, 'xlsx')).toBe(
      '预算项目-2099年-虚构部门999001-有数据说明-ab-1个.xlsx',
    );
  });
});

describe('the workbook of a saved list', () => {
  const [first] = LIST;
  if (first === undefined) throw new Error('the list is empty');
  const odd: ListedProject = {
    ...first,
    name: '=HYPERLINK("x")',
    budget: { ...first.budget, total: readAmount('待定', '万元') },
  };
  const { saved } = viewOf({}, '万元', [odd, ...LIST.slice(1)]);
  const { SheetNames, Sheets } = read(Buffer.concat(workbookOf(saved, 'https://example.cn/projects/?q=1')), {
    cellNF: true,
    cellStyles: true,
  });
  const cells = (Sheets[SheetNames[0] ?? ''] ?? {}) as Record<string, CellObject | undefined>;
  const cellsOf = (header: string) => {
    const column = saved.columns.findIndex((one) => one.header.startsWith(header));
    return [...saved.rows, ...saved.totals].map(
      (_, row) => cells[utils.encode_cell({ r: row + 1, c: column })],
    );
  };

  it('has the rows of the CSV', () => {
    const rows = utils.sheet_to_json(cells, { header: 1, raw: false, defval: '' });
    expect(rows).toEqual(readCsv(listCsv(saved)));
  });

  it('keeps numbers and shares as such, and as text what is none', () => {
    expect(cellsOf('预算数').map((cell) => [cell?.t, cell?.v])).toEqual([
      ['n', 300],
      ['n', 0.2],
      ['s', '待定'],
      [undefined, undefined],
      ['n', 300.2],
    ]);
    expect(cellsOf('占比')[0]).toMatchObject({ t: 'n', z: '0.00####%' });
    expect(cellsOf('项目').map((cell) => [cell?.t, cell?.f])).toEqual(
      Array.from({ length: 5 }, () => ['s', undefined]),
    );
  });

  it('says on a sheet of its own what was asked, in which order and unit, and where', () => {
    const notes = utils.sheet_to_json(Sheets['说明'] ?? {}, { header: 1, raw: false });
    expect(notes).toEqual(
      expect.arrayContaining([
        ['内容', '预算项目4个，与网页上列出的相同，次序也相同'],
        ['年度', '2099年'],
        ['排列', '预算数从大到小'],
        ['金额单位', '万元'],
        ['网址', 'https://example.cn/projects/?q=1'],
      ]),
    );
  });
});
