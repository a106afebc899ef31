import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawCharts } from '../../scripts/screenshots/open-view.ts';
import { launchBrowser, type PageOptions, withSoundPageAt } from '../setup/browser.ts';
import { THREE_DEPARTMENTS } from '../setup/sites.ts';
import { violationsOf } from './accessibility.ts';

/** The code of 虚构教师培训经费 in three years and, by mistake, of 虚构医师培训经费 of another department in 2023. */
const SHARED = '99900121P00002110001N';
/** Stands in three departments and three years. */
const SERVICE = '虚构基层服务站运行经费';
/** Of a department that states 元 and plans for the end of September. */
const VACCINES = '/2023/999002/999002202100000000001/';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const withPage = (path: string, test: (page: Page) => Promise<void>, options: PageOptions = {}) =>
  withSoundPageAt(
    browser,
    path,
    {
      ...THREE_DEPARTMENTS.options,
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 900 },
      ...options,
    },
    test,
  );
const rowOf = (page: Page, name: RegExp) => page.getByRole('row', { name }).getByRole('cell').allInnerTexts();
const linesOf = async (page: Page, click: () => Promise<void>) => {
  const download = page.waitForEvent('download');
  await click();
  const text = readFileSync(await (await download).path(), 'utf8');
  return text
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
};

describe('the comparison of projects of one code', () => {
  it('keeps departments and years apart, also by their names', async () => {
    const keys = [`2023/999001/${SHARED}`, `2023/999002/${SHARED}`, `2021/999001/${SHARED}`];
    await withPage(`/compare/?${keys.map((key) => `p=${key}`).join('&')}`, async (page) => {
      await page.getByText('并排列出3个项目。').waitFor();
      expect(await rowOf(page, /^预算数/)).toEqual(['200.00万元', '19.00万元', '200.00万元']);
      expect(
        await page.getByRole('table', { name: '金额' }).getByRole('columnheader').allInnerTexts(),
      ).toEqual([
        '比较内容',
        '甲 虚构教师培训经费（2023年）',
        '乙 虚构医师培训经费',
        '丙 虚构教师培训经费（2021年）',
      ]);
      // The month-ends of both forms.
      expect(await rowOf(page, /^9月底/)).toEqual(['未列', '75.00', '未列']);
      expect(await rowOf(page, /^10月底/)).toEqual(['75.00', '未列', '75.00']);
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it('takes both from their pages, and says of each whose it is', async () => {
    await withPage(`/2023/999001/${SHARED}/`, async (page) => {
      await page.getByRole('button', { name: '加入比较' }).click();
      await page.goto(`/2023/999002/${SHARED}/`);
      await page.getByRole('button', { name: '加入比较' }).click();
      await page.getByRole('link', { name: '并排比较这2个项目' }).click();
      await expect.poll(() => rowOf(page, /^预算数/)).toEqual(['200.00万元', '19.00万元']);
      const chosen = page.locator('ol.chosen > li');
      expect(await chosen.allInnerTexts()).toEqual([
        expect.stringContaining('2023年，虚构市教育局'),
        expect.stringContaining('2023年，虚构市卫生健康局'),
      ]);
    });
  });
});

it('the permanent address of a code names each of its projects, and leads to each', async () => {
  await withPage(`/projects/${SHARED}/`, async (page) => {
    const projects = page.locator('main > ul > li');
    expect(await projects.allInnerTexts()).toEqual([
      '虚构教师培训经费：2021年，虚构市教育局、2022年，虚构市教育局、2023年，虚构市教育局',
      '虚构医师培训经费：2023年，虚构市卫生健康局',
    ]);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      '虚构教师培训经费（虚构市教育局）',
    ]);
    expect(await violationsOf(page)).toEqual([]);
    await projects.nth(1).getByRole('link').click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('虚构医师培训经费');
    expect(await page.locator('.figures').innerText()).toMatch(/19\.00\s*万元/);
  });
});

describe('the list', () => {
  it('shows the latest year, offers the others, and gives away what it shows, each with its department', async () => {
    await withPage(`/projects/?q=${SERVICE}`, async (page) => {
      const status = page.getByRole('status').filter({ hasText: '3个项目' }).first();
      await status.waitFor();
      expect(await status.innerText()).toContain('预算数合计93.10万元');
      const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: SERVICE }) });
      expect(await rows.allInnerTexts()).toEqual([
        expect.stringContaining('虚构市教育局'),
        expect.stringContaining('虚构市卫生健康局'),
        expect.stringContaining('虚构市文化馆'),
      ]);
      await page.getByRole('radio', { name: '2021年' }).check();
      await page.getByRole('status').filter({ hasText: '预算数合计73.60万元' }).first().waitFor();
      await page.getByRole('radio', { name: '各年都列出' }).check();
      await page.getByRole('status').filter({ hasText: '2021年3个项目' }).first().waitFor();
      const [head = [], ...lines] = await linesOf(page, () =>
        page.getByRole('button', { name: '下载所列（CSV）' }).click(),
      );
      const cellOf = (line: readonly string[], heading: string) => line[head.indexOf(heading)] ?? '';
      const projects = lines.filter((line) => cellOf(line, '部门') !== '');
      expect(
        projects.map((line) => `${cellOf(line, '年度')}/${cellOf(line, '部门').slice(0, 3)}`).toSorted(),
      ).toEqual(['2021', '2022', '2023'].flatMap((year) => Array<string>(3).fill(`${year}/虚构市`)));
      expect(new Set(projects.map((line) => cellOf(line, '部门'))).size).toBe(3);
      // In 万元, whatever unit the document has.
      expect(projects.map((line) => cellOf(line, '预算数（万元，空白为未列）'))).toContain('36.80');
    });
  });
});

it('the search finds a project in each department and year, the latest first', async () => {
  await withPage(`/search/?q=${SERVICE}`, async (page) => {
    await page.getByRole('status').filter({ hasText: '找到9个' }).waitFor();
    const hits = page.locator('.search-results > .hits').first().locator('> li');
    const found = await hits.allInnerTexts();
    expect(found.map((text) => text.match(/\d{4}年|虚构市\p{L}+/gu)?.join(' · '))).toEqual(
      ['2023年', '2022年', '2021年'].flatMap((year) =>
        ['虚构市教育局', '虚构市卫生健康局', '虚构市文化馆'].map((name) => `${year} · ${name}`),
      ),
    );
    await hits.nth(5).getByRole('link').first().click();
    expect(new URL(page.url()).pathname).toBe('/2022/999003/002/');
  });
});

it('the search offers no examples that lead nowhere', async () => {
  await withPage('/search/', async (page) => {
    expect(await page.locator('.examples a').count()).toBe(0);
  });
});

describe('the chart of a plan with other month-ends', () => {
  it('has the points of its form, as table, drawing and file', async () => {
    await withPage(VACCINES, async (page) => {
      await drawCharts(page);
      const chart = page.locator('#chart-plan');
      const rows = chart.getByRole('table').locator('tbody').getByRole('row');
      expect((await rows.allInnerTexts()).map((text) => text.split('\t').slice(0, 3))).toEqual([
        ['3月底', '25.00', '30.75'],
        ['6月底', '50.00', '61.50'],
        ['9月底', '75.00', '92.25'],
        ['12月底', '100.00', '123.00'],
      ]);
      expect(await chart.locator('canvas').isVisible()).toBe(true);
      const lines = await linesOf(page, () => chart.getByRole('button', { name: / CSV：/ }).click());
      expect(lines.map(([period]) => period)).toEqual(['截至', '3月底', '6月底', '9月底', '12月底']);
    });
  });

  it.each([
    ['/2023/999002/', ['3月底', '6月底', '9月底', '12月底']],
    ['/2023/', ['3月底', '6月底', '9月底', '10月底', '12月底']],
  ])('has on %s each month-end that one of the projects has', async (path, periods) => {
    await withPage(path, async (page) => {
      await drawCharts(page);
      const labels = page.locator('#chart-plan tbody th');
      expect(await labels.allTextContents()).toEqual(periods);
    });
  });

  it('is not there where the form has no plan', async () => {
    await withPage('/2023/999003/001/', async (page) => {
      expect(await page.locator('#chart-plan').count()).toBe(0);
      expect(await page.getByRole('main').innerText()).not.toMatch(/NaN|undefined|月底/);
    });
  });
});

describe('amounts of a department that states 元', () => {
  it('are shown in the unit that the reader chooses, exactly', async () => {
    await withPage('/2023/999002/999002202100000000002/', async (page) => {
      const figures = page.locator('.figures');
      expect(await figures.innerText()).toMatch(/123\.456789\s*万元/);
      await page.getByText('显示设置').click();
      await page.getByLabel('金额单位').selectOption('元');
      expect(await figures.innerText()).toMatch(/1,234,567\.89\s*元/);
      await page.getByLabel('金额单位').selectOption('亿元');
      expect(await figures.innerText()).toMatch(/0\.0123456789\s*亿元/);
    });
  });

  it('are looked for by what stands in the form', async () => {
    await withPage('/search/?q=2345678.95元', async (page) => {
      await page.getByRole('link', { name: '虚构急救设备购置' }).first().waitFor();
    });
  });
});
