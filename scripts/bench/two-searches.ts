import { readContent } from '../../src/files/read-content.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { foldText } from '../../src/search/exact-match.ts';
import { foldedLines, searchedLines } from '../../src/search/grams.ts';
import { buildRankedIndex } from '../../src/search/ranked-index.ts';
import { SearchEngine } from '../../src/search/search-engine.ts';
import { searchableDocuments, type SearchableDocument } from '../../src/search/searchable-documents.ts';
import { compressedSize } from './compressed-size.ts';
import { openRankedIndex } from './open-ranked-index.ts';
import { pickQueries } from './queries.ts';
import type { Bench, BenchSite } from './frame.ts';
import type { Measured, Row } from './report.ts';

/** How many questions both indexes are asked. */
const QUERIES = 40;

/** How many hits a reader sees at first, whose texts are loaded. */
const SHOWN = 20;

/** What one index did with all questions. */
interface Figures {
  /** Of the documents in which the words stand, how many were found, from 0 to 1. */
  readonly recall: number;
  /** The part of the questions in whose answer no document without the words stands before one with them. */
  readonly exactFirst: number;
  /** Making the index, in milliseconds; and all its files, compressed. */
  readonly time: number;
  readonly size: number;
  /** What a first question loads, compressed: the mean over all questions. */
  readonly loaded: number;
}

/** Both indexes of each content beside each other, asked the same questions. */
export async function measureBothSearches({
  sites,
  log,
}: Pick<Bench, 'log'> & {
  readonly sites: readonly Pick<BenchSite, 'name' | 'content' | 'projects'>[];
}): Promise<Measured> {
  const rows: Row[] = [];
  for (const { name, content, projects } of sites) {
    log(`正在比较${name}的两种检索……`);
    const documents = searchableDocuments((await readContent(content)).site);
    const queries = pickQueries(projects, QUERIES);
    if (queries.length === 0) continue;
    const holding = new Map(queries.map((query) => [query, pathsWith(documents, query)]));
    const exact = await measure(() => buildIndex(documents), askExact, holding);
    const ranked = await measure(() => buildRankedIndex(documents), askRanked, holding);
    const row = (what: string, unit: Row['unit'], of: (figures: Figures) => number): Row => ({
      what: `${name}：${what}`,
      unit,
      own: [of(exact)],
      peer: [of(ranked)],
    });
    rows.push(
      row('查全率', '%', ({ recall }) => recall * 100),
      row('逐字的都在前面', '%', ({ exactFirst }) => exactFirst * 100),
      row('首次检索取来', 'bytes', ({ loaded }) => Math.round(loaded)),
      row('建立索引', 'ms', ({ time }) => time),
      row('全部文件', 'bytes', ({ size }) => size),
    );
  }
  return {
    method: `同样的${String(QUERIES)}个检索词，逐字的索引和 Pagefind（对照）各答一遍，以逐字查找全文为准。查全率：写有检索词的页面找到了多少。首次检索取来的字节含程序（Pagefind）、索引和前${String(SHOWN)}个结果的文本，压缩后。`,
    rows,
  };
}

/** The documents in which a text stands, by a plain scan; the site's own pages are asked for apart. */
function pathsWith(documents: readonly SearchableDocument[], query: string): ReadonlySet<string> {
  const word = foldText(query);
  const isIn = (document: SearchableDocument) =>
    [...foldedLines(document.title), ...searchedLines(document).flat()].some((line) => line.includes(word));
  return new Set(documents.filter((one) => one.kind !== 'page' && isIn(one)).map(({ path }) => path));
}

type Files = ReadonlyMap<string, string | Uint8Array>;
type Holding = ReadonlyMap<string, ReadonlySet<string>>;

/** An answer: the paths found, in their order, and the files that a first question loads for it. */
interface Answered {
  readonly paths: readonly string[];
  readonly loaded: Iterable<string>;
}

/** Makes an index and asks it all questions, each as if it were the first. */
async function measure<Made extends Files>(
  make: () => Made | Promise<Made>,
  ask: (files: Made, query: string) => Promise<Answered>,
  holding: Holding,
): Promise<Figures> {
  const start = performance.now();
  const files = await make();
  const time = performance.now() - start;
  const sizes = await sizesOf(files);
  const answers: Answered[] = [];
  for (const query of holding.keys()) answers.push(await ask(files, query));
  const loaded = answers.reduce((sum, answer) => sum + sumOf(answer.loaded, sizes), 0) / answers.length;
  const paths = answers.map((answer) => answer.paths);
  return { ...judge(paths, holding), time, size: sumOf(sizes.keys(), sizes), loaded };
}

async function askExact(files: ReadonlyMap<string, string>, query: string): Promise<Answered> {
  const names = new Set<string>();
  const engine = new SearchEngine((name) => {
    names.add(name);
    return Promise.resolve(JSON.parse(files.get(name) ?? 'null'));
  });
  await engine.ask(query, {}, SHOWN);
  const loaded = [...names];
  const { exact } = await engine.ask(query, {}, Infinity);
  return { paths: exact.map(({ document }) => document.path), loaded };
}

async function askRanked(files: ReadonlyMap<string, Uint8Array>, query: string): Promise<Answered> {
  const { pagefind, loaded: names, close } = await openRankedIndex(files);
  try {
    const { results } = await pagefind.search(query, { filters: {} });
    await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
    const loaded = [...names];
    const pages = await Promise.all(results.map((result) => result.data()));
    const own = pages.filter(({ meta }) => meta.kind !== 'page');
    return { paths: own.map(({ raw_url: url }) => url.replace(/^\//, '')), loaded };
  } finally {
    close();
  }
}

async function sizesOf(
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const [name, content] of files) {
    sizes.set(name, await compressedSize(typeof content === 'string' ? content : Buffer.from(content)));
  }
  return sizes;
}

function sumOf(names: Iterable<string>, sizes: ReadonlyMap<string, number>): number {
  return [...names].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
}

/** @param answers the paths found for each question, in their order. */
function judge(
  answers: readonly (readonly string[])[],
  holding: Holding,
): Pick<Figures, 'recall' | 'exactFirst'> {
  const wanted = [...holding.values()];
  const found = answers.map(
    (paths, place) => paths.filter((path) => wanted[place]?.has(path) === true).length,
  );
  const all = wanted.reduce((sum, { size }) => sum + size, 0);
  const isExactFirst = (paths: readonly string[], place: number) =>
    paths.slice(0, found[place]).every((path) => wanted[place]?.has(path) === true);
  return {
    recall: found.reduce((sum, count) => sum + count, 0) / all,
    exactFirst: answers.filter(isExactFirst).length / answers.length,
  };
}
