import type { Page } from 'playwright-core';

/** Scrolls to each chart of the page as a reader does, but for those folded away, and waits until all are drawn. */
export async function drawCharts(page: Page): Promise<void> {
  for (const drawing of await page.locator('.chart .drawing').all()) {
    if (!(await drawing.isVisible())) continue;
    await drawing.scrollIntoViewIfNeeded();
    // Bars stay the list that they are.
    await drawing.locator('canvas, .bars').waitFor();
  }
}
