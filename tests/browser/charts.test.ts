import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type PageOptions, withSoundPage } from '../setup/browser.ts';
import { REAL_SITE, THREE_DEPARTMENTS } from '../setup/sites.ts';
import { drawCharts } from '../../scripts/screenshots/open-view.ts';

const DEPARTMENT = '/2022/313001/';
/** Departments on whose pages charts are drawn soundly, whatever they show: one states 元 and plans for other months. */
const DEPARTMENTS = [
  { ...REAL_SITE, path: DEPARTMENT },
  { ...THREE_DEPARTMENTS, path: '/2023/999002/' },
];
/** 提前下达2022年城乡居民基本养老保险中央财政补助资金: its plan is stated in full. */
const PROJECT = '/2022/313001/13060522P00416910001D/';

/** Planned payments in each stretch of the year, in 万元. */
const PAYMENTS = [649.2725, 560.1375, 1914.5325, 1301.7775];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DESK: PageOptions = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' };
const PHONE: PageOptions = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' };

const withPage = (options: PageOptions, test: (page: Page) => Promise<void>) =>
  withSoundPage(browser, options, test);

/** How high the upright strokes of the accent colour in a canvas are, from left to right, in pixels. */
async function accentStrokes(canvas: Locator): Promise<readonly number[]> {
  return await canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const { width, height } = element;
    const data = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    const isAccent = (x: number, y: number) => {
      const at = (y * width + x) * 4;
      const near = (offset: number, value: number) => Math.abs((data[at + offset] ?? 0) - value) < 12;
      return near(0, 0x9b) && near(1, 0x1c) && near(2, 0x1f) && near(3, 255);
    };
    const strokes: number[] = [];
    let longest = 0;
    for (let x = 0; x <= width; x += 1) {
      let count = 0;
      for (let y = 0; x < width && y < height; y += 1) if (isAccent(x, y)) count += 1;
      if (count === 0 && longest > 0) strokes.push(longest);
      longest = count === 0 ? 0 : Math.max(longest, count);
    }
    return strokes;
  });
}

/** Expects lengths in proportion to values, each within a fiftieth of the longest. */
function expectProportion(lengths: readonly number[], values: readonly number[]): void {
  expect(lengths).toHaveLength(values.length);
  const [longest, greatest] = [Math.max(...lengths), Math.max(...values)];
  lengths.forEach((length, index) => {
    expect(Math.abs(length / longest - (values[index] ?? 0) / greatest), String(index)).toBeLessThan(0.02);
  });
}

/** How many pixels of a canvas are painted at all. */
async function painted(canvas: Locator): Promise<number> {
  return await canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const data = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
    let count = 0;
    for (let alpha = 3; alpha < data.length; alpha += 4) if ((data[alpha] ?? 0) > 0) count += 1;
    return count;
  });
}

describe('a chart', () => {
  it('is drawn by a script only when a reader comes to it; before, no large script is loaded', async () => {
    await withPage(DESK, async (page) => {
      const large: string[] = [];
      page.on('response', (response) => {
        if (response.request().resourceType() !== 'script') return;
        // A body that is asked for too late, when the page is closed, says nothing.
        void response.body().then(
          (body) => body.length > 50_000 && large.push(response.url()),
          () => undefined,
        );
      });
      await page.goto(DEPARTMENT, { waitUntil: 'networkidle' });
      expect(await page.locator('.drawing').count()).toBeGreaterThanOrEqual(5);
      expect(await page.locator('canvas').count()).toBe(0);
      expect(large).toEqual([]);

      await page.locator('#chart-plan').scrollIntoViewIfNeeded();
      await page.locator('#chart-plan canvas').waitFor();
      await expect.poll(() => large.length).toBe(1);
    });
  });

  it.each(DEPARTMENTS)(
    'of $title is told once: its name, a sentence, and its points',
    async ({ options, path }) => {
      await withPage({ ...DESK, ...options }, async (page) => {
        await page.goto(path);
        await drawCharts(page);
        for (const figure of await page.locator('figure.chart').all()) {
          const title = (await figure.getByRole('heading').textContent()) ?? 'no title';
          expect(await page.getByRole('figure', { name: title, exact: true }).count(), title).toBe(1);
          expect(await figure.getByRole('application', { name: title }).count(), title).toBe(1);
          expect((await figure.locator('figcaption p').innerText()).length, title).toBeGreaterThan(20);
          // What is drawn again on the canvas is not told again.
          expect(await figure.getByRole('img').count(), title).toBe(0);
        }
      });
    },
  );

  it.each(DEPARTMENTS)('of $title is not blank', async ({ options, path }) => {
    await withPage({ ...DESK, ...options }, async (page) => {
      await page.goto(path);
      await drawCharts(page);
      const canvases = await page.locator('canvas').all();
      expect(canvases).toHaveLength(2);
      for (const canvas of canvases) expect(await painted(canvas)).toBeGreaterThan(2000);
    });
  });

  it('draws columns as high as their values', async () => {
    await withPage(DESK, async (page) => {
      await page.goto(DEPARTMENT);
      await page.locator('#chart-payments').scrollIntoViewIfNeeded();
      const canvas = page.locator('#chart-payments canvas');
      await canvas.waitFor();
      expectProportion(await accentStrokes(canvas), PAYMENTS);
    });
  });

  it.each([
    ['a desk', DESK],
    ['a phone', PHONE],
  ])('has bars as long as their values, below their whole names, on %s', async (_place, options) => {
    await withPage(options, async (page) => {
      await page.goto(DEPARTMENT);
      const sizes = page.locator('#chart-sizes .bars rect');
      expectProportion(
        await sizes.evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width)),
        [2, 8, 6, 8, 5, 7, 3, 1],
      );
      const rows = await page.locator('#chart-budget .bars li').all();
      expect(rows).toHaveLength(40);
      for (const row of rows) {
        const [name, bar] = [row.locator('.bar-name'), row.locator('svg')];
        expect(await name.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
        const [above, below] = [await name.boundingBox(), await bar.boundingBox()];
        expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual((below?.y ?? 0) + 1);
      }
    });
  });

  it('leads from the name beside a bar to its project, also when its bars are read', async () => {
    await withPage(DESK, async (page) => {
      await page.goto(DEPARTMENT);
      await page.locator('#chart-budget').scrollIntoViewIfNeeded();
      await page.locator('#chart-budget').getByRole('application').press('End');
      await page.locator('#chart-budget .bars').getByRole('link').nth(1).click();
      await page.waitForURL(`**${PROJECT}`);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('中央财政补助资金');
    });
  });

  it('leaves the static drawing where its script does not come', async () => {
    const { page, close } = await openPage(browser, DESK);
    await page.route(/chart-js/, (route) => route.abort('failed'));
    await page.goto(PROJECT);
    const failed = page.waitForEvent('requestfailed');
    await page.locator('#chart-plan').scrollIntoViewIfNeeded();
    expect((await failed).url()).toContain('chart-js');
    expect(await page.locator('#chart-plan svg.static').isVisible()).toBe(true);
    expect(await page.locator('#chart-plan canvas').count()).toBe(0);
    await close();
  });
});

describe.each([
  ['a desk', DESK],
  ['a phone', PHONE],
])('drawing on %s', (_place, options) => {
  it.each(DEPARTMENTS)('moves nothing on the page of $title', async (site) => {
    const sizes = (page: Page) =>
      page.locator('figure.chart').evaluateAll((figures) => {
        // Without what only scripts need above a table, which has its room before anything is drawn.
        for (const bar of document.querySelectorAll<HTMLElement>('.choosing')) bar.hidden = true;
        return [...figures, ...document.querySelectorAll('main')].map(
          (element) => element.getBoundingClientRect().height,
        );
      });
    let before: readonly number[] = [];
    await withPage({ ...options, ...site.options, javaScriptEnabled: false }, async (page) => {
      await page.goto(site.path);
      before = await sizes(page);
    });
    await withPage({ ...options, ...site.options }, async (page) => {
      // Asked for something: with all rows of the table, of which a phone shows the first.
      await page.goto(`${site.path}?q=`);
      await drawCharts(page);
      for (const bar of await page.locator('.choosing').all()) {
        const { height, reserved } = await bar.evaluate((element) => ({
          height: element.getBoundingClientRect().height,
          reserved: Number.parseFloat(getComputedStyle(element).minHeight),
        }));
        expect(Math.abs(height - reserved)).toBeLessThanOrEqual(2);
      }
      const after = await sizes(page);
      expect(after).toHaveLength(before.length);
      after.forEach((height, index) => {
        expect(Math.abs(height - (before[index] ?? 0)), String(index)).toBeLessThanOrEqual(2);
      });
      for (const drawing of await page
        .locator('.drawing')
        .filter({ has: page.locator('canvas') })
        .all()) {
        const [room, canvas] = [await drawing.boundingBox(), await drawing.locator('canvas').boundingBox()];
        expect(Math.abs((room?.height ?? 0) - (canvas?.height ?? 0))).toBeLessThanOrEqual(2);
        expect(Math.abs((room?.width ?? 0) - (canvas?.width ?? 0))).toBeLessThanOrEqual(2);
      }
    });
  });
});

it('a drawn chart follows the screen when a phone is turned', async () => {
  await withPage(PHONE, async (page) => {
    await page.goto(PROJECT);
    await drawCharts(page);
    const canvas = page.locator('#chart-plan canvas');
    const widthOf = async () => (await canvas.boundingBox())?.width ?? 0;
    const upright = await widthOf();
    await page.setViewportSize({ width: 844, height: 390 });
    await expect.poll(widthOf).toBeGreaterThan(upright + 200);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(widthOf).toBe(upright);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

describe('the table of a chart', () => {
  it('is reached and opened with the keyboard alone, and holds the numbers', async () => {
    await withPage(DESK, async (page) => {
      await page.goto('/');
      const summary = page.locator('#chart-plan').getByText('以表格显示');
      const focused = () => summary.evaluate((element) => element === document.activeElement);
      for (let presses = 0; presses < 100 && !(await focused()); presses += 1)
        await page.keyboard.press('Tab');
      expect(await focused()).toBe(true);
      const outline = await summary.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline).toBe('solid');

      const table = page.locator('#chart-plan table');
      expect(await table.isVisible()).toBe(false);
      await page.keyboard.press('Enter');
      expect(await table.isVisible()).toBe(true);
      expect(await table.locator('tbody').getByRole('row').allInnerTexts()).toEqual([
        expect.stringMatching(/^3月底\t≥14\.67\t≥649\.2725\t11\t2,368\.63$/),
        expect.stringMatching(/^6月底\t≥27\.33\t≥1,209\.41\t10\t2,273\.87$/),
        expect.stringMatching(/^10月底\t≥70\.59\t≥3,123\.9425\t8\t797\.73$/),
        expect.stringMatching(/^12月底\t100(?:\.00)?\t4,425\.72\t0\t0\.00$/),
      ]);
      // A table wider than its room is moved with the arrow keys, so it takes the focus, and has a name.
      await page.keyboard.press('Tab');
      const region = page.getByRole('region', { name: '数据表：计划累计支出' });
      expect(await region.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Space');
      expect(await table.isVisible()).toBe(false);
    });
  });

  it('stands open on the page of a project, where its plan is what readers come for', async () => {
    await withPage(DESK, async (page) => {
      await page.goto(PROJECT);
      const table = page.locator('#chart-plan table');
      expect(await table.isVisible()).toBe(true);
      expect(await table.locator('tbody').getByRole('row').allInnerTexts()).toEqual([
        expect.stringMatching(/^3月底\t25(?:\.00)?\t204\.75\t14\.67$/),
        expect.stringMatching(/^6月底\t50(?:\.00)?\t409\.50\t27\.33$/),
        expect.stringMatching(/^10月底\t75(?:\.00)?\t614\.25\t70\.59$/),
        expect.stringMatching(/^12月底\t100(?:\.00)?\t819\.00\t100(?:\.00)?$/),
      ]);
    });
  });

  it('has a summary that says of which chart', async () => {
    await withPage(DESK, async (page) => {
      await page.goto(DEPARTMENT);
      const names = await page.locator('figure.chart summary').allTextContents();
      expect(new Set(names).size).toBe(names.length);
      expect(names).toContain('以表格显示：计划累计支出');
    });
  });
});

describe('a chart comes into view', () => {
  /** The drawing shortly after its beginning, and when all is at rest. */
  async function frames(reducedMotion: 'reduce' | 'no-preference') {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width: 1280, height: 800 },
      reducedMotion,
    });
    // Time stands still, so that a slow machine sees the same frames as a fast one.
    await page.clock.install({ time: 0 });
    await page.goto(DEPARTMENT);
    await page.clock.pauseAt(60_000);
    await page.locator('#chart-payments').scrollIntoViewIfNeeded();
    const canvas = page.locator('#chart-payments canvas');
    await canvas.waitFor();
    await page.clock.runFor(100);
    const early = await accentStrokes(canvas);
    await page.clock.runFor(2000);
    const late = await accentStrokes(canvas);
    expect(problems).toEqual([]);
    await close();
    return { early, late };
  }

  it.each(['reduce', 'no-preference'] as const)(
    'at once and whole, so that no value stands where it is not (motion: %s)',
    async (motion) => {
      const { early, late } = await frames(motion);
      expect(late).toHaveLength(4);
      expect(early).toEqual(late);
    },
  );
});
