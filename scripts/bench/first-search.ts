import { answerTime } from './answer-time.ts';
import { compressedFileSize } from './compressed-size.ts';
import type { Bench } from './frame.ts';

/** What the first search loads, compressed, in bytes. */
export interface FirstSearch {
  /** Scripts and WebAssembly. */
  readonly program: number;
  /** What is needed to find the pages: entry, metadata, filters, parts of the index. */
  readonly index: number;
  /** The texts of the pages found. */
  readonly texts: number;
}

export type SearchFile = keyof FirstSearch;

/** What a file is for the search, by its name. */
export function kindOfSearchFile(path: string): SearchFile {
  if (/\.(?:m?js|wasm|pagefind)$/.test(path)) return 'program';
  return /\.pf_fragment$|\/texts-\d+\.json$/.test(path) ? 'texts' : 'index';
}

/** Asks once on a fresh search page and adds up the files of `folder` that the browser loads for it. */
export async function measureFirstSearch(
  withPage: Bench['withPage'],
  site: { readonly url: string; readonly folder: string },
  query: string,
): Promise<FirstSearch> {
  const paths = await withPage(async (page) => {
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
