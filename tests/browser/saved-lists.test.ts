import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INDICATOR_FILTER_NAMES } from '../../src/components/indicators/filters.ts';
import { cellsOf } from '../open-data/read-csv.ts';
import { launchBrowser, withSoundPageAt } from '../setup/browser.ts';
import { REAL_SITE, SITES, THREE_DEPARTMENTS, type TestedSite } from '../setup/sites.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const withPage = ({ options }: TestedSite, path: string, test: (page: Page) => Promise<void>) =>
  withSoundPageAt(browser, path, { ...options, viewport: { width: 1280, height: 900 } }, test);

type Rows = readonly (readonly string[])[];

async function save(page: Page, format: 'CSV' | 'Excel') {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `下载所列（${format}）` }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** The rows of the saved CSV, as an independent reader has them. */
async function savedCsv(page: Page): Promise<Rows> {
  const { bytes } = await save(page, 'CSV');
  return cellsOf(bytes.toString('utf8'));
}

/** The sheets of the saved workbook, each cell as a spreadsheet shows it. */
async function savedWorkbook(page: Page) {
  const { name, bytes } = await save(page, 'Excel');
  const { SheetNames, Sheets } = read(bytes, { cellNF: true });
  const [list = '', notes = ''] = SheetNames;
  const rowsOf = (sheet: string): Rows =>
    utils.sheet_to_json(Sheets[sheet] ?? {}, { header: 1, raw: false, defval: '' });
  return {
    name,
    sheet: Sheets[list] ?? {},
    rows: rowsOf(list),
    notes: new Map(rowsOf(notes).map(([key = '', value = '']) => [key, value])),
  };
}

/** The table of projects as a reader sees it, with the address of each row; amounts and blanks as files write them. */
const projectsShown = (page: Page): Promise<Rows> =>
  page
    .locator('table.projects')
    .filter({ visible: true })
    .evaluate((table) =>
      [...(table as HTMLTableElement).rows].map((row) => [
        ...[...row.cells].map((cell) => {
          const text = (cell.querySelector('a') ?? cell).textContent.trim();
          if (cell.matches('[data-money]')) return text.replaceAll(',', '');
          return text === '未列' ? '' : text;
        }),
        row.querySelector('a')?.href ?? '',
      ]),
    );

/** The same table as it stands in a file: its heading says the unit and what a blank means. */
const asFile = ([head = [], ...rows]: Rows): Rows => [
  head.map((name) => {
    if (name === '') return '网址';
    if (name.endsWith('元）')) return name.replace('）', '，空白为未列）');
    return name === '占比' || name.endsWith('月底') ? `${name}（空白为未列）` : name;
  }),
  ...rows,
];

describe.each(SITES)('the saved list of projects, $title', (site) => {
  it.each([
    ['as it is opened', ''],
    ['of a word', '?q=' + (site === REAL_SITE ? '养老' : '虚构')],
    ['of a pattern, by name', '?plan=december&sort=name-asc'],
    ['between two amounts, by a month-end', '?least=10&most=500&sort=june-asc'],
    ['of every year', '?year=all&sort=department-desc'],
  ])('holds what is shown %s, as CSV and as a workbook', async (_, query) => {
    await withPage(site, `/projects/${query}`, async (page) => {
      if (query !== '') await page.getByRole('status').filter({ hasText: '个项目，' }).first().waitFor();
      const csv = await savedCsv(page);
      const shown = asFile(await projectsShown(page));
      expect(shown.length).toBeGreaterThan(2);
      expect(csv).toEqual(shown);
      expect((await savedWorkbook(page)).rows).toEqual(shown);
    });
  });

  it('has amounts in the unit that the reader chose, and says so in its heading', async () => {
    await withPage(site, '/projects/?sort=budget-asc', async (page) => {
      await page.getByRole('status').filter({ hasText: '个项目，' }).first().waitFor();
      for (const unit of ['元', '亿元'] as const) {
        await page.evaluate((chosen) => {
          const select = document.querySelector<HTMLSelectElement>('[data-unit-choice]');
          if (select === null) throw new Error('no choice of units');
          select.value = chosen;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }, unit);
        const csv = await savedCsv(page);
        // The heading has its unit in a mark of its own.
        const shown = asFile(await projectsShown(page));
        expect(csv[0]).toContain(`预算数（${unit}，空白为未列）`);
        expect(csv).toEqual(shown);
      }
    });
  });
});

describe('a saved workbook of projects', () => {
  it('has amounts and shares as numbers, names as text, the sums marked, and a sheet that says what was asked', async () => {
    await withPage(THREE_DEPARTMENTS, '/projects/?year=all&notes=without&q=虚构', async (page) => {
      await page.getByRole('status').filter({ hasText: '个项目，' }).first().waitFor();
      const { name, sheet, rows, notes } = await savedWorkbook(page);
      expect(name).toMatch(/^预算项目-各年-没有数据说明-虚构-\d+个\.xlsx$/);
      const [head = []] = rows;
      const at = (row: number, header: string) =>
        (sheet as Record<string, { t?: string; v?: unknown }>)[
          utils.encode_cell({ r: row, c: head.findIndex((one) => one.startsWith(header)) })
        ];
      expect(at(1, '预算数')).toMatchObject({
        t: 'n',
        v: Number(rows[1]?.[head.findIndex((one) => one.startsWith('预算数'))]),
      });
      expect(at(1, '占比')?.t).toBe('n');
      expect(at(1, '项目')?.t).toBe('s');
      expect(rows.filter(([, name = '']) => name.includes('年合计 ')).length).toBeGreaterThan(1);
      expect([...notes]).toEqual(
        expect.arrayContaining([
          ['年度', '各年'],
          ['数据说明', '没有数据说明'],
          ['词', '虚构'],
          ['排列', '预算数从大到小'],
          ['金额单位', '万元'],
          ['网址', page.url()],
        ]),
      );
    });
  });
});

/** The rows of indicators that are seen, each with the words of its cells. */
const indicatorsShown = (page: Page): Promise<Rows> =>
  page
    .locator('.catalogue tbody tr:not([hidden=""])')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.closest('table')?.dataset.level ?? '',
        ...[...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent.replace(/\s+/g, '')),
      ]),
    );

/** What a row of the file says, put together as the page has it. */
function asShown(head: readonly string[], row: readonly string[]): readonly string[] {
  const cell = (name: string) => row[head.findIndex((one) => one.startsWith(name))] ?? '';
  const name = cell('三级指标');
  const noted = cell('数据说明') === '有' ? `※有数据说明：${name}` : '';
  return [
    `${cell('一级指标')}·${cell('二级指标')}`,
    name + cell('绩效指标描述'),
    (cell('指标值') || '未列') + noted,
    cell('项目') + cell('部门名称') + cell('同名指标'),
  ].map((text) => text.replace(/\s+/g, ''));
}

describe.each(SITES)('the saved list of indicators, $title', (site) => {
  it('holds the rows that each filter leaves, in their order, and their count', async () => {
    await withPage(site, '/indicators/', async (page) => {
      for (const name of INDICATOR_FILTER_NAMES) {
        const field = page.locator(`form[data-filters] [name="${name}"]`);
        // A site of one department offers no choice of departments, one without results none of these.
        if ((await field.count()) === 0) {
          if (name !== 'outcome') expect([name, site]).toEqual(['department', REAL_SITE]);
          continue;
        }
        const all = await indicatorsShown(page);
        if (name === 'q') await field.fill(all[1]?.[1]?.slice(0, 2) ?? '');
        else {
          const choices = await field.locator('option').allTextContents();
          await field.selectOption({ index: choices.findIndex((one) => /（[1-9]|^\S*局/.test(one.trim())) });
        }
        await page.getByRole('status').getByText('指标').waitFor();
        const [head = [], ...rows] = await savedCsv(page);
        const shown = await indicatorsShown(page);
        expect(shown.length, name).toBeGreaterThan(0);
        expect(rows.slice(0, -1).map((row) => asShown(head, row))).toEqual(shown);
        expect(rows.at(-1)).toContain(`合计 ${String(shown.length)}项指标`);
        await page.getByRole('button', { name: '清除条件' }).click();
        await page.getByRole('status').getByText('显示全部').waitFor();
      }
    });
  });

  it('is a workbook too, which says what was asked for', async () => {
    await withPage(site, '/indicators/?level=产出指标&sign=≥', async (page) => {
      await page.getByRole('status').getByText('符合条件').waitFor();
      const { name, rows, notes } = await savedWorkbook(page);
      expect(name).toMatch(/^绩效指标-\d{4}年-产出指标-≥-\d+项\.xlsx$/);
      expect(rows).toEqual(await savedCsv(page));
      expect(notes.get('比较方式')).toBe('≥');
      expect(notes.get('网址')).toBe(page.url());
    });
  });
});
