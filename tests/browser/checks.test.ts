import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, withSoundPageAt } from '../setup/browser.ts';
import { THREE_DEPARTMENTS } from '../setup/sites.ts';
import { violationsOf } from './accessibility.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('what cannot be true is two taps from the front page, the gravest first', async () => {
  await withSoundPageAt(browser, '/', { viewport: { width: 390, height: 800 } }, async (page) => {
    await page.getByRole('link', { name: '看数据说明，最要紧的在前' }).click();
    await page.waitForURL('**/checks/');
    const notes = page.locator('.rules li');
    expect(await notes.nth(0).innerText()).toContain('750000%');
    expect(await notes.nth(1).innerText()).toMatch(/3333个村街.*33个村街/);
    await notes.nth(0).getByRole('link').click();
    await page.waitForURL('**#plan');
  });
});

it('the projects of a note are all shown where asked, also within a list of notes that shows its first', async () => {
  await withSoundPageAt(browser, '/checks/', { viewport: { width: 390, height: 844 } }, async (page) => {
    const inner = page.locator('.folded .folded', { has: page.locator(':scope > li.later') }).first();
    const all = await inner.locator(':scope > li').count();
    const shown = inner.locator(':scope > li:visible');
    expect(await shown.count()).toBeLessThan(all);
    const place = await inner.elementHandle();
    await inner.locator('..').locator(':scope > button.unfold').click();
    const count = () =>
      place.evaluate((list) => [...list.children].filter((item) => item.checkVisibility()).length);
    expect(await count()).toBe(all);
    expect(await page.evaluate(() => document.activeElement?.closest('li') !== null)).toBe(true);
  });
});

it('notes are narrowed to a year and a department, counted anew, and the view can be shared', async () => {
  await withSoundPageAt(browser, '/checks/', THREE_DEPARTMENTS.options, async (page) => {
    const rows = page.locator('.rules [data-place]:visible');
    const all = await rows.count();
    await page.getByLabel('年度').selectOption('2023');
    await page.getByLabel('部门').selectOption({ index: 1 });
    await page
      .getByRole('status')
      .getByText(/^显示\d+处。$/)
      .waitFor();
    const narrowed = await rows.count();
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(all);
    const places = await rows.evaluateAll((items) => items.map((item) => item.getAttribute('data-place')));
    expect(new Set(places).size).toBe(1);
    expect(places[0]).toMatch(/^2023\//);
    expect(await violationsOf(page)).toEqual([]);
    await page.goto(page.url());
    await expect.poll(() => rows.count()).toBe(narrowed);
  });
});
