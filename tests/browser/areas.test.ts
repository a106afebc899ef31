import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, withSoundPageAt } from '../setup/browser.ts';
import { REAL_SITE, SITES, THREE_DEPARTMENTS, type TestedSite } from '../setup/sites.ts';
import { violationsOf } from './accessibility.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const withPage = (site: TestedSite, path: string, test: (page: Page) => Promise<void>, viewport = DESK) =>
  withSoundPageAt(browser, path, { ...site.options, viewport, reducedMotion: 'reduce' }, test);

const chartIn = (page: Page) => page.getByRole('figure', { name: '各领域的预算数（本站归类）' });
/** Each bar's name, amount and share. */
const barsIn = (page: Page) =>
  chartIn(page)
    .locator('.bars li')
    .evaluateAll((bars) =>
      bars.map((bar) => [
        bar.querySelector('a')?.textContent ?? '',
        ...(bar.querySelector('.bar-value')?.textContent ?? '').trim().split(' · '),
      ]),
    );
const status = (page: Page) => page.getByRole('status').first();

describe('the question where the money goes', () => {
  it.each(SITES)('is answered first on the front page of $title, also on a phone', async (site) => {
    for (const viewport of [PHONE, DESK]) {
      await withPage(
        site,
        '/',
        async (page) => {
          const [first] = await page.locator('figure.chart').all();
          expect(await first?.getAttribute('id')).toBe('chart-areas');
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
          expect(await violationsOf(page)).toEqual([]);
        },
        viewport,
      );
    }
  });

  it('has amounts and shares of the published document, each leading to just these projects', async () => {
    await withPage(REAL_SITE, '/', async (page) => {
      const bars = await barsIn(page);
      expect(bars).toEqual([
        ['卫生健康', '1,966.90', '44.44%'],
        ['社会保障和就业', '1,963.61', '44.37%'],
        ['机关运行', '263.40', '5.95%'],
        ['党建与组织人事', '131.81', '2.98%'],
        ['文化旅游体育', '100.00', '2.26%'],
      ]);
      for (const [name = '', amount = ''] of bars) {
        await page.goto('/');
        await chartIn(page).locator('.bars').getByRole('link', { name, exact: true }).click();
        await status(page)
          .filter({ hasText: `领域（本站归类）：${name}。` })
          .waitFor();
        expect(await status(page).innerText()).toContain(`预算数合计${amount}万元`);
        expect(await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).isChecked()).toBe(true);
      }
    });
  });

  it('says by which words it was sorted, and that it is the site that sorts', async () => {
    await withPage(REAL_SITE, '/', async (page) => {
      await page.getByText('怎样归类').click();
      const own = page.getByRole('region', { name: '钱花在哪些领域' });
      await own.getByText('领域是本站归的类，官方文件里没有').waitFor();
      await own.getByText('名称里的词：医疗保险、医疗救助、疫苗。').waitFor();
    });
  });
});

describe('areas over departments with other units and years', () => {
  it('add up what is stated in 元 and in 万元, put what fits nowhere last, and count what is not stated', async () => {
    await withPage(THREE_DEPARTMENTS, '/2022/', async (page) => {
      // 虚构卫生健康 is stated in 元: 122万元, 123.456789, 234.567895 and 5.
      expect(await barsIn(page)).toEqual([
        ['虚构教育', '1,625.70', '64.63%'],
        ['虚构卫生健康', '485.02', '19.28%'],
        ['虚构文化', '160.50', '6.38%'],
        ['其他', '244.30', '9.71%'],
      ]);
      await chartIn(page).getByText('1个项目未列预算数，2个项目读不出，没有算进去。').waitFor();
    });
  });

  it('lead to the projects of their own year and department', async () => {
    await withPage(THREE_DEPARTMENTS, '/2022/999002/', async (page) => {
      const [, [name = '', amount = ''] = []] = await barsIn(page);
      expect([name, amount]).toEqual(['虚构教育', '19.00']);
      await chartIn(page).locator('.bars').getByRole('link', { name }).click();
      await status(page).filter({ hasText: '1个项目，预算数合计19.00万元' }).waitFor();
      expect(new URL(page.url()).searchParams.toString()).toBe(
        new URLSearchParams({ year: '2022', department: '999002', area: name }).toString(),
      );
    });
  });
});

describe('the area of a project', () => {
  it.each([
    ['/2023/999002/99900121P00002110001N/', '虚构教育，由编辑指定（怎样归类）。'],
    ['/2023/999002/999002202100000000001/', '虚构卫生健康，因为项目名称里有“疫苗”（怎样归类）。'],
    ['/2023/999003/002/', '其他，项目名称里没有哪个领域的词（怎样归类）。'],
  ])('stands on its page %s with what decided it', async (path, words) => {
    await withPage(THREE_DEPARTMENTS, path, async (page) => {
      const line = page.locator('p', { hasText: '领域（本站归类）：' });
      expect(await line.innerText()).toBe(`领域（本站归类）：${words}`);
      await line.getByRole('link', { name: '怎样归类' }).click();
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/2023/#areas');
    });
  });

  it('is a choice of the list, kept in its address, and in the name of its file', async () => {
    await withPage(REAL_SITE, '/projects/', async (page) => {
      const group = page.getByRole('group', { name: '领域（本站归类）' });
      await group.getByRole('checkbox', { name: /^文化旅游体育/ }).check();
      await status(page).filter({ hasText: '1个项目，预算数合计100.00万元' }).waitFor();
      await page.reload();
      await status(page).filter({ hasText: '领域（本站归类）：文化旅游体育。' }).waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '下载所列（CSV）' }).click();
      expect((await download).suggestedFilename()).toBe('预算项目-2022年-文化旅游体育-1个.csv');
    });
  });

  it('stands in its data', () => {
    const path = join(REAL_SITE.folder, '2022/313001/13060522P004089100014/project.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      area: { name: '卫生健康', by: 'word', word: '医疗救助' },
    });
  });
});
