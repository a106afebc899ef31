import { answerTime, type AnswerKind } from './answer-time.ts';
import type { Bench, BenchSite } from './frame.ts';
import { inTurns, type Samples } from './measure.ts';
import { pickQueries } from './queries.ts';
import type { Measured, Row } from './report.ts';
import { addScanPage, SCAN_PAGE, SCAN_PAUSE } from './scan-page.ts';

/** How often the first query of a fresh page is asked. */
const FIRST_QUERIES = 5;

/** The first query, and those after it. */
const QUERIES = 1 + 20;

export async function measureSearching(bench: Bench): Promise<Measured> {
  const rows: Row[] = [];
  for (const site of bench.sites) {
    addScanPage(site);
    const queries = pickQueries(site.projects, QUERIES);
    rows.push(...(await answerTimes(bench, site, { page: 'search/', kind: 'typed' }, queries)));
  }
  return {
    method: `网站在本机，没有网络延迟。时间从输入最后一个字到状态文字显示结果，含输入停顿的等待；首次检索在打开网页后立即输入。对照：直接逐篇查找全部项目文本的网页，输入停顿也等${SCAN_PAUSE}毫秒。`,
    rows,
  };
}

export async function measureFiltering(bench: Bench): Promise<Measured> {
  const rows: Row[] = [];
  for (const site of bench.sites) {
    addScanPage(site);
    const queries = pickQueries(site.projects, QUERIES);
    rows.push(...(await answerTimes(bench, site, { page: 'projects/', kind: 'pasted' }, queries)));
  }
  return {
    method: '在“全部项目”的检索框里贴入一个词，到状态文字说出筛选的结果为止。对照同检索。',
    rows,
  };
}

/** The times of the first query on a fresh page and of those after it, beside a plain search of all texts. */
async function answerTimes(
  { withPage }: Bench,
  { name, url }: BenchSite,
  { page: own, kind }: { readonly page: string; readonly kind: AnswerKind },
  queries: readonly string[],
): Promise<readonly Row[]> {
  const [first, ...later] = queries;
  if (first === undefined || later.length === 0) return [];
  const ask = (address: string, asked: readonly string[], kind: AnswerKind) =>
    withPage(async (page) => {
      await page.goto(`${url}${address}`);
      const times: number[] = [];
      for (const query of asked) times.push(await answerTime(page, query, kind));
      return times;
    });
  const firstTime = (address: string, kind: AnswerKind) => async () =>
    (await ask(address, [first], kind))[0] ?? Number.NaN;
  const firsts = await inTurns(FIRST_QUERIES, firstTime(own, kind), firstTime(SCAN_PAGE, 'typed'));
  const laters: Samples = {
    own: (await ask(own, queries, kind)).slice(1),
    peer: (await ask(SCAN_PAGE, queries, 'typed')).slice(1),
  };
  return [
    { what: `${name}：打开网页后的首次`, unit: 'ms', ...firsts },
    { what: `${name}：随后${later.length}次`, unit: 'ms', ...laters },
  ];
}
