import type { Browser } from 'playwright-core';
import { answerTime } from './answer-time.ts';
import { withPage } from './browser.ts';
import { median, medianPair } from './median.ts';
import { SCAN_PAGE } from './peer-pages.ts';
import { compareTimes, type Comparison } from './report.ts';
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
