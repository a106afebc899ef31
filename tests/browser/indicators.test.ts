import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type PageOptions, withSoundPageAt } from '../setup/browser.ts';
import { violationsOf } from './accessibility.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const withPage = (path: string, test: (page: Page) => Promise<void>, options: PageOptions = {}) =>
  withSoundPageAt(browser, path, options, test);

/** How many rows of indicators can be seen. */
const shown = (page: Page) => page.locator('.catalogue tbody tr:visible').count();

it('all indicators can be read without scripts, each leading to its row', async () => {
  await withPage(
    '/indicators/',
    async (page) => {
      expect(await shown(page)).toBe(316);
      expect(await page.getByRole('searchbox').count()).toBe(0);
      await page.getByRole('link', { name: '退休人员丧葬数' }).click();
      expect(new URL(page.url()).hash).toMatch(/^#indicator-\d+$/);
      expect(await page.locator(new URL(page.url()).hash).textContent()).toContain('退休人员丧葬数');
    },
    { javaScriptEnabled: false },
  );
});

it('indicators are narrowed by several choices; the count is said and the view can be shared', async () => {
  await withPage('/indicators/', async (page) => {
    await page.getByLabel('比较方式').selectOption('≥');
    await page.getByRole('combobox', { name: '单位', exact: true }).selectOption('元');
    await page.getByRole('status').getByText('符合条件的指标有11项，共316项。').waitFor();
    expect(await shown(page)).toBe(11);
    await page.getByLabel('指标或项目里的词').fill('待遇人员');
    await page.getByRole('status').getByText('符合条件的指标有5项').waitFor();
    for (const text of await page.locator('.catalogue tbody tr:visible').allInnerTexts()) {
      expect(text).toContain('保障待遇人员养老金');
    }
    expect(await violationsOf(page)).toEqual([]);

    await page.goto(page.url());
    expect(await page.getByRole('combobox', { name: '单位', exact: true }).inputValue()).toBe('元');
    expect(await shown(page)).toBe(5);

    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByRole('status').getByText('显示全部316项指标。').waitFor();
    expect(await shown(page)).toBe(316);
    expect(new URL(page.url()).search).toBe('');
  });
});

it('levels, kinds of target and data notes can be asked for', async () => {
  await withPage('/indicators/?level=产出指标·时效指标&type=日期', async (page) => {
    expect(await page.locator('.catalogue:visible').count()).toBe(1);
    expect(await shown(page)).toBe(4);
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByLabel('数据说明').selectOption('有');
    await page.getByRole('status').getByText('符合条件').waitFor();
    const rows = await page.locator('.catalogue tbody tr:visible').allInnerTexts();
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((text) => !text.includes('有数据说明'))).toEqual([]);
  });
});

it('where nothing is found, it says so and what to do', async () => {
  await withPage('/indicators/?q=<script>alert(1)</script>&unit=没有这个单位', async (page) => {
    await page.getByRole('status').getByText('没有符合条件的指标').waitFor();
    expect(await shown(page)).toBe(0);
    expect(await page.getByRole('combobox', { name: '单位', exact: true }).inputValue()).toBe('');
    expect(await violationsOf(page)).toEqual([]);
  });
});

it('what several projects have stands side by side', async () => {
  await withPage('/indicators/', async (page) => {
    await page.getByRole('link', { name: '另有5个项目有同名指标' }).first().click();
    await page.waitForURL('**/indicators/shared/#*');
    const pensions = page.getByRole('region', { name: '基础养老金养老金发放总金额' });
    expect(await pensions.locator('tbody td:nth-child(2)').allInnerTexts()).toEqual([
      '≤190万元',
      '≤44.9万元',
      '819万元',
      '≤180万元',
      '≤1万元',
    ]);
    const subsidies = page.getByRole('region', { name: '政府对16-59周岁参保人员平均缴费补贴水平' });
    expect(await subsidies.innerText()).toContain('说明不一');
  });
});

it('all indicators can be taken away as a table, also without scripts', async () => {
  await withPage(
    '/indicators/',
    async (page) => {
      const href = await page.getByRole('link', { name: '下载全部指标' }).getAttribute('href');
      const file = await (await page.request.get(href ?? '')).text();
      const lines = file.trim().split('\r\n');
      expect(lines).toHaveLength(317);
      expect(lines[0]).toContain('指标值（空白为未列）');
      expect(file).toContain('3333个村街,33个村街');
    },
    { javaScriptEnabled: false },
  );
});

describe('on a phone', () => {
  const PHONE = { viewport: { width: 390, height: 800 } };
  const height = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);
  /** How many rows take up room; what is folded and can be found by the browser's search has next to none. */
  const rowsInSight = (page: Page) =>
    page
      .locator('.catalogue tbody tr')
      .evaluateAll((rows) => rows.filter((row) => row.getBoundingClientRect().height > 10).length);

  it('a part of each kind is shown first, and the rest where it is asked for', async () => {
    await withPage(
      '/indicators/',
      async (page) => {
        expect(await height(page)).toBeLessThan(10_000);
        const before = await rowsInSight(page);
        expect(before).toBeLessThan(60);
        await page.getByRole('button', { name: '显示其余38项' }).click();
        expect(await rowsInSight(page)).toBe(before + 38);
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
        expect(await violationsOf(page)).toEqual([]);
      },
      PHONE,
    );
  });

  it('a filter shows the first of what it leaves, and says how many more there are', async () => {
    await withPage(
      '/indicators/',
      async (page) => {
        await page.getByRole('combobox', { name: '单位', exact: true }).selectOption('元');
        await page.getByRole('status').getByText('符合条件的指标有').waitFor();
        const said = await page.getByRole('status').first().innerText();
        const buttons = await page.getByRole('button', { name: '显示其余' }).allInnerTexts();
        const folded = buttons.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0]), 0);
        expect((await rowsInSight(page)) + folded).toBe(Number(/有(\d+)项/.exec(said)?.[1]));
      },
      PHONE,
    );
  });

  it('paper has all of them, and so has a browser without scripts', async () => {
    await withPage(
      '/indicators/',
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        expect(await rowsInSight(page)).toBe(316);
      },
      PHONE,
    );
    await withPage(
      '/indicators/',
      async (page) => {
        expect(await rowsInSight(page)).toBe(316);
        expect(await page.getByRole('button', { name: '显示其余' }).count()).toBe(0);
      },
      { ...PHONE, javaScriptEnabled: false },
    );
  });

  it.each(['/checks/', '/checks/rules/', '/indicators/shared/', '/glossary/'])(
    '%s is no longer than 10,000 pixels',
    async (path) => {
      await withPage(
        path,
        async (page) => {
          expect(await height(page)).toBeLessThan(10_000);
        },
        PHONE,
      );
    },
  );

  it('an address that leads to what is folded shows it', async () => {
    await withPage(
      '/checks/rules/',
      async (page) => {
        const last = page.locator('.rules > div').last();
        const id = await last.getAttribute('id');
        expect(await last.evaluate((element) => element.getBoundingClientRect().height)).toBeLessThan(10);
        await page.goto(`/checks/rules/#${id ?? ''}`);
        await expect
          .poll(() => last.evaluate((element) => element.getBoundingClientRect().height))
          .toBeGreaterThan(50);
        expect(await last.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(800);
      },
      PHONE,
    );
  });
});
