import type { Page } from 'playwright-core';
import { PREFERENCES_KEY } from '../../src/components/display/preferences.ts';
import type { Look } from './looks.ts';
import type { View } from './views.ts';

/** Opens a view in a look and waits until it stands still: charts drawn, fonts there. */
export async function openView(page: Page, view: View, look: Look): Promise<void> {
  if (look.chosen !== undefined) {
    const kept: readonly [string, string] = [PREFERENCES_KEY, JSON.stringify(look.chosen)];
    await page.addInitScript(([key, value]) => {
      localStorage.setItem(key, value);
    }, kept);
  }
  // Joined by hand: the site may stand below a path.
  await page.goto(`.${view.path}`);
  await page.waitForLoadState('networkidle');
  await view.act?.(page);
  if (look.context.javaScriptEnabled !== false) await drawCharts(page);
  if (look.isPaper === true) await page.emulateMedia({ media: 'print' });
  // Scripts of the test run in a page even where its own do not.
  await page.evaluate(async () => {
    scrollTo(0, 0);
    // Pictures further down, that a reader would scroll to.
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
}

/**
 * Scrolls to each chart of the page as a reader does, but for those folded away, and waits until all are drawn. What
 * stands in frames of other sites has no scripts, and no tools below its charts.
 */
export async function drawCharts(page: Page): Promise<void> {
  for (const drawing of await page.locator('.chart:has(.chart-tools) .drawing').all()) {
    if (!(await drawing.isVisible())) continue;
    await drawing.scrollIntoViewIfNeeded();
    // Bars stay the list that they are.
    await drawing.locator('canvas, .bars').waitFor();
  }
}

/** The page from its top as a picture, with what stands below `mostHeight` pixels left out. */
export async function pictureOf(page: Page, mostHeight: number): Promise<Buffer> {
  const { width, height } = await page.evaluate(() => ({
    width: innerWidth,
    height: document.documentElement.scrollHeight,
  }));
  return await page.screenshot({
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: 0, width, height: Math.min(height, mostHeight) },
  });
}
