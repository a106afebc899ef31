import { dirname } from 'node:path/posix';
import type { Browser } from 'playwright-core';
import { withPage } from './browser.ts';
import { medianPair } from './median.ts';
import { EMPTY_PAGE } from './peer-pages.ts';
import { compareTimes, type Comparison } from './report.ts';
import type { ServedSite } from './served-site.ts';
import { PROJECT_PAGE } from './sizes.ts';

/** How often each page is opened. */
const RUNS = 7;

/** The first contentful paints of a site's kinds of pages, beside an empty page. */
export async function paintTimes(
  browser: Browser,
  { url, name }: ServedSite,
  files: readonly string[],
): Promise<readonly Comparison[]> {
  const project = files.find((file) => PROJECT_PAGE.test(file));
  const pages = [
    { page: '首页', address: '' },
    { page: '全部项目', address: 'projects/' },
    ...(project === undefined ? [] : [{ page: '项目页', address: `${dirname(project)}/` }]),
  ];
  const comparisons: Comparison[] = [];
  for (const { page, address } of pages) {
    const pair = await medianPair(
      RUNS,
      () => paintTime(browser, `${url}${address}`),
      () => paintTime(browser, `${url}${EMPTY_PAGE}`),
    );
    comparisons.push(compareTimes(`${name}：${page}`, pair));
  }
  return comparisons;
}

/** The first contentful paint of an address in a browser with an empty cache, in ms from the navigation on. */
async function paintTime(browser: Browser, url: string): Promise<number> {
  return await withPage(browser, async (page) => {
    await page.goto(url);
    return await page.evaluate(firstPaint);
  });
}

/** Runs in the page. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (paint === undefined) return;
      observer.disconnect();
      resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}
