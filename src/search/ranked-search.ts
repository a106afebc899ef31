import type { Hit, SearchFilter } from './answer.ts';
import { foldText } from './exact-match.ts';
import { lookUpGrams } from './grams.ts';
import { decodeAddress } from '../model/fragments.ts';
import { NO_YEAR, type IndexedDocument, type IndexedPart } from './index-format.ts';
import { LONGEST_QUERY } from './query.ts';
import { wordsApart } from './words-apart.ts';

/** The part of Pagefind's browser interface that is used. Its script comes with its index. */
export interface Pagefind {
  search(
    term: string,
    options: { readonly filters: Readonly<Record<string, unknown>> },
  ): Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<PagefindPage>;
}

interface PagefindPage {
  readonly raw_url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  /** The page's sections in which words stand. */
  readonly sub_results: readonly {
    readonly title: string;
    readonly url: string;
    /** HTML, in which `mark` elements hold the words found. */
    readonly excerpt: string;
    readonly plain_excerpt: string;
  }[];
}

/** How many hits are shown at most. */
export const MOST_RELATED = 10;

/** How many words of a question are looked for one by one. */
const MOST_WORDS = 8;

/** Single characters that belong to no word beside them. */
const JOINING = '的了吗呢啊和与及或在是有，。、？！?,.!';

/** Asks Pagefind, which ranks all that holds a part of the words. It is loaded at the first question. */
export class RankedSearch {
  readonly #load: () => Promise<Pagefind>;
  #pagefind: Promise<Pagefind> | undefined;

  constructor(load: () => Promise<Pagefind>) {
    this.#load = load;
  }

  /**
   * Documents that hold parts of the words: of the latest year, and the site's own pages, before those of other years.
   *
   * @param years the years of the site, latest first.
   * @param known paths of documents that are shown already, and left out.
   */
  async find(
    query: string,
    { year, department }: Pick<SearchFilter, 'year' | 'department'>,
    years: readonly number[],
    known: ReadonlySet<string>,
  ): Promise<readonly Hit[]> {
    this.#pagefind ??= this.#load();
    // Asked for again the next time.
    this.#pagefind.catch(() => (this.#pagefind = undefined));
    const pagefind = await this.#pagefind;
    const [latest = '', ...earlier] = (year === undefined ? years : [year]).map(String);
    const groups = [year === undefined ? [latest, NO_YEAR] : [latest], ...earlier.map((one) => [one])];
    const asked = query.trim().slice(0, LONGEST_QUERY);
    const words = wordsOf(asked).map(foldText);
    const grams = lookUpGrams(foldText(asked));
    const hits: Hit[] = [];
    for (const group of groups) {
      const filters = { year: { any: group }, ...(department === undefined ? {} : { department }) };
      const results = await ranked(pagefind, asked, filters);
      for (let from = 0; from < results.length && hits.length < MOST_RELATED; from += MOST_RELATED) {
        const pages = results.slice(from, from + MOST_RELATED).map((result) => result.data());
        const found = (await Promise.all(pages)).map((page) => toHit(page, words, grams));
        hits.push(...found.filter((hit) => !known.has(hit.document.path) && hit.words.length > 0));
      }
    }
    return hits.slice(0, MOST_RELATED);
  }
}

/**
 * Pagefind wants all words of a question that it knows in one page, so each word is also asked by itself: a page has the
 * sum of its scores.
 */
async function ranked(
  pagefind: Pagefind,
  query: string,
  filters: Readonly<Record<string, unknown>>,
): Promise<readonly PagefindResult[]> {
  const terms = [...new Set([query, ...wordsOf(query)])];
  const lists = await Promise.all(terms.map((term) => pagefind.search(term, { filters })));
  const results = new Map<string, { readonly result: PagefindResult; readonly score: number }>();
  for (const result of lists.flatMap((list) => list.results)) {
    const score = (results.get(result.id)?.score ?? 0) + result.score;
    results.set(result.id, { result: results.get(result.id)?.result ?? result, score });
  }
  return [...results.values()].sort((a, b) => b.score - a.score).map(({ result }) => result);
}

/** The words of a question of two characters or more; where they are not told apart, what blanks part. */
function wordsOf(query: string): readonly string[] {
  const pieces = (wordsApart(query) ?? query.split(/\s+/)).map((piece) => piece.trim());
  const words: string[] = [];
  let single = '';
  for (const piece of [...pieces, '']) {
    // A word that the dictionary does not know comes in single characters: 党|建.
    if ([...piece].length === 1 && !JOINING.includes(piece)) single += piece;
    else {
      words.push(single, piece);
      single = '';
    }
  }
  return words.filter((word) => [...word].length > 1).slice(0, MOST_WORDS);
}

function toHit(
  { raw_url: url, content, meta, sub_results: sections }: PagefindPage,
  asked: readonly string[],
  grams: readonly string[],
): Hit {
  const text = foldText(content);
  // The question's own words where they stand there; else those that Pagefind took for them.
  const own = asked.filter((word) => text.includes(word));
  const marked = sections.flatMap(({ excerpt }) => [...excerpt.matchAll(/<mark>([^<]*)<\/mark>/g)]);
  // Pagefind also takes what begins with a character of a word for it: 文件 is not what 文安县 asks for.
  const isTelling = (word: string) => grams.some((gram) => word.includes(gram));
  const words =
    own.length > 0 ? own : [...new Set(marked.map(([, word = '']) => foldText(word)))].filter(isTelling);
  const parts = sections.map(({ title, url: address, plain_excerpt: excerpt }) => {
    const [, fragment = ''] = address.split('#');
    const bare = excerpt.startsWith(title) ? excerpt.slice(title.length).replace(/^[.\s]+/, '') : excerpt;
    const part: IndexedPart = [fragment === '' ? '' : title, decodeAddress(fragment), bare];
    return { part, count: words.filter((word) => foldText(bare).includes(word)).length };
  });
  const { title = '', code = '', facts = '[]', kind } = meta;
  return {
    document: {
      kind: kind === 'department' || kind === 'page' ? kind : 'project',
      path: url.replace(/^\//, ''),
      title,
      code,
      facts: JSON.parse(facts) as IndexedDocument['facts'],
      parts: [],
    },
    words,
    // The parts with the most words first; a name alone is shown as the hit's own.
    parts: parts
      .sort((a, b) => b.count - a.count)
      .map(({ part }) => part)
      .filter(([label]) => label !== '' || kind === 'page'),
  };
}
