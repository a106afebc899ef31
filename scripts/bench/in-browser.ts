import type { Browser } from 'playwright-core';
import { serveFolder } from '../../src/publishing/serve.ts';
import type { BuiltSite } from './building.ts';
import { paintTimes } from './paint.ts';
import { addPeerPages } from './peer-pages.ts';
import { pickQueries } from './queries.ts';
import type { Comparison } from './report.ts';
import { searchTimes } from './searching.ts';

/** The first query, and those after it. */
const QUERIES = 1 + 20;

/** What was measured in the browser of one site. */
export interface BrowserFigures {
  readonly search: readonly Comparison[];
  readonly paint: readonly Comparison[];
}

/** Serves a built site, with the pages to compare with added to it, and measures it in a browser. */
export async function measureInBrowser(browser: Browser, site: BuiltSite): Promise<BrowserFigures> {
  await addPeerPages(site);
  const queries = pickQueries(site.projects, QUERIES);
  const { url, close } = await serveFolder({ folder: site.folder, port: 0 });
  try {
    const served = { url, folder: site.folder, name: site.name };
    return {
      search: await searchTimes(browser, served, queries),
      paint: await paintTimes(browser, served, site.files),
    };
  } finally {
    await close();
  }
}
