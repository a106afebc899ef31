import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type PageOptions, withSoundPage } from '../setup/browser.ts';

const DEPARTMENT = '/2022/313001/';
/** 提前下达2022年城乡居民基本养老保险中央财政补助资金: its plan is stated in full. */
const PROJECT = '/2022/313001/13060522P00416910001D/';
const DESK: PageOptions = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' };
const PHONE: PageOptions = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', hasTouch: true };

/** A busy machine is no failure. */
const PATIENT = { timeout: 30_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const withPage = (options: PageOptions, test: (page: Page) => Promise<void>) =>
  withSoundPage(browser, options, test);

/** Goes to a chart and waits until it is drawn. */
async function drawn(page: Page, path: string, id: string): Promise<Locator> {
  await page.goto(path);
  const chart = page.locator(`#${id}`);
  await chart.locator('.drawing').scrollIntoViewIfNeeded();
  await chart.locator('canvas, .bars').waitFor();
  return chart;
}

const SECOND = /^6月底：累计占预算列明至少27\.33%，累计金额列明至少1,209\.41万元，未列明的项目10个/;

describe('the points of a chart', () => {
  it('are gone over with the keys, shown in a tip and read out', async () => {
    await withPage(DESK, async (page) => {
      const chart = await drawn(page, DEPARTMENT, 'chart-plan');
      const spoken = chart.locator('.drawing [aria-live="polite"]');
      const tip = chart.locator('.chart-tip');
      await chart.getByRole('application', { name: '计划累计支出（折线图），用方向键逐项查看' }).focus();
      expect(await spoken.textContent()).toBe('');
      expect(await tip.isVisible()).toBe(false);
      const said: (string | null)[] = [];
      for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
        await page.keyboard.press(key);
        said.push(await spoken.textContent());
      }
      expect(said.map((words) => words?.split('：')[0])).toEqual([
        '3月底',
        '6月底',
        '12月底',
        '12月底',
        '10月底',
        '3月底',
      ]);
      expect(said[1]).toMatch(SECOND);
      expect(await tip.innerText()).toMatch(/^3月底\n累计占预算列明至少14\.67%\n/);
      await page.keyboard.press('Escape');
      expect(await tip.isVisible()).toBe(false);
      expect(await spoken.textContent()).toBe('');
      // All other keys stay with the page.
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('以表格显示：计划累计支出');
    });
  });

  it('of bars are brought into view, the last one also', async () => {
    await withPage(DESK, async (page) => {
      const chart = await drawn(page, DEPARTMENT, 'chart-budget');
      await chart.getByRole('application').focus();
      await page.keyboard.press('End');
      const marked = chart.locator('.bars .marked');
      expect(await marked.count()).toBe(1);
      expect(await marked.innerText()).toMatch(/0\.30$/);
      const tip = chart.locator('.chart-tip');
      expect(await tip.innerText()).toMatch(/万元\n占比/);
      const box = await tip.boundingBox();
      expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 800) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
    });
  });

  it('of bars are shown to a pointer over their row', async () => {
    await withPage(DESK, async (page) => {
      const chart = await drawn(page, DEPARTMENT, 'chart-budget');
      const row = chart.locator('.bars li').nth(2);
      await row.locator('.bar-value').hover();
      await expect.poll(() => chart.locator('.chart-tip').innerText(), PATIENT).toMatch(/518\.26万元/);
      expect(await row.getAttribute('class')).toBe('marked');
      await page.mouse.move(1, 1);
      expect(await chart.locator('.chart-tip').isVisible()).toBe(false);
      expect(await chart.locator('.marked').count()).toBe(0);
    });
  });

  it('show their tip to a finger that taps, within the screen, until it taps elsewhere', async () => {
    await withPage(PHONE, async (page) => {
      const chart = await drawn(page, DEPARTMENT, 'chart-plan');
      const frame = chart.getByRole('application');
      const room = await frame.boundingBox();
      const tip = chart.locator('.chart-tip');
      await frame.tap({ position: { x: (room?.width ?? 0) * 0.45, y: 150 } });
      await expect.poll(() => tip.isVisible(), PATIENT).toBe(true);
      expect(await tip.innerText()).toMatch(/^6月底\n/);
      const box = await tip.boundingBox();
      expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 390) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
      await chart.getByRole('heading').tap();
      await expect.poll(() => tip.isVisible(), PATIENT).toBe(false);
    });
  });
});

describe('a drawn chart', () => {
  /** How many pixels of a canvas have a colour. */
  const pixels = async (canvas: Locator, colour: readonly [number, number, number]) =>
    await canvas.evaluate((element, [red, green, blue]) => {
      if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas');
      const data = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at] === red && data[at + 1] === green && data[at + 2] === blue && data[at + 3] === 255)
          count += 1;
      }
      return count;
    }, colour);

  it('takes on the colours of the page whenever these change, and keeps its open tip', async () => {
    await withPage(DESK, async (page) => {
      const chart = await drawn(page, PROJECT, 'chart-plan');
      const canvas = chart.locator('canvas');
      await chart.getByRole('application').focus();
      await page.keyboard.press('End');
      expect(await pixels(canvas, [1, 200, 3])).toBe(0);
      // What a theme of the page does, whichever it is.
      await page.evaluate(() => {
        document.documentElement.style.setProperty('--accent', 'rgb(1, 200, 3)');
        document.documentElement.dataset.theme = 'dark';
      });
      await expect.poll(() => pixels(canvas, [1, 200, 3]), PATIENT).toBeGreaterThan(200);
      expect(await chart.locator('.chart-tip').innerText()).toMatch(/^12月底\n/);
    });
  });

  it('that a script shows is a sharp drawing on paper', async () => {
    await withPage(DESK, async (page) => {
      const path = '/compare/?p=13060522P00416910001D&p=13060522P00406710001A';
      const chart = await drawn(page, path, 'chart-plans');
      await page.emulateMedia({ media: 'print' });
      expect(await chart.locator('canvas').isVisible()).toBe(false);
      const picture = chart.getByRole('img', { name: '计划累计支出（折线图）' });
      expect(await picture.evaluate(({ tagName }) => tagName)).toBe('svg');
      const [room, scale] = [await picture.boundingBox(), await picture.getByText('100%').boundingBox()];
      expect(scale?.x ?? -1).toBeGreaterThanOrEqual((room?.x ?? 0) - 1);
    });
  });

  it('takes on the colours that the reader forces', async () => {
    await withPage(DESK, async (page) => {
      const chart = await drawn(page, PROJECT, 'chart-plan');
      const accent = () =>
        chart.locator('.drawing').evaluate((element) => {
          const probe = document.createElement('i');
          probe.style.color = 'var(--accent)';
          element.append(probe);
          const { color } = getComputedStyle(probe);
          probe.remove();
          return (color.match(/\d+/g) ?? []).slice(0, 3).map(Number);
        });
      const before = await accent();
      await page.emulateMedia({ forcedColors: 'active' });
      const [red = -1, green = -1, blue = -1] = await accent();
      expect([red, green, blue]).not.toEqual(before);
      await expect
        .poll(() => pixels(chart.locator('canvas'), [red, green, blue]), PATIENT)
        .toBeGreaterThan(200);
    });
  });
});

describe('the files of a chart', () => {
  /** Saves one kind of file; gives its name and content. */
  async function save(page: Page, chart: Locator, kind: string) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('button', { name: new RegExp(`^下载.* ${kind}：`) }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  it('are a CSV with the numbers of the table, a picture as SVG that stands alone, and one as PNG', async () => {
    await withPage(DESK, async (page) => {
      const chart = await drawn(page, PROJECT, 'chart-plan');
      const subject = '提前下达2022年城乡居民基本养老保险中央财政补助资金';
      const cells = await chart
        .locator('table tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())),
        );

      const csv = await save(page, chart, 'CSV');
      expect(csv.name).toBe(`计划累计支出与部门平均-${subject}.csv`);
      const text = csv.bytes.toString('utf8');
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(cells).toHaveLength(5);
      expect(
        text
          .slice(1)
          .split('\r\n')
          .slice(0, -1)
          .map((line) => line.split(',')),
      ).toEqual(cells);

      const svg = await save(page, chart, 'SVG');
      expect(svg.name).toBe(`计划累计支出与部门平均-${subject}.svg`);
      const parsed = await page.evaluate((source) => {
        const document = new DOMParser().parseFromString(source, 'image/svg+xml');
        return {
          root: document.documentElement.tagName,
          errors: document.querySelectorAll('parsererror').length,
          texts: [...document.querySelectorAll('text')].map(({ textContent }) => textContent),
          width: Number(document.documentElement.getAttribute('width')),
          height: Number(document.documentElement.getAttribute('height')),
        };
      }, svg.bytes.toString('utf8'));
      expect(parsed).toMatchObject({ root: 'svg', errors: 0 });
      const all = parsed.texts.join('');
      for (const words of ['计划累计支出与部门平均', subject, '单位：%', '25%', '组织人事局（本级）2022年']) {
        expect(all).toContain(words);
      }
      expect(all).toMatch(/#chart-plan\d{4}年\d{1,2}月\d{1,2}日取自网页$/);

      const png = await save(page, chart, 'PNG');
      expect(png.name).toBe(`计划累计支出与部门平均-${subject}.png`);
      expect(png.bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
      expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([
        parsed.width * 2,
        parsed.height * 2,
      ]);
      // Not an empty sheet.
      expect(png.bytes.length).toBeGreaterThan(20_000);
    });
  });

  it('are also those of a comparison, with the project behind each letter', async () => {
    await withPage(DESK, async (page) => {
      const chart = await drawn(
        page,
        '/compare/?p=13060522P00416910001D&p=13060522P00406710001A',
        'chart-plans',
      );
      const { bytes } = await save(page, chart, 'SVG');
      expect(bytes.toString('utf8').replace(/<[^>]*>/g, '')).toContain(
        '乙（2022-城乡居民基本医疗保险补助资金）',
      );
    });
  });
});
