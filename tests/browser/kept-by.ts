import type { Page } from 'playwright-core';

/** All that the page's origin has on the device. */
export const keptBy = (page: Page) =>
  page.evaluate(async () => ({
    cookies: document.cookie,
    keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    caches: await caches.keys(),
  }));
