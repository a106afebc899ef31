import { createServer } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { listenOnFreePort } from '../../src/publishing/free-port.ts';
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

/** A host that stands before the site, and can answer with something else. */
async function hostBefore(
  site: string,
): Promise<{ url: string; close: () => Promise<void>; answer: Answer[] }> {
  const answer: Answer[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const own = answer.map((one) => one(path)).find((one) => one !== undefined);
    // Nothing at all: a network that hangs.
    if (own === '') return;
    if (own !== undefined) response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(own);
    else
      void fetch(new URL(path, site)).then(async (from) => {
        response.writeHead(from.status, { 'Content-Type': from.headers.get('Content-Type') ?? '' });
        response.end(Buffer.from(await from.arrayBuffer()));
      });
  });
  const port = await listenOnFreePort(server, 0);
  const close = () =>
    new Promise<void>(
      (resolve) => (
        server.closeAllConnections(),
        server.close(() => {
          resolve();
        })
      ),
    );
  return { url: `http://127.0.0.1:${String(port)}/`, close, answer };
}

/** What a host answers to a path in place of the file; undefined where it answers the file. */
type Answer = (path: string) => string | undefined;

const MAINTENANCE = '<!doctype html><title>维护中</title><h1>系统维护中</h1>';

it('what a host answers while a site is moved or mended takes no place of pages and scripts, and a search is kept nowhere', async () => {
  const [project] = recordedProjects();
  if (project === undefined) throw new Error('no projects');
  const host = await hostBefore(inject('siteUrl'));
  const { page, close } = await openPage(browser, { serviceWorkers: 'allow', siteUrl: host.url });
  const kept = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const stores = await Promise.all(names.map((name) => caches.open(name)));
      const all = (await Promise.all(stores.map((store) => store.keys()))).flat().map(({ url }) => url);
      const answers = await Promise.all(all.map((url) => caches.match(url)));
      return all.map((url, place) => ({
        url,
        asked: answers[place]?.url ?? '',
        type: answers[place]?.headers.get('Content-Type') ?? '',
      }));
    });
  const keptPaths = async () => (await kept()).map(({ url }) => new URL(url).pathname);
  try {
    // The first script after the worker has come is answered with the page of a host.
    await page.goto('/about/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(keptPaths).toContain('/about/');
    let wrong = 0;
    host.answer.push((path) => {
      if (!path.endsWith('.js') || !path.includes('/_assets/') || wrong > 0) return undefined;
      wrong += 1;
      return MAINTENANCE;
    });
    await page.goto(`${pathOf(project)}?q=${encodeURIComponent('敏感的词')}`);
    await expect.poll(keptPaths).toContain(pathOf(project));
    expect(wrong).toBe(1);
    // Asked for anew, it came: the page has its scripts.
    await page.getByRole('button', { name: '加入比较' }).waitFor();
    await page.goto(`/search/?q=${encodeURIComponent('敏感的词')}`);
    await expect.poll(keptPaths).toContain('/search/');
    for (const { url, asked, type } of await kept()) {
      expect(`${url} ${asked}`).not.toMatch(/[?]|%E6%95%8F/);
      expect(type.startsWith('text/html')).toBe(/(?:\/|\.html)$/.test(url));
    }

    host.answer.push((path) => (path === pathOf(project) ? MAINTENANCE : undefined));
    await page.goto(pathOf(project));
    await page.getByRole('heading', { name: '系统维护中' }).waitFor();
    host.answer.push((path) => (path.startsWith(pathOf(project)) ? '' : undefined));
    host.answer.reverse();
    // The network hangs: the page comes as it was kept.
    await page.goto(pathOf(project));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(project.项目名称);
  } finally {
    await close();
    await host.close();
  }
});
