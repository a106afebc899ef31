import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { STORED, STORED_PAGES } from '../../src/components/stored-on-device.ts';
import { launchBrowser, openPage } from '../setup/browser.ts';
import { pathOf, recordedProjects } from '../site/recorded-projects.ts';
import { keptBy } from './kept-by.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('a reader sees what the device keeps, and clears all of it', async () => {
  const [project] = recordedProjects();
  if (project === undefined) throw new Error('no projects');
  const { page, problems, close } = await openPage(browser, { serviceWorkers: 'allow' });
  try {
    // Everything that there is to keep.
    await page.goto('/search/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.getByRole('searchbox').fill('补助');
    await page.locator('.search-results a').first().waitFor();
    await page.getByRole('searchbox').press('Enter');
    await page.getByLabel('在任何页面按 / 键').uncheck();
    await page.goto(pathOf(project));
    await page.getByRole('button', { name: '加入比较' }).click();
    await page.getByRole('button', { name: '关怀版' }).click();
    const isKept = async () => (await page.evaluate(() => caches.keys())).length > 0;
    await expect.poll(isKept).toBe(true);
    expect((await keptBy(page)).keys.sort()).toEqual(Object.keys(STORED).sort());

    await page.getByText('显示设置').click();
    await page.getByText('这台设备上记了什么').click();
    for (const what of [...Object.values(STORED).map((one) => one.what), STORED_PAGES])
      await page.getByRole('listitem').filter({ hasText: what }).waitFor();
    await page.getByRole('button', { name: '清除本机记录' }).click();
    await page.getByRole('status').filter({ hasText: '已清除' }).waitFor();
    await expect.poll(() => keptBy(page)).toEqual({ cookies: '', keys: [], databases: [], caches: [] });
    // What the page shows follows.
    expect(await page.getByRole('button', { name: '关怀版' }).getAttribute('aria-pressed')).toBe('false');
    await page.getByRole('button', { name: '加入比较' }).waitFor();
    expect(problems).toEqual([]);
  } finally {
    await close();
  }
});

it('where the device may keep nothing, the pages work all the same', async () => {
  const { page, problems, close } = await openPage(browser);
  try {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    });
    for (const path of ['/', '/search/?q=补助', '/projects/?q=补助', '/compare/']) {
      await page.goto(path);
      await page.getByRole('button', { name: '关怀版' }).click();
      expect(await page.getByRole('button', { name: '关怀版' }).getAttribute('aria-pressed')).toBe('true');
    }
    expect(problems).toEqual([]);
  } finally {
    await close();
  }
});
