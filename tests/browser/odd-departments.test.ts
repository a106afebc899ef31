import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawCharts } from '../../scripts/screenshots/open-view.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import { readAmount } from '../../src/model/money.ts';
import { printPage } from '../../src/pdf/print-book.ts';
import { launchBrowser, type PageOptions, withSoundPageAt } from '../setup/browser.ts';
import { madeUpCode, madeUpDepartment } from '../setup/made-up-content.ts';
import { bare, readPdfPages } from '../setup/pdf-pages.ts';
import { sampleProject } from '../setup/sample.ts';
import { violationsOf } from './accessibility.ts';
import { serveMadeUp, type ServedMadeUp } from './serve-made-up.ts';

/** A site whose one department states 元 and has no plan in its form: amounts of 15 digits, hundreds of indicators. */
const [LARGE, MANY] = [madeUpCode(2099, 1), madeUpCode(2099, 2)];
const TOTAL = '999999999999999.25';
const yuan = (text: string) => readAmount(text, '元');
const ROWS = 320;
const projects = [
  sampleProject({
    unit: '元',
    code: LARGE,
    name: '虚构的大额项目',
    budget: {
      total: yuan(TOTAL),
      fiscal: yuan('999999999999998.25'),
      carriedOver: yuan('123456789012.34'),
      other: yuan('1.00'),
    },
    disbursementPlan: [],
  }),
  sampleProject({
    unit: '元',
    sequence: 2,
    code: MANY,
    name: '虚构的多指标项目',
    budget: { total: yuan('0.5'), fiscal: yuan('0.5'), carriedOver: yuan(''), other: yuan('') },
    disbursementPlan: [],
    indicators: numberIndicators({
      产出指标: Array.from({ length: ROWS }, (_, index) => ({
        kind: '数量指标',
        name: `虚构指标${String(index + 1)}`,
        description: `虚构的描述${String(index + 1)}`,
        target: `≥${String(index + 1)}次`,
        basis: '虚构的依据',
      })),
    }),
  }),
];
const department = madeUpDepartment({ year: 2099, code: '999001', unit: '元', projects });

let served: ServedMadeUp | undefined;
let browser: Browser;
beforeAll(async () => {
  served = await serveMadeUp([department]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served?.close();
});

const withPage = (path: string, test: (page: Page) => Promise<void>, options: PageOptions = {}) =>
  withSoundPageAt(
    browser,
    path,
    {
      siteUrl: served?.url ?? '',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 900 },
      ...options,
    },
    test,
  );
const pathOf = (code: string) => `/2099/999001/${code}/`;

it('a site without areas shows nothing of them', async () => {
  for (const path of ['/', '/2099/', '/2099/999001/', pathOf(LARGE), '/projects/'])
    await withPage(path, async (page) => {
      expect(await page.locator('main').innerText()).not.toContain('领域');
      expect(await page.getByRole('group', { name: /领域/ }).count()).toBe(0);
    });
});

it.each(['/', '/projects/', '/2099/', '/2099/999001/', pathOf(LARGE), pathOf(MANY), '/indicators/'])(
  'a site of one department in 元 without plans fits a phone and a desk and breaks no rule, at %s',
  async (path) => {
    await withPage(path, async (page) => {
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await drawCharts(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await page.getByRole('main').innerText()).not.toMatch(/NaN|undefined|0\.00%/);
        expect(await page.locator('#chart-plan').count()).toBe(0);
        if (width === 390) expect(await violationsOf(page)).toEqual([]);
      }
    });
  },
);

describe('the printed form', () => {
  const linesOf = async (page: Page) => await readPdfPages(await printPage(page));

  it('has amounts of 15 digits whole, each within its own cell', async () => {
    await withPage(pathOf(LARGE), async (page) => {
      await page.emulateMedia({ media: 'print' });
      const cut = await page
        .locator('.sheets :is(td, th)')
        .evaluateAll((cells) =>
          cells
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
            .map(({ textContent }) => textContent),
        );
      expect(cut).toEqual([]);
      const pages = await linesOf(page);
      expect(pages).toHaveLength(1);
      const [{ text, texts, width } = { text: '', texts: [], width: 0 }] = pages;
      for (const amount of [TOTAL, '999999999999998.25', '123456789012.34']) expect(text).toContain(amount);
      expect(text).toContain(bare('单位：元'));
      expect(texts.filter(({ left, right }) => left < 40 || right > width - 40)).toEqual([]);
    });
  });

  it('has all of hundreds of indicators, in order', async () => {
    await withPage(pathOf(MANY), async (page) => {
      const pages = await linesOf(page);
      expect(pages.length).toBeGreaterThan(5);
      const numbers = pages.flatMap(({ text }) =>
        [...text.matchAll(/虚构的描述(\d+)≥\1次/g)].map(([, number]) => Number(number)),
      );
      expect(numbers).toEqual(Array.from({ length: ROWS }, (_, index) => index + 1));
    });
  });
});

it('the list adds up exactly, whatever is filtered, and says tiny of what is tiny', async () => {
  await withPage('/projects/?q=虚构', async (page) => {
    await page
      .getByRole('status')
      .filter({ hasText: '预算数合计99,999,999,999.999975万元' })
      .first()
      .waitFor();
    const shares = page.getByRole('cell').filter({ hasText: /^不足0\.01%$|^超过99\.99%$/ });
    expect(await shares.allInnerTexts()).toEqual(['超过99.99%', '不足0.01%']);
  });
});
