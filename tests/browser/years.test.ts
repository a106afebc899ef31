import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, withSoundPageAt } from '../setup/browser.ts';
import { madeUpCode, madeUpDepartment } from '../setup/made-up-content.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';
import { violationsOf } from './accessibility.ts';
import { serveMadeUp, type ServedMadeUp } from './serve-made-up.ts';

/** One project in two years, each with an amount of its own; its like in another department, which states 元. */
const LASTING = madeUpCode(2098, 1);
const OTHER = madeUpCode(2099, 2);
const departments = [
  madeUpDepartment({
    year: 2098,
    code: '999001',
    projects: [sampleProject({ year: 2098, code: LASTING, name: '虚构的养老补助', amount: '80' })],
  }),
  madeUpDepartment({
    year: 2099,
    code: '999001',
    projects: [sampleProject({ code: LASTING, name: '虚构的养老补助', amount: '100' })],
  }),
  madeUpDepartment({
    year: 2099,
    code: '999002',
    unit: '元',
    projects: [
      sampleProject({
        departmentCode: '999002',
        code: OTHER,
        name: '虚构的养老补助',
        budget: budgetOf('3000000'),
      }),
    ],
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

const withPage = (path: string, test: (page: Page) => Promise<void>) =>
  withSoundPageAt(
    browser,
    path,
    { siteUrl: served?.url ?? '', viewport: { width: 1280, height: 900 } },
    test,
  );
const addressesIn = (page: Page) =>
  page
    .getByRole('row')
    .locator('th a:visible')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
const announced = (page: Page, words: string) =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor();

describe('the list of projects', () => {
  it('shows the latest year, and names the department of each', async () => {
    await withPage('/projects/', async (page) => {
      expect(await addressesIn(page)).toEqual([`/2099/999002/${OTHER}/`, `/2099/999001/${LASTING}/`]);
      const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
      expect(await rows.first().innerText()).toContain('虚构部门999002');
      expect(await page.getByRole('link', { name: '2098年' }).count()).toBeGreaterThan(0);
    });
  });

  it('says what a year adds up to, also where words are looked for in several', async () => {
    await withPage('/projects/?q=养老', async (page) => {
      await announced(page, '2个项目，预算数合计400.00万元');
      await page.getByRole('radio', { name: '2098年' }).check();
      await announced(page, '1个项目，预算数合计80.00万元');
      expect(new URL(page.url()).searchParams.get('year')).toBe('2098');
      expect(await addressesIn(page)).toEqual([`/2098/999001/${LASTING}/`]);
      await page.getByRole('radio', { name: '各年都列出' }).check();
      await announced(page, '2099年2个项目，预算数合计400.00万元；2098年1个项目，预算数合计80.00万元');
      expect(await page.getByRole('main').innerText()).not.toContain('480');
      expect(await violationsOf(page)).toEqual([]);
    });
  });

  it('counts beside each year what it would give', async () => {
    await withPage('/projects/?q=养老', async (page) => {
      await announced(page, '2个项目');
      const years = page.getByRole('group', { name: '年度' }).locator('label');
      await expect
        .poll(async () => (await years.allInnerTexts()).map((text) => text.replace(/\s/g, '')))
        .toEqual(['2099年2', '2098年1', '各年都列出3']);
    });
  });
});

describe('the comparison', () => {
  const key = (year: number) => `${String(year)}/999001/${LASTING}`;

  it('keeps the year of each project that was chosen on its page', async () => {
    await withPage(`/${key(2098)}/`, async (page) => {
      await page.getByRole('button', { name: '加入比较' }).click();
      await page.goto(`/${key(2099)}/`);
      await page.getByRole('button', { name: '加入比较' }).click();
      await page.getByRole('link', { name: '并排比较这2个项目' }).click();
      const amounts = page.getByRole('row', { name: /^预算数/ });
      await expect.poll(() => amounts.getByRole('cell').allInnerTexts()).toEqual(['80.00万元', '100.00万元']);
      expect(new URL(page.url()).searchParams.getAll('p')).toEqual([key(2098), key(2099)]);
    });
  });

  it('shows the latest year of a code alone', async () => {
    await withPage(`/compare/?p=${LASTING}&p=${key(2098)}`, async (page) => {
      const amounts = page.getByRole('row', { name: /^预算数/ });
      await expect.poll(() => amounts.getByRole('cell').allInnerTexts()).toEqual(['100.00万元', '80.00万元']);
    });
  });

  it('takes a tick for the project of its own department', async () => {
    await withPage('/projects/', async (page) => {
      await page.getByRole('button', { name: '选几个项目比较' }).click();
      for (const box of await page.getByRole('checkbox', { name: /^比较：/ }).all()) await box.check();
      await page.getByRole('link', { name: '并排比较这2个项目' }).click();
      const amounts = page.getByRole('row', { name: /^预算数/ });
      await expect
        .poll(() => amounts.getByRole('cell').allInnerTexts())
        .toEqual(['300.00万元', '100.00万元']);
    });
  });
});
