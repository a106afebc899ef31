import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, openPage, type OpenPage } from '../setup/browser.ts';
import { pageKindsOf } from '../../scripts/screenshots/pages.ts';
import { EMBED_PATH, listPages, PERMANENT_PATH } from '../site/built-pages.ts';
import { drawCharts } from '../../scripts/screenshots/open-view.ts';

/** The project with the longest texts, and a bar of each length in its neighbours. */
const PROJECT = '/2022/313001/13060522P00416610001C/';
const DEPARTMENT = '/2022/313001/';

const paths = listPages(inject('siteFolder')).filter((path) => !PERMANENT_PATH.test(path));
const kinds = pageKindsOf(paths, [PROJECT]).map(({ path }) => path);

/** An A4 sheet in CSS pixels, and what a browser's own margins of 1 cm leave of it. */
const SHEET = { width: 794, height: 1123 };
const PRINTED_WIDTH = 718;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Doubles the size of all text, as a reader's own setting does. */
async function doubleText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { style } = document.documentElement;
    style.fontSize = '';
    style.fontSize = `${parseFloat(getComputedStyle(document.documentElement).fontSize) * 2}px`;
  });
}

/** What of a page's text cannot be read: cut off by its box, outside of the page, or over other text. */
async function unreadable(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const faults: string[] = [];
    const brief = (text: string | null) => (text ?? '').trim().slice(0, 30);
    const root = document.documentElement;
    // Less than a pixel is how Chromium rounds the advance of a trimmed 、 or 。 at the end of a line.
    if (root.scrollWidth > root.clientWidth + 1) {
      faults.push(`page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
    }
    const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
    /** Whether a reader can push the content of an element's surroundings into sight, or is not to see it. */
    const excused = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) {
        const { overflowX, clipPath } = getComputedStyle(at);
        // What is meant for screen readers alone; the skip link before it has the focus.
        if (clipPath !== 'none' || at.matches('.skip')) return true;
        if (at !== element && scrolls(overflowX)) return true;
      }
      return false;
    };
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      // In a text field a reader moves the text along with the cursor.
      if (element.closest('svg, script, input') !== null || element.getClientRects().length === 0) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      if (clips(overflowX) && element.scrollWidth > element.clientWidth + 1 && !excused(element)) {
        faults.push(`cut at the side: ${brief(element.textContent)}`);
      }
      if (clips(overflowY) && element.scrollHeight > element.clientHeight + 1 && !excused(element)) {
        faults.push(`cut below: ${brief(element.textContent)}`);
      }
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || brief(node.textContent) === '' || parent.closest('script, noscript') !== null)
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, width } of range.getClientRects()) {
        if (width > 0 && (left < -1 || right > root.clientWidth + 1) && !excused(parent)) {
          faults.push(`outside of the page: ${brief(node.textContent)}`);
        }
      }
    }
    for (const drawing of document.querySelectorAll('.drawing svg.static')) {
      const boxes = [...drawing.querySelectorAll('text')].map((text) => ({
        text: brief(text.textContent),
        box: text.getBoundingClientRect(),
      }));
      boxes.forEach(({ text, box }, index) => {
        for (const other of boxes.slice(index + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 2 && down > box.height / 3) faults.push(`over each other: ${text} and ${other.text}`);
        }
      });
    }
    return [...new Set(faults)];
  });
}

/** What lies between the narrowest and the widest is looked at in the full run. */
const inRun = (...widths: readonly number[]) =>
  process.env.TEST_FULL === '1' ? widths : widths.filter((width) => width === widths[0] || width === 1280);

// Without scripts, so that the layout is that of the page itself, with its static drawings.
describe.each(inRun(320, 390, 768, 1280))('on a screen %i pixels wide', (width) => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage(browser, { viewport: { width, height: 800 }, javaScriptEnabled: false });
  });
  afterAll(() => open.close());

  it.each(kinds)('%s can be read whole and is not pushed sideways', async (path) => {
    await open.page.goto(path);
    expect(await unreadable(open.page)).toEqual([]);
  });
});

// 320 pixels are what four times the zoom leaves of 1280: the text is large there already.
describe.each(inRun(390, 768, 1280))('with text twice as large on a screen %i pixels wide', (width) => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage(browser, { viewport: { width, height: 800 }, javaScriptEnabled: false });
  });
  afterAll(() => open.close());

  it.each(kinds)('%s can be read whole and is not pushed sideways', async (path) => {
    await open.page.goto(path);
    const height = () => open.page.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    await doubleText(open.page);
    expect(await height()).toBeGreaterThan(before);
    expect(await unreadable(open.page)).toEqual([]);
  });
});

describe.each([
  [320, false],
  [390, true],
  [1280, true],
])('with scripts, %i pixels wide, text doubled: %s', (width, doubled) => {
  it('drawn charts and answers of the search fit', async () => {
    const { page, problems, close } = await openPage(browser, {
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
    });
    for (const path of [DEPARTMENT, PROJECT]) {
      await page.goto(path);
      if (doubled) await doubleText(page);
      await drawCharts(page);
      expect(await unreadable(page), path).toEqual([]);
      for (const canvas of await page.locator('canvas').all()) {
        const box = await canvas.boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      }
    }
    await page.goto('/search/?q=%E5%8C%BB%E7%96%97');
    if (doubled) await doubleText(page);
    await page.locator('.search-results a').first().waitFor();
    expect(await unreadable(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

it('what cannot be read would be noticed', async () => {
  const { page, close } = await openPage(browser, { viewport: { width: 390, height: 800 } });
  await page.goto('/about/');
  await page.evaluate(() => {
    const add = (text: string, style: Partial<CSSStyleDeclaration>) => {
      const element = document.createElement('p');
      element.textContent = text;
      Object.assign(element.style, style);
      document.querySelector('main')?.append(element);
    };
    add('这一段太长，而它的框不许它露出来', { width: '5em', whiteSpace: 'nowrap', overflow: 'hidden' });
    add('这一段太高，而它的框不许它露出来', { width: '5em', height: '1em', overflow: 'hidden' });
    add('这一段在页面左边以外', { position: 'relative', left: '-300px' });
    add('这一段使页面可以左右推动', { width: '900px' });
  });
  expect((await unreadable(page)).map((fault) => fault.split(':')[0])).toEqual(
    expect.arrayContaining(['page scrolls sideways', 'cut at the side', 'cut below', 'outside of the page']),
  );
  await close();
});

describe('with the keyboard', () => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage(browser);
  });
  afterAll(() => open.close());

  // On the search page the cursor stands in the search box, which is behind the skip link; a frame has nothing to skip.
  it.each(kinds.filter((path) => path !== '/search/' && !EMBED_PATH.test(path)))(
    '%s offers first to skip to its main part',
    async (path) => {
      const { page, problems } = open;
      await page.goto(path);
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: '跳到正文' });
      expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
      const box = await skip.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.height).toBeGreaterThanOrEqual(24);
      await page.keyboard.press('Enter');
      const main = page.getByRole('main');
      expect(await main.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(new URL(page.url()).hash).toBe('#main');
      await page.keyboard.press('Tab');
      const beyond = await main.evaluate(
        (element) =>
          element.contains(document.activeElement) ||
          // A page whose main part has nothing to press goes on to its foot.
          (element.querySelector('a, button, input, summary, [tabindex]') === null &&
            document.activeElement?.closest('footer') !== null),
      );
      expect(beyond).toBe(true);
      expect(problems).toEqual([]);
    },
  );
});

it('with the keyboard the focus can be seen wherever it is', async () => {
  const { page, close } = await openPage(browser);
  await page.goto(PROJECT);
  const unseen: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { width, height, bottom, top } = element.getBoundingClientRect();
      const seen = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
      return seen && outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2
        ? undefined
        : element.outerHTML;
    });
    if (fault !== undefined) unseen.push(fault);
  }
  expect(unseen).toEqual([]);
  await close();
});

describe('on paper', () => {
  let open: OpenPage;
  beforeAll(async () => {
    open = await openPage(browser, { viewport: SHEET, reducedMotion: 'reduce' });
    await open.page.emulateMedia({ media: 'print', reducedMotion: 'reduce' });
  });
  afterAll(() => open.close());

  it.each(kinds)('%s leaves out what only a screen can use', async (path) => {
    const { page } = open;
    await page.goto(path);
    for (const selector of [
      'nav[aria-label="主导航"]',
      'nav[aria-label="当前位置"]',
      '.skip',
      'form',
      'button',
      'details:not(.on-paper) > summary',
      'footer.colophon p > a',
      '.plan-notes a',
    ]) {
      for (const element of await page.locator(selector).all()) {
        expect(await element.isVisible(), selector).toBe(false);
      }
    }
    // What is folded on the screen is read on paper.
    for (const folded of await page.locator('.on-paper > ul').all()) {
      expect(await folded.isVisible()).toBe(true);
    }
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await page.getByRole('main').isVisible()).toBe(true);
  });

  it.each(kinds)('%s cuts no table and no text off, also within the margins of the printer', async (path) => {
    const { page } = open;
    for (const width of [SHEET.width, PRINTED_WIDTH]) {
      await page.setViewportSize({ ...SHEET, width });
      await page.goto(path);
      const wide = await page.locator('table').evaluateAll(
        (tables, room) =>
          tables
            .filter((table) => table.getClientRects().length > 0)
            .map((table) => Math.max(table.scrollWidth, table.getBoundingClientRect().right))
            .filter((right) => right > room),
        width,
      );
      expect(wide).toEqual([]);
      expect(await unreadable(page)).toEqual([]);
    }
  });

  it('has the sum of a table once, at its end', async () => {
    const { page } = open;
    await page.goto(DEPARTMENT);
    const sums = page.locator('main tfoot');
    expect(await sums.count()).toBeGreaterThan(0);
    // A footer of a table stands on every sheet, a row of it does not.
    const displays = await sums.evaluateAll((all) => all.map((sum) => getComputedStyle(sum).display));
    expect(new Set(displays)).toEqual(new Set(['table-row-group']));
  });

  it('has the static drawings, also where the charts were drawn on the screen', async () => {
    const { page } = open;
    await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce' });
    await page.setViewportSize(SHEET);
    await page.goto(DEPARTMENT);
    await drawCharts(page);
    await page.emulateMedia({ media: 'print', reducedMotion: 'reduce' });
    for (const drawing of await page.locator('.drawing').all())
      expect(await drawing.locator('.static').isVisible()).toBe(true);
    const canvases = await page.locator('canvas').all();
    expect(canvases.length).toBeGreaterThan(0);
    for (const canvas of canvases) expect(await canvas.isVisible()).toBe(false);
  });

  it('has of a project the official form alone, with the whole table of indicators and its headings', async () => {
    const { page } = open;
    await page.setViewportSize(SHEET);
    await page.goto(PROJECT);
    expect(await page.locator('main').isVisible()).toBe(false);
    const form = page.getByRole('main');
    expect(await form.getByRole('heading', { level: 1 }).textContent()).toContain('绩效目标表');
    expect(await form.getByRole('columnheader', { name: '指标值确定依据' }).isVisible()).toBe(true);
    const rows = form.getByRole('table').last().locator('tbody tr');
    expect(await rows.count()).toBe(await page.locator('tr[id^="indicator-"]').count());
    for (const row of await rows.all()) expect(await row.isVisible()).toBe(true);
  });

  it('went without an error', () => {
    expect(open.problems).toEqual([]);
  });
});
