import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openPage } from '../setup/browser.ts';
import { pathOf, recordedProjects } from '../site/recorded-projects.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('pages that were visited can be read without a network; others say why not, and the network brings them back', async () => {
  const [first, second, third] = recordedProjects();
  if (first === undefined || second === undefined || third === undefined) throw new Error('no projects');
  const { page, close } = await openPage(browser, { serviceWorkers: 'allow', expectedStatuses: [503] });
  try {
    await page.goto(pathOf(first));
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // The first page is kept by the worker that came after it.
    const isKept = (path: string) =>
      page.evaluate(async (address) => (await caches.match(address)) !== undefined, path);
    await expect.poll(() => isKept(pathOf(first))).toBe(true);
    await page.goto(pathOf(second));
    await expect.poll(() => isKept(pathOf(second))).toBe(true);

    await page.context().setOffline(true);
    for (const project of [first, second]) {
      await page.goto(pathOf(project));
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(project.项目名称);
      // Its style and scripts are there too.
      await page.getByRole('button', { name: '关怀版' }).waitFor();
    }
    await page.goto(pathOf(third));
    await page.getByRole('heading', { name: '没有网络' }).waitFor();
    await page.getByText('打开过的页面没有网络也能看').waitFor();

    await page.context().setOffline(false);
    await page.reload();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(third.项目名称);
  } finally {
    await close();
  }
});
