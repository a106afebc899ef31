import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLES } from '../../src/open-data/tables.ts';
import { sizeWords } from '../../src/site/words.ts';
import { readCsv } from '../open-data/read-csv.ts';
import { launchBrowser, type PageOptions, withSoundPageAt } from '../setup/browser.ts';
import { REAL_SITE, SITES, THREE_DEPARTMENTS, type TestedSite } from '../setup/sites.ts';
import { violationsOf } from './accessibility.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const on = (site: TestedSite, path: string, test: (page: Page) => Promise<void>, options: PageOptions = {}) =>
  withSoundPageAt(browser, path, { ...site.options, ...options }, test);

const fileIn = ({ folder }: TestedSite, path: string) => readFileSync(join(folder, path), 'utf8');

/** What a reader gets who follows a link to a file. */
async function take(page: Page, link: Locator): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

it('from the front page all indicators are two taps away on a phone', async () => {
  await on(
    REAL_SITE,
    '/',
    async (page) => {
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '数据' }).tap();
      const { name, text } = await take(page, page.getByRole('link', { name: /^CSV\s*（绩效指标）/ }));
      expect(name).toBe('indicators.csv');
      expect(text).toBe(fileIn(REAL_SITE, 'data/indicators.csv'));
      expect(readCsv(text)).toHaveLength(317);
    },
    PHONE,
  );
});

/** The tables in which something stands: to others no reader is led. */
const tablesOf = (site: TestedSite) =>
  TABLES.filter(({ name }) => readCsv(fileIn(site, `data/${name}.csv`)).length > 1);

describe.each(SITES)('the page about the data of $title', (site) => {
  it('says of each table how many rows it has and how large its files are', async () => {
    await on(site, '/data/', async (page) => {
      const lines = page.getByRole('table', { name: '一张表一个文件' }).getByRole('row');
      for (const [place, { name, title }] of tablesOf(site).entries()) {
        const row = lines.nth(place + 1);
        expect(await row.getByRole('rowheader').innerText()).toContain(title);
        const rows = readCsv(fileIn(site, `data/${name}.csv`)).length - 1;
        const cells = await row.getByRole('cell').allInnerTexts();
        const sizes = ['csv', 'json'].map((format) =>
          sizeWords(statSync(join(site.folder, `data/${name}.${format}`)).size),
        );
        expect(cells.map((text) => text.replaceAll(/\s+/g, ' ').replace(/\s*（.*）/, ''))).toEqual([
          `CSV ${sizes[0] ?? ''}`,
          `JSON ${sizes[1] ?? ''}`,
          `${rows.toLocaleString('en')}行`,
        ]);
      }
    });
  });

  it('explains each column of each table, with an example that stands in the data', async () => {
    await on(site, '/data/', async (page) => {
      for (const { name, title, columns } of tablesOf(site)) {
        await page.getByText(`${title}（${String(columns.length)}栏）`, { exact: true }).click();
        const rows = readCsv(fileIn(site, `data/${name}.csv`));
        const [header = []] = rows;
        const shown = await page
          .getByRole('table', { name: `${title}的各栏` })
          .locator('tbody tr')
          .evaluateAll((all) =>
            all.map((row) =>
              [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()),
            ),
          );
        expect(shown.map(([first]) => first)).toEqual(header);
        expect(shown.map(([, second]) => second)).toEqual(columns.map((column) => column.name));
        shown.forEach((cells, place) => {
          const example = cells[4] ?? '';
          const texts = rows.slice(1).map((row) => (row[place] ?? '').replaceAll(/\s+/g, ' ').trim());
          const stated = texts.filter((text) => text !== '');
          if (stated.length === 0) expect(example).toBe('现在都是空白');
          else expect(stated.some((text) => text.startsWith(example.replace(/…$/, '')))).toBe(true);
        });
      }
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it('fits a phone, also unfolded, and is no longer than a few screens before', async () => {
    const sizeOf = (page: Page) =>
      page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    await on(
      site,
      '/data/',
      async (page) => {
        const [, height = 0] = await sizeOf(page);
        expect(height).toBeLessThan(6000);
        await page.locator('main details').evaluateAll((all) => {
          all.forEach((one) => {
            one.setAttribute('open', '');
          });
        });
        expect((await sizeOf(page))[0]).toBe(PHONE.viewport.width);
        expect(await violationsOf(page)).toEqual([]);
      },
      PHONE,
    );
  });
});

it('the files of a year or a department are offered once it is chosen', async () => {
  await on(THREE_DEPARTMENTS, '/data/', async (page) => {
    const choice = page.getByRole('combobox', { name: '年度和部门' });
    const link = page.getByRole('link', { name: /^资金支出计划\s*（JSON/ });
    expect((await take(page, link)).text).toBe(fileIn(THREE_DEPARTMENTS, 'data/2023/disbursement-plan.json'));
    await choice.selectOption('2022年，虚构市教育局');
    const { name, text } = await take(page, link);
    expect(name).toBe('资金支出计划-2022-999001.json');
    expect(text).toBe(fileIn(THREE_DEPARTMENTS, 'data/2022/999001/disbursement-plan.json'));
  });
});

it('without scripts a list leads to the files of each year and department', async () => {
  await on(
    THREE_DEPARTMENTS,
    '/data/',
    async (page) => {
      expect(await page.getByRole('combobox', { name: '年度和部门' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: /复制/ }).count()).toBe(0);
      await page.getByText(/^2022年（\d个部门）$/).click();
      await page.getByRole('link', { name: '虚构市教育局' }).click();
      expect(new URL(page.url()).hash).toBe('#data');
      const own = await take(page, page.getByRole('link', { name: /^绩效指标\s*（CSV/ }));
      expect(own.name).toBe('绩效指标-2022-999001.csv');
      expect(own.text).toBe(fileIn(THREE_DEPARTMENTS, 'data/2022/999001/indicators.csv'));
      await page.goto('/2022/');
      const year = await take(page, page.getByRole('link', { name: /^部门\s*（CSV/ }));
      expect(year.name).toBe('部门-2022.csv');
      expect(year.text).toBe(fileIn(THREE_DEPARTMENTS, 'data/2022/departments.csv'));
    },
    { javaScriptEnabled: false },
  );
});

it('lines of code and the citation are copied as they stand', async () => {
  await on(
    REAL_SITE,
    '/data/',
    async (page) => {
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await page.getByText('Python，读CSV', { exact: true }).click();
      const sample = page.getByRole('group').filter({ hasText: 'import csv' });
      await sample.getByRole('button', { name: '复制代码' }).click();
      await sample.getByText('代码已复制。').waitFor();
      expect(await copied()).toBe(await sample.locator('pre').innerText());
      await page.getByRole('button', { name: '复制引用' }).click();
      await page.getByText('引用已复制。').waitFor();
      expect(await copied()).toMatch(
        /^保定白沟新城管理委员会组织人事局\. .*\[DS\/OL\].*\[下载日期\]\. http\S*\/data\/\s*\.$/,
      );
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});
