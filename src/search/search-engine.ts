import { findAmounts } from './amounts.ts';
import {
  byYear,
  NOTHING,
  passes,
  without,
  type AlsoFound,
  type Answer,
  type Hit,
  type SearchFilter,
} from './answer.ts';
import { correctionsOf } from './corrections.ts';
import { readEverydayWords } from './everyday-words.ts';
import { foldText } from './exact-match.ts';
import { codeGramsOf, lookUpGrams, searchedLines, titleGram } from './grams.ts';
import type { IndexMeta } from './index-format.ts';
import { IndexReader, type LoadFile } from './index-reader.ts';
import { wordsOfPinyin } from './pinyin.ts';
import { readQuery } from './query.ts';

/** How many corrections are offered. */
const MOST_CORRECTIONS = 5;

/** How many of the site's own pages are looked for. */
const MOST_PAGES = 10;

/** Words with fewer characters are not corrected. */
const SHORTEST_CORRECTED = 3;

/** Answers queries from an index. All it knows it loads as it is needed. */
export class SearchEngine {
  readonly #index: IndexReader;

  constructor(load: LoadFile) {
    this.#index = new IndexReader(load);
  }

  /** What filters can be set to. */
  meta(): Promise<IndexMeta> {
    return this.#index.meta();
  }

  /**
   * The answer to a query. The latest year's documents come first, in a year those with a word in their title, then
   * by amount; each was compared with its own text.
   *
   * @param limit how many documents are wanted at most.
   */
  async ask(text: string, filter: SearchFilter = {}, limit = 20): Promise<Answer> {
    const meta = await this.#index.meta();
    const { words, pinyin } = readQuery(text, meta.traditional);
    if (words.length === 0) return NOTHING;
    return (
      (await this.#askAsMeant(text, words, meta, filter, limit)) ??
      (await this.#askPinyin(pinyin, filter, limit)) ??
      (await this.#askCorrected(words, filter, limit))
    );
  }

  /** Documents that hold the words as they are, and those that hold what is meant by them; undefined without any. */
  async #askAsMeant(
    text: string,
    words: readonly string[],
    meta: IndexMeta,
    filter: SearchFilter,
    limit: number,
  ): Promise<Answer | undefined> {
    const { hits: exact, count, isCounted } = await this.#find([words], filter, limit);
    const isAll = isCounted && exact.length === count;
    // Only behind all exact ones.
    const [amount, everyday] = isAll
      ? await Promise.all([
          findAmounts(this.#index, text, exact, filter, limit),
          this.#findEveryday(words, meta, exact, filter, limit),
        ])
      : [];
    const also = [amount, everyday].filter((found) => found !== undefined);
    // A page has no year, no department and no amount.
    const pages =
      Object.keys(filter).length > 0 ? [] : (await this.#find([words], filter, MOST_PAGES, 'pages')).hits;
    if (exact.length + also.length + pages.length === 0) return undefined;
    const corrections = count < 3 ? [] : await this.#insertionsOf(words);
    return { ...NOTHING, exact, count, isCounted, also, pages, corrections };
  }

  /** Documents that word otherwise what the query says in everyday words, but for those known. */
  async #findEveryday(
    words: readonly string[],
    meta: IndexMeta,
    known: readonly Hit[],
    filter: SearchFilter,
    limit: number,
  ): Promise<AlsoFound | undefined> {
    const reading = readEverydayWords(words, meta.everyday);
    if (reading === undefined) return undefined;
    const { replaced, alternatives, loose, apart } = reading;
    let lesser: AlsoFound | undefined;
    for (const meant of known.length > 0 ? [alternatives] : [alternatives, loose, apart]) {
      const found = await this.#find(meant, filter, limit + known.length);
      const hits = without(known, found.hits);
      if (hits.length === 0) continue;
      const count = found.count - (found.hits.length - hits.length);
      const { isCounted } = found;
      const isApart = meant === apart;
      const answer = {
        kind: 'everyday',
        replaced,
        isApart,
        hits: hits.slice(0, limit),
        count,
        isCounted,
      } as const;
      // A department's goals hold words of all that it does: they answer where no project does.
      if (hits.some(({ document }) => document.kind === 'project')) return answer;
      lesser ??= answer;
    }
    return lesser;
  }

  /** Documents that hold words with this pinyin; undefined where there are none. */
  async #askPinyin(pinyin: string | undefined, filter: SearchFilter, limit: number) {
    if (pinyin === undefined) return undefined;
    const readAs = await this.#known(wordsOfPinyin(pinyin, await this.#index.characters()));
    const alternatives = readAs.map((word) => [word]);
    const { hits: exact, count, isCounted } = await this.#find(alternatives, filter, limit);
    return exact.length === 0 ? undefined : { ...NOTHING, exact, count, isCounted, readAs };
  }

  /** Documents that hold words much like these. */
  async #askCorrected(words: readonly string[], filter: SearchFilter, limit: number) {
    const corrections = await this.#correctionsOf(words);
    const exact = await this.#findEach(corrections, filter, limit);
    return {
      ...NOTHING,
      exact,
      count: exact.length,
      corrections: corrections.map((alternative) => alternative.join(' ')),
      isCorrected: exact.length > 0,
    };
  }

  /** Documents that have all words of one of the alternatives. */
  async #find(
    alternatives: readonly (readonly string[])[],
    filter: SearchFilter,
    limit: number,
    among: 'records' | 'pages' = 'records',
  ) {
    const meta = await this.#index.meta();
    const lists = await Promise.all(alternatives.map((words) => this.#candidates(words)));
    const places = [...new Set(lists.flat())].filter(
      (place) => place >= meta.firstPage === (among === 'pages') && passes(place, meta, filter),
    );
    const titles = await this.#inTitle(alternatives);
    const ordered = places.sort(
      (a, b) =>
        byYear(meta, a, b) ||
        Number(titles.has(b)) - Number(titles.has(a)) ||
        (meta.amount[b] ?? 0) - (meta.amount[a] ?? 0) ||
        a - b,
    );
    const hits: Hit[] = [];
    let looked = 0;
    let refused = 0;
    while (looked < ordered.length && hits.length < limit) {
      // A few at a time: most candidates are right, and what is not shown is not loaded.
      const next = ordered.slice(looked, looked + limit - hits.length);
      looked += next.length;
      for (const hit of await Promise.all(next.map((place) => this.#verify(place, alternatives, filter)))) {
        if (hit === undefined) refused += 1;
        else hits.push(hit);
      }
    }
    return { hits, count: ordered.length - refused, isCounted: looked === ordered.length };
  }

  /** The best of each alternative first, then the second of each, and so on. */
  async #findEach(alternatives: readonly (readonly string[])[], filter: SearchFilter, limit: number) {
    const lists = await Promise.all(
      alternatives.map(async (words) => (await this.#find([words], filter, limit)).hits),
    );
    const hits = new Map<string, Hit>();
    for (let rank = 0; rank < limit; rank += 1) {
      for (const list of lists) {
        const hit = list[rank];
        if (hit !== undefined && !hits.has(hit.document.path)) hits.set(hit.document.path, hit);
      }
    }
    return [...hits.values()].slice(0, limit);
  }

  /** Places of documents that may have all words: they have all pairs of them, or a code with them. */
  async #candidates(words: readonly string[]): Promise<readonly number[]> {
    const lists = await Promise.all(
      words.map(async (word) => {
        const [byText, byCode] = await Promise.all([
          this.#index.placesOfAll(lookUpGrams(word)),
          this.#index.placesOfAll(codeGramsOf(word)),
        ]);
        return new Set([...byText, ...byCode]);
      }),
    );
    const [first = new Set<number>(), ...rest] = lists.sort((a, b) => a.size - b.size);
    return [...first].filter((place) => rest.every((list) => list.has(place)));
  }

  async #inTitle(alternatives: readonly (readonly string[])[]): Promise<ReadonlySet<number>> {
    const lists = await Promise.all(
      alternatives.flat().map((word) => this.#index.placesOfAll(lookUpGrams(word).map(titleGram))),
    );
    return new Set(lists.flat());
  }

  /** The document with the parts that have the words; undefined where it has not all of one alternative. */
  async #verify(
    place: number,
    alternatives: readonly (readonly string[])[],
    filter: SearchFilter,
  ): Promise<Hit | undefined> {
    const document = await this.#index.document(place);
    if (document === undefined) return undefined;
    const head = filter.part === undefined ? [foldText(document.title), document.code.toLowerCase()] : [];
    const lines = searchedLines(document);
    const parts = document.parts
      .map((part, index) => ({ part, lines: lines[index] ?? [] }))
      .filter(({ part: [label] }) => filter.part === undefined || label.startsWith(filter.part));
    const words = alternatives.find((alternative) =>
      alternative.every(
        (word) =>
          head.some((line) => line.includes(word)) ||
          parts.some(({ lines }) => lines.some((line) => line.includes(word))),
      ),
    );
    if (words === undefined) return undefined;
    const holding = parts.filter(({ lines }) =>
      words.some((word) => lines.some((line) => line.includes(word))),
    );
    return { document, words, parts: holding.map(({ part }) => part) };
  }

  /** Those of some words that stand somewhere, in their order. */
  async #known(words: readonly string[]): Promise<readonly string[]> {
    const stands = await Promise.all(words.map((word) => this.#stands([word])));
    return words.filter((_, place) => stands[place]);
  }

  /** Queries in which one word is replaced by one that stands somewhere, in most documents first. */
  async #correctionsOf(words: readonly string[]): Promise<readonly (readonly string[])[]> {
    const characters = await this.#index.characters();
    const alternatives = words.flatMap((word, place) =>
      // Any two characters are one character away from very much that is no word.
      (word.length < SHORTEST_CORRECTED ? [] : correctionsOf(word, characters)).map((other) =>
        words.map((one, index) => (index === place ? other : one)),
      ),
    );
    const counted = await Promise.all(
      alternatives.map(async (alternative) => ({
        alternative,
        count: (await this.#candidates(alternative)).length,
      })),
    );
    // A wrong character is typed more often than one too many or too few.
    const length = (alternative: readonly string[]) => alternative.join('').length;
    const isChange = (alternative: readonly string[]) => Number(length(alternative) === length(words));
    const best = counted
      .filter(({ count }) => count > 0)
      .sort((a, b) => isChange(b.alternative) - isChange(a.alternative) || b.count - a.count);
    const sound: (readonly string[])[] = [];
    for (const { alternative } of best) {
      if (sound.length < MOST_CORRECTIONS && (await this.#stands(alternative))) sound.push(alternative);
    }
    return sound;
  }

  /** Whether some document really has all words: that it has all their pairs is not enough. */
  async #stands(words: readonly string[]): Promise<boolean> {
    return (await this.#candidates(words)).length > 0 && (await this.#find([words], {}, 1)).hits.length > 0;
  }

  /** Typos of the documents themselves: 社会保险 stands in one as 社会阿保险. */
  async #insertionsOf(words: readonly string[]): Promise<readonly string[]> {
    const [word = '', ...others] = words;
    const length = [...word].length;
    if (others.length > 0 || length < 4 || !/^\p{Script=Han}+$/u.test(word)) return [];
    const longer = correctionsOf(word, await this.#index.characters()).filter(
      (one) => [...one].length > length,
    );
    return (await this.#known(longer)).slice(0, MOST_CORRECTIONS);
  }
}
