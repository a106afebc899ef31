import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type PageOptions, withSoundPageAt } from '../setup/browser.ts';
import { violationsOf } from './accessibility.ts';

/** Holds targets in 万元, a share that cannot be true, and a purpose. */
const PROJECT = '/2022/313001/13060522P00416610001C/';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const withPage = (path: string, test: (page: Page) => Promise<void>, options: PageOptions = {}) =>
  withSoundPageAt(browser, path, { reducedMotion: 'reduce', ...options }, test);

const openSettings = (page: Page) => page.getByText('显示设置').click();
const rootSize = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const WHITE = 'rgb(255, 255, 255)';

describe('关怀版', () => {
  it('enlarges text and targets, says so, and stays on other pages until it is switched off', async () => {
    await withPage('/', async (page) => {
      const before = await rootSize(page);
      const button = page.getByRole('button', { name: '关怀版' });
      await button.click();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      await page.locator('[aria-live]').filter({ hasText: '已打开关怀版' }).waitFor({ state: 'attached' });
      expect(await rootSize(page)).toBeGreaterThan(before * 1.25);
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      expect(await violationsOf(page)).toEqual([]);

      await page.goto(PROJECT);
      expect(await rootSize(page)).toBeGreaterThan(before * 1.25);
      expect(await violationsOf(page)).toEqual([]);
      await page.getByRole('button', { name: '关怀版' }).click();
      await page.reload();
      expect(await rootSize(page)).toBe(before);
    });
  });

  it('leaves nothing at the side of a phone of 320 px', async () => {
    await withPage(
      PROJECT,
      async (page) => {
        await page.getByRole('button', { name: '关怀版' }).click();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      },
      { viewport: { width: 320, height: 640 } },
    );
  });
});

describe('light and dark', () => {
  it('follow the system, unless the reader chooses', async () => {
    await withPage(
      PROJECT,
      async (page) => {
        expect(await paper(page)).not.toBe(WHITE);
        expect(await violationsOf(page)).toEqual([]);
        await openSettings(page);
        await page.getByLabel('深浅').selectOption('浅色');
        expect(await paper(page)).toBe(WHITE);
        await page.goto('/');
        expect(await paper(page)).toBe(WHITE);
        await openSettings(page);
        await page.getByLabel('深浅').selectOption('跟随系统');
        expect(await paper(page)).not.toBe(WHITE);
        expect(await violationsOf(page)).toEqual([]);
      },
      { colorScheme: 'dark' },
    );
  });

  it('print on white paper', async () => {
    await withPage(
      '/2022/313001/',
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        expect(await paper(page)).toBe(WHITE);
      },
      { colorScheme: 'dark' },
    );
  });
});

describe('the unit of amounts', () => {
  it('changes every amount of the site and none of the document, stays, and can be changed back', async () => {
    await withPage(PROJECT, async (page) => {
      const figures = page.locator('.figures');
      const indicators = page.locator('table.indicators');
      const written = { figures: await figures.innerText(), indicators: await indicators.innerText() };
      expect(written.figures).toContain('5.10');
      expect(written.indicators).toContain('5.1');
      await openSettings(page);
      await page.getByLabel('金额单位').selectOption('元');
      expect(await figures.innerText()).toMatch(/51,000\s*元/);
      expect(await page.getByRole('columnheader', { name: '本项目累计金额（元）' }).count()).toBe(1);
      expect(await page.getByRole('cell', { name: '12,750', exact: true }).count()).toBe(1);
      expect(await indicators.innerText()).toBe(written.indicators);
      expect(await violationsOf(page)).toEqual([]);

      await page.goto('/2022/313001/');
      expect(await page.locator('.figures').innerText()).toMatch(/44,257,200\s*元/);
      await page.getByText('列明至少6,492,725元（14.67%）；另有11个项目共23,686,300元').first().waitFor();
      await page.goto(PROJECT);
      await openSettings(page);
      await page.getByLabel('金额单位').selectOption('万元');
      expect(await figures.innerText()).toBe(written.figures);
    });
  });

  it.each(['510', '000', '5.10', '万元', '元'])(
    'is right where a search for “%s” led to the amounts, chosen before or after',
    async (words) => {
      const found = `${PROJECT}?q=${encodeURIComponent(words)}`;
      await withPage(PROJECT, async (page) => {
        // Without blanks: a mark may break lines elsewhere.
        const said = async () => (await page.locator('main').innerText()).replaceAll(/\s/g, '');
        await openSettings(page);
        await page.getByLabel('金额单位').selectOption('元');
        const inYuan = await said();
        expect(inYuan).toContain('51,000元');
        await page.goto(found);
        await expect.poll(said).toBe(inYuan);
        await openSettings(page);
        await page.getByLabel('金额单位').selectOption('万元');
        await page.reload();
        const inWan = await said();
        expect(inWan).toContain('5.10万元');
        await openSettings(page);
        await page.getByLabel('金额单位').selectOption('元');
        await expect.poll(said).toBe(inYuan);
      });
    },
  );

  it('holds for what is drawn: labels, the points that are read, the values of bars, exactly', async () => {
    await withPage('/2022/313001/', async (page) => {
      await openSettings(page);
      await page.getByLabel('金额单位').selectOption('元');
      const bars = page.locator('figure', { hasText: '各项目预算数' }).first();
      expect(await bars.locator('.bar-value').first().innerText()).toBe('13,920,000');
      expect(await bars.getByText(/^单位：/).innerText()).toBe('单位：元');
      const columns = page.getByRole('application', { name: /^各时段计划支出/ });
      await columns.focus();
      await columns.locator('canvas').waitFor();
      await page.keyboard.press('Home');
      // 649.2725万元 is 649.27 as a label; its 25元 are not lost.
      await page.locator('[aria-live]').filter({ hasText: '6,492,725元' }).waitFor({ state: 'attached' });
      await page.getByLabel('金额单位').selectOption('万元');
      expect(await bars.locator('.bar-value').first().innerText()).toBe('1,392.00');
    });
  });

  it('holds for what is filtered later', async () => {
    await withPage('/projects/', async (page) => {
      await openSettings(page);
      await page.getByLabel('金额单位').selectOption('亿元');
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox').fill('城乡居民基本医疗保险补助');
      await page.getByRole('status').filter({ hasText: '0.1392亿元' }).waitFor();
      expect(await page.getByRole('cell', { name: '0.1392', exact: true }).count()).toBeGreaterThan(0);
    });
  });
});

describe('a term', () => {
  it('opens its explanation where it stands, by keyboard too, and gives the focus back', async () => {
    await withPage(PROJECT, async (page) => {
      const term = page.getByRole('link', { name: '累计', exact: true });
      await term.focus();
      await page.keyboard.press('Enter');
      const card = page.getByRole('note', { name: '术语：累计支出进度' });
      await card.getByText('百分比是从年初一路加上来的').waitFor();
      expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await term.getAttribute('aria-expanded')).toBe('true');
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await card.count()).toBe(0);
      expect(await term.evaluate((element) => element === document.activeElement)).toBe(true);

      // One at a time, also in key figures and tables.
      await page.locator('.figures').getByRole('link', { name: '预算数' }).click();
      await page.getByRole('note', { name: '术语：预算数' }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      const inTable = page.locator('table.indicators').getByRole('link', { name: '产出指标' });
      await inTable.click();
      const below = page.getByRole('note', { name: '术语：产出指标' });
      await below.waitFor();
      const [word, place] = [await inTable.boundingBox(), await below.boundingBox()];
      expect(Math.abs((place?.y ?? 0) - (word?.y ?? 0) - (word?.height ?? 0))).toBeLessThan(40);
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.getByRole('note', { name: /^术语/ }).count()).toBe(1);
      expect(new URL(page.url()).pathname).toBe(PROJECT);
    });
  });

  it('leads to the glossary without scripts', async () => {
    await withPage(
      PROJECT,
      async (page) => {
        await page.getByRole('link', { name: '累计', exact: true }).click();
        expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#累计支出进度');
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('reading aloud', () => {
  it('says heading, cells and signs in words, marks what is read, and stops when it is told to', async () => {
    const { page, problems, close } = await openPage(browser);
    try {
      // A voice that says nothing and tells what it was asked to say: the machine may have none of its own.
      await page.addInitScript(() => {
        const said: string[] = [];
        Object.defineProperty(window, 'speechSynthesis', {
          value: {
            speak(words: SpeechSynthesisUtterance) {
              said.push(words.text);
              document.documentElement.dataset.said = said.join('\n');
              // It goes on with the last row of the plan for as long as the test looks.
              if (!words.text.startsWith('12月底，100'))
                setTimeout(() => {
                  words.onend?.(new Event('end') as SpeechSynthesisEvent);
                });
            },
            cancel() {
              document.documentElement.dataset.cancelled = '';
            },
          },
        });
      });
      await page.goto(PROJECT);
      await openSettings(page);
      await page.getByRole('button', { name: '朗读本页' }).click();
      const stop = page.getByRole('button', { name: '停止朗读' });
      await page.waitForFunction(
        () => document.documentElement.dataset.said?.includes('12月底，100') === true,
      );
      const said = (await page.locator('html').getAttribute('data-said'))?.split('\n') ?? [];
      expect(said[1]).toContain('组织人事局《关于提前下达2022年度下派');
      expect(said).toContain('3月底，25.00，1.275，14.67');
      expect(said.filter((text) => text.includes('关怀版'))).toEqual([]);
      await page.locator('.being-read').waitFor();
      await stop.click();
      expect(await page.locator('.being-read').count()).toBe(0);
      await page.getByRole('button', { name: '朗读本页' }).waitFor();
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});

it('a project can be cited with its whole address and the date', async () => {
  await withPage(
    PROJECT,
    async (page) => {
      await page.getByRole('button', { name: '复制引用' }).click();
      await page.getByText('引用已复制。').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('（项目编码13060522P00416610001C），2022年项目绩效目标表第37张');
      expect(copied).toMatch(
        /http:\/\/127\.0\.0\.1:\d+\/projects\/13060522P00416610001C\/，访问日期：\d{4}年\d+月\d+日$/,
      );
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});
