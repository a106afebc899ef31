import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printPage } from '../../src/pdf/print-book.ts';
import { launchBrowser, type PageOptions, withSoundPageAt } from '../setup/browser.ts';
import { madeUpCode, madeUpDepartment } from '../setup/made-up-content.ts';
import { bare, readPdfPages } from '../setup/pdf-pages.ts';
import { sampleProject } from '../setup/sample.ts';
import { serveMadeUp, type ServedMadeUp } from './serve-made-up.ts';

/**
 * A site on which the latest year has begun: one department of two with a few projects. The year before has long names
 * and a very long text.
 */
const LATIN = 'A'.repeat(200);
const LONG = '虚构的用途。'.repeat(3400);
const [NAMED, LENGTHY] = [madeUpCode(2098, 1), madeUpCode(2098, 2)];
const project = (year: number, number: number, change: Parameters<typeof sampleProject>[0] = {}) =>
  sampleProject({
    year,
    sequence: number,
    code: madeUpCode(year, number),
    name: `示例项目${String(number)}`,
    ...change,
  });
const ROAD = '示例：道路养护';
const departments = [
  madeUpDepartment({
    year: 2098,
    code: '999001',
    name: `虚构部门${'D'.repeat(120)}`,
    overallGoals: `虚构的目标${'g'.repeat(300)}`,
    projects: [
      project(2098, 1, { name: LATIN, purpose: 'x'.repeat(3000) }),
      project(2098, 2, { purpose: LONG }),
      ...Array.from({ length: 38 }, (_, index) => project(2098, index + 3)),
    ],
  }),
  madeUpDepartment({
    year: 2098,
    code: '999002',
    projects: [project(2098, 90, { departmentCode: '999002', name: ROAD, amount: '70' })],
  }),
  madeUpDepartment({
    year: 2099,
    code: '999002',
    name: '示例部门',
    telephone: '0000-0000000',
    postalAddress: '示例路1号',
    projects: [1, 2, 3].map((number) => project(2099, number, { departmentCode: '999002', amount: '5' })),
  }),
];

let served: ServedMadeUp | undefined;
let browser: Browser;
beforeAll(async () => {
  served = await serveMadeUp(departments);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await served?.close();
});

const PHONE = { viewport: { width: 390, height: 800 } };
const withPage = (path: string, test: (page: Page) => Promise<void>, options: PageOptions = PHONE) =>
  withSoundPageAt(browser, path, { siteUrl: served?.url ?? '', reducedMotion: 'reduce', ...options }, test);

describe('a latest year of three projects', () => {
  it('does not look like the whole: each year says what it holds, and nothing is added up', async () => {
    await withPage('/', async (page) => {
      const years = page.getByRole('region', { name: '各年度有什么' });
      expect(await years.innerText()).toContain('2099年只有1个部门，2098年有2个，2099年的数据可能还不全。');
      expect(await years.getByRole('listitem').allInnerTexts()).toEqual([
        '2099年：1个部门，3个项目，预算共15.00万元',
        '2098年：2个部门，41个项目，预算共4,070.00万元',
      ]);
      expect(await page.getByRole('main').innerText()).not.toContain('4,085');
      await years.getByRole('link', { name: '2098年' }).click();
      await page.waitForURL('**/2098/');
    });
    await withPage('/2099/', async (page) => {
      await page.getByText('2099年只有1个部门，2098年有2个').waitFor();
    });
  });

  it('names whom to ask, as the site itself has no contact', async () => {
    const asked = '对内容有疑问，请问公开原文的部门：示例部门，联系电话0000-0000000，地址示例路1号。';
    for (const path of ['/', `/2099/999002/${madeUpCode(2099, 1)}/`]) {
      await withPage(path, async (page) => {
        expect(await page.getByText(asked).count()).toBeGreaterThan(0);
      });
    }
  });

  it('is found by a question that everyday people ask, with what is paid when', async () => {
    await withPage('/search/', async (page) => {
      await page.getByRole('searchbox').fill('示例道路养护什么时候付多少钱');
      const hit = page.locator('.hits > li').first();
      await hit.getByRole('link', { name: ROAD }).waitFor();
      expect(await hit.innerText()).toContain(
        '预算数70.00万元；计划3月底付25%，6月底50%，10月底75%，12月底付完',
      );
      expect(await page.locator('.search-status').innerText()).toContain('已略去');
    });
  });
});

describe('names and texts without a place to break', () => {
  const codes = [NAMED, LENGTHY].map((code) => `2098/999001/${code}`);

  it.each([
    ...['/', '/projects/?year=2098', '/2098/', '/2098/999001/', '/2098/999001/print/', '/checks/'],
    ...['/checks/completeness/', '/indicators/2098/', '/indicators/shared/2098/', `/search/?q=${LATIN}`],
    ...[
      `/${codes.join('/ /')}/`.split(' '),
      `/projects/${NAMED}/`,
      `/compare/?p=${codes.join('&p=')}`,
    ].flat(),
  ])('never make a page scroll sideways: %s', async (path) => {
    await withPage(path, async (page) => {
      await page.waitForLoadState('networkidle');
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  });

  it('of 20,000 characters begin on the sheet that has the head of the form', async () => {
    await withPage(`/2098/999001/${LENGTHY}/`, async (page) => {
      const [first] = await readPdfPages(await printPage(page));
      expect(first?.text).toContain(bare('预算规模'));
      expect(first?.text.split(bare('虚构的用途。')).length).toBeGreaterThan(100);
    });
  });

  it('leave a chart of many bars with its caption on one sheet', async () => {
    await withPage('/2098/999001/', async (page) => {
      const pages = await readPdfPages(await printPage(page));
      const captions = pages.filter(({ text }) => text.includes(bare('40个项目按预算数从大到小排列')));
      expect(captions).toHaveLength(1);
      expect(captions[0]?.text).toMatch(/单位:万元.*100\.00/);
    });
  });
});
