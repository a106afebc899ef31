import type { Browser } from 'playwright-core';
import { answerTime } from './answer-time.ts';
import { withPage } from './browser.ts';
import { compressedFileSize } from './compressed-size.ts';
import { median, medianPair } from './median.ts';
import { SCAN_PAGE } from './peer-pages.ts';
import { compareBytes, compareTimes, formatBytes, type Comparison } from './report.ts';
import type { ServedSite } from './served-site.ts';

/** How often the first search of a fresh page is measured. */
const FIRST_SEARCHES = 5;

/** The times of the first query on a fresh page and of those after it, beside a plain search of all texts. */
export async function searchTimes(
  browser: Browser,
  { url, name }: ServedSite,
  queries: readonly string[],
): Promise<readonly Comparison[]> {
  const [first, ...later] = queries;
  if (first === undefined || later.length === 0) return [];
  const ask = (address: string, asked: readonly string[]) =>
    withPage(browser, async (page) => {
      await page.goto(`${url}${address}`);
      const times: number[] = [];
      for (const query of asked) times.push(await answerTime(page, query));
      return times;
    });
  const firstTime = (address: string) => async () => median(await ask(address, [first]));
  const laterTime = (address: string) => async () => median((await ask(address, queries)).slice(1));
  return [
    compareTimes(
      `${name}：打开检索页后的首次检索`,
      await medianPair(FIRST_SEARCHES, firstTime('search/'), firstTime(SCAN_PAGE)),
    ),
    compareTimes(
      `${name}：随后${later.length}次检索的中位数`,
      await medianPair(1, laterTime('search/'), laterTime(SCAN_PAGE)),
    ),
  ];
}

/**
 * What the first query loads.
 *
 * @param textBytes the size of the texts of all projects, compressed.
 */
export async function searchSizes(
  browser: Browser,
  site: ServedSite,
  [query]: readonly string[],
  textBytes: number,
): Promise<readonly Comparison[]> {
  if (query === undefined) return [];
  const { program, index, texts } = await measureFirstSearch(browser, site, query);
  const what = `${site.name}：首次检索“${query}”`;
  const parts = `程序${formatBytes(program)}、索引${formatBytes(index)}`;
  return [
    compareBytes(`${what}取来的${parts}`, program + index, textBytes),
    compareBytes(`${what}另取的网页文本`, texts, textBytes),
  ];
}

/** What the first search loads, compressed, in bytes. */
interface FirstSearch {
  /** Scripts and WebAssembly. */
  readonly program: number;
  /** What is needed to find the pages: entry, metadata, filters, parts of the index. */
  readonly index: number;
  /** The texts of the pages found. */
  readonly texts: number;
}

/** What a file is for the search, by its name. */
export function kindOfSearchFile(path: string): keyof FirstSearch {
  if (/\.(?:m?js|wasm|pagefind)$/.test(path)) return 'program';
  return /\.pf_fragment$|\/texts-\d+\.json$/.test(path) ? 'texts' : 'index';
}

/** Asks once on a fresh search page and adds up the files of `folder` that the browser loads for it. */
async function measureFirstSearch(
  browser: Browser,
  site: { readonly url: string; readonly folder: string },
  query: string,
): Promise<FirstSearch> {
  const paths = await withPage(browser, async (page) => {
    const loaded = new Set<string>();
    // Of the context, so that what a worker loads counts too.
    page.context().on('response', (response) => {
      const { origin, pathname } = new URL(response.url());
      const isPage = response.request().resourceType() === 'document';
      if (!isPage && site.url.startsWith(origin) && response.ok()) loaded.add(decodeURIComponent(pathname));
    });
    await page.goto(`${site.url}search/`);
    await answerTime(page, query);
    await page.waitForLoadState('networkidle');
    return [...loaded];
  });
  const sums = { program: 0, index: 0, texts: 0 };
  for (const path of paths) {
    if (path.endsWith('.svg')) continue;
    sums[kindOfSearchFile(path)] += await compressedFileSize(site.folder, path);
  }
  return sums;
}
