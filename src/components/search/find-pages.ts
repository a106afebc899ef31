import { holdsAll, queryWords } from '../../search/exact-match.ts';
import type { ProjectCodeEntry } from '../../search/project-codes.ts';
import type { Pagefind, PagefindPage } from './pagefind.ts';

/** A page that answers a query. */
export interface FoundPage {
  readonly url: string;
  readonly title: string;
  /** What stands below the title: year, department, code, amount. */
  readonly facts: readonly string[];
  /** The page's text, from which the excerpt is cut; '' where there is nothing to show. */
  readonly text: string;
}

/** The answer to a query: pages with its exact words, and pages with only parts of them. */
export interface FoundPages {
  readonly exact: readonly FoundPage[];
  readonly partial: readonly FoundPage[];
}

/** How many hits are looked at; a query with more is too wide to be read through anyway. */
const MOST = 300;

/**
 * Asks Pagefind and checks each hit against its own text. A part of a project code, which Pagefind finds
 * only from its beginning, is looked up in the list of codes.
 *
 * @param codes address of the list of codes.
 */
export async function findPages(pagefind: Pagefind, query: string, codes: string): Promise<FoundPages> {
  const words = queryWords(query);
  const [{ results }, byCode] = await Promise.all([
    pagefind.search(words.join(' ')),
    findByCode(words, codes),
  ]);
  const pages = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
  const isExact = (page: PagefindPage) => holdsAll(`${page.meta.title ?? ''}\n${page.content}`, words);
  const exact = pages.filter(isExact).map((page) => toFoundPage(page, words));
  const known = new Set(exact.map(({ url }) => url.replace(/#.*/, '')));
  return {
    exact: [...byCode.filter(({ url }) => !known.has(url)), ...exact],
    partial: pages
      .filter((page) => !isExact(page))
      .map((page) => toFoundPage(page, []))
      .filter(({ url }) => !byCode.some((found) => found.url === url)),
  };
}

/** A hit as it is shown; where one section of a page has all words, it leads to that section. */
function toFoundPage(page: PagefindPage, words: readonly string[]): FoundPage {
  const title = page.meta.title ?? page.url;
  const code = page.meta.code ?? '';
  const section =
    page.meta.kind === 'glossary'
      ? page.sub_results.find((part) => words.length > 0 && holdsAll(part.title, words))
      : undefined;
  const facts = [page.filters['年度']?.[0], page.filters['部门']?.[0], code, page.meta.amount].filter(
    (fact): fact is string => fact !== undefined && fact !== '',
  );
  return {
    url: section?.url ?? page.url,
    title: section === undefined ? title : `${title}：${section.title}`,
    facts,
    // The title and the code stand above the excerpt already.
    text: textOf(page, section?.title ?? title)
      .replace(code, '')
      .replace(/^[.。\s]+/, ''),
  };
}

/** A page's text from behind a heading on; Pagefind ends each block of a page with a point. */
function textOf({ content }: PagefindPage, heading: string): string {
  const at = content.startsWith(heading) ? 0 : content.indexOf(`. ${heading}`);
  return at < 0 ? content : content.slice(content.indexOf(heading, at) + heading.length);
}

let list: Promise<readonly ProjectCodeEntry[]> | undefined;

/** Projects whose code holds the query, at least four of its characters in a row. */
async function findByCode(words: readonly string[], address: string): Promise<readonly FoundPage[]> {
  const [word, ...others] = words;
  if (word === undefined || others.length > 0 || !/^[0-9a-z]{4,21}$/.test(word)) return [];
  list ??= fetch(address).then((response) => response.json() as Promise<readonly ProjectCodeEntry[]>);
  const part = word.toUpperCase();
  return (await list)
    .filter(([code]) => code.includes(part))
    .map(([code, url, title, ...facts]) => ({ url, title, facts: [code, ...facts], text: '' }));
}
