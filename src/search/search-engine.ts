import { askedAmounts } from './amounts.ts';
import { NOTHING, type AlsoFound, type Answer, type Hit, type SearchFilter } from './answer.ts';
import { correctionsOf, unlikelinessOf } from './corrections.ts';
import { readEverydayWords } from './everyday-words.ts';
import { candidatesOf, findAmounts, findWords, type Alternatives, type Scope } from './find-documents.ts';
import type { IndexMeta } from './index-format.ts';
import { IndexReader, type LoadFile } from './index-reader.ts';
import { wordsOfPinyin } from './pinyin.ts';
import { readQuery } from './query.ts';
import { leftOut, readQuestion, type Question } from './read-question.ts';

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
    const { words, pinyin, isVerbatim } = readQuery(text, (await this.meta()).traditional);
    if (words.length === 0) return NOTHING;
    const scope = { filter, limit };
    if (isVerbatim) return (await this.#askAsTyped(words, scope)) ?? NOTHING;
    const asMeant = await this.#askAsMeant(text, words, scope);
    // What stands there letter for letter is no question.
    if (asMeant !== undefined && asMeant.exact.length + asMeant.pages.length > 0) return asMeant;
    const question = await this.#readQuestion(words);
    return (
      (question && (await this.#askQuestion(words, question, scope))) ??
      asMeant ??
      (await this.#askPinyin(pinyin, scope)) ??
      (await this.#askCorrected(words, question, scope))
    );
  }

  /** Documents that hold the words as they are; undefined without any. */
  async #askAsTyped(words: readonly string[], scope: Scope): Promise<Answer | undefined> {
    const { hits: exact, count, isCounted } = await findWords(this.#index, [words], scope);
    // A page has no year, no department and no amount.
    const isNarrowed = Object.keys(scope.filter).length > 0;
    const ofPages = { ...scope, limit: isNarrowed ? 0 : MOST_PAGES, ofPages: true };
    const { hits: pages } = await findWords(this.#index, [words], ofPages);
    return exact.length + pages.length === 0 ? undefined : { ...NOTHING, exact, count, isCounted, pages };
  }

  /** Documents that hold the words as they are, and those that hold what is meant by them; undefined without any. */
  async #askAsMeant(text: string, words: readonly string[], scope: Scope): Promise<Answer | undefined> {
    const asTyped = (await this.#askAsTyped(words, scope)) ?? NOTHING;
    const { exact, count, isCounted, pages } = asTyped;
    // Only behind all exact ones.
    const isAll = isCounted && exact.length === count;
    const behind = { ...scope, known: new Set(exact.map(({ document }) => document.path)) };
    const found: readonly (AlsoFound | undefined)[] = isAll
      ? await Promise.all([this.#findAmount(text, behind), this.#findEveryday(words, behind)])
      : [];
    const also = found.filter((one) => one !== undefined);
    if (exact.length + also.length + pages.length === 0) return undefined;
    return { ...asTyped, also, corrections: count < 3 ? [] : await this.#insertionsOf(words) };
  }

  async #readQuestion(words: readonly string[]): Promise<Question | undefined> {
    const { everyday, firstPage } = await this.meta();
    const stands = async (text: string) =>
      (await candidatesOf(this.#index, [text])).some((place) => place < firstPage);
    return await readQuestion(words, stands, new Set(everyday.map(([word]) => word)));
  }

  /**
   * Documents that hold what a question asks for: all its words, else those that not every project is about, else one
   * of these. Undefined without any.
   */
  async #askQuestion(
    words: readonly string[],
    question: Question,
    scope: Scope,
  ): Promise<Answer | undefined> {
    if (question.words.length === 0) return undefined;
    const { telling, unknown } = question;
    const understood = (wanted: readonly string[], isApart = false): Pick<Answer, 'understood'> => ({
      understood: { words: wanted, isApart, unknown, leftOut: leftOut(words, [...wanted, ...unknown]) },
    });
    for (const wanted of [question.words, telling]) {
      const answer = await this.#askAsMeant(wanted.join(''), wanted, scope);
      const isFound = answer !== undefined && answer.exact.length + answer.also.length > 0;
      if (isFound) return { ...answer, ...understood(wanted) };
    }
    const apart = telling.map((word) => [word]);
    const { hits: exact, count, isCounted } = await findWords(this.#index, apart, scope);
    return exact.length === 0
      ? undefined
      : { ...NOTHING, exact, count, isCounted, ...understood(telling, true) };
  }

  /** Documents with exactly the amount that a query is, in budget, funds or a text. */
  async #findAmount(text: string, scope: Scope): Promise<AlsoFound | undefined> {
    // An amount of money stands in no part that one can narrow to.
    const asked = scope.filter.part === undefined ? askedAmounts(text) : [];
    const each = await Promise.all(
      asked.map((one) => findAmounts(this.#index, [one], { ...scope, limit: 1 })),
    );
    const meant = asked.filter((_, place) => each[place]?.hits.length !== 0);
    const found = await findAmounts(this.#index, meant, scope);
    const amounts = meant.map(({ words }) => words);
    return found.hits.length === 0 ? undefined : { kind: 'amount', amounts, ...found };
  }

  /** Documents that word otherwise what the query says in everyday words. */
  async #findEveryday(words: readonly string[], scope: Scope): Promise<AlsoFound | undefined> {
    const reading = readEverydayWords(words, (await this.meta()).everyday);
    if (reading === undefined) return undefined;
    const { replaced, alternatives, loose, apart } = reading;
    let lesser: AlsoFound | undefined;
    for (const meant of scope.known?.size === 0 ? [alternatives, loose, apart] : [alternatives]) {
      const found = await findWords(this.#index, meant, scope);
      if (found.hits.length === 0) continue;
      const answer: AlsoFound = { kind: 'everyday', replaced, isApart: meant === apart, ...found };
      // A department's goals hold words of all that it does: they answer where no project does.
      if (found.hits.some(({ document }) => document.kind === 'project')) return answer;
      lesser ??= answer;
    }
    return lesser;
  }

  /** Documents that hold words with this pinyin; undefined where there are none. */
  async #askPinyin(pinyin: string | undefined, scope: Scope): Promise<Answer | undefined> {
    if (pinyin === undefined) return undefined;
    const readAs = await this.#known(wordsOfPinyin(pinyin, await this.#index.characters()));
    const alternatives = readAs.map((word) => [word]);
    const { hits: exact, count, isCounted } = await findWords(this.#index, alternatives, scope);
    return exact.length === 0 ? undefined : { ...NOTHING, exact, count, isCounted, readAs };
  }

  /** Documents that hold words much like these: the best of each correction, then the second of each, and so on. */
  async #askCorrected(
    asked: readonly string[],
    question: Question | undefined,
    scope: Scope,
  ): Promise<Answer> {
    const unknown = question?.words.length === 0 ? question.unknown : [];
    const words = unknown.length === 0 ? asked : unknown;
    const corrections = await this.#correctionsOf(words);
    const lists = await Promise.all(corrections.map((one) => findWords(this.#index, [one], scope)));
    const hits = new Map<string, Hit>();
    for (let rank = 0; rank < scope.limit; rank += 1) {
      for (const hit of lists.flatMap((list) => list.hits[rank] ?? [])) {
        if (!hits.has(hit.document.path)) hits.set(hit.document.path, hit);
      }
    }
    const exact = [...hits.values()].slice(0, scope.limit);
    return {
      ...NOTHING,
      exact,
      count: exact.length,
      corrections: corrections.map((alternative) => alternative.join(' ')),
      isCorrected: exact.length > 0,
      ...(unknown.length > 0 && {
        understood: { words: [], isApart: false, unknown, leftOut: leftOut(asked, unknown) },
      }),
    };
  }

  /** Queries in which one word is replaced by one that stands somewhere, the likeliest first, then in most documents. */
  async #correctionsOf(words: readonly string[]): Promise<Alternatives> {
    const characters = await this.#index.characters();
    const alternatives = words.flatMap((word, place) =>
      // Words of two characters have too many neighbours that mean nothing.
      (word.length < SHORTEST_CORRECTED ? [] : correctionsOf(word, characters)).map((other) => ({
        alternative: words.map((one, index) => (index === place ? other : one)),
        unlikeliness: unlikelinessOf(word, other, characters),
      })),
    );
    const counts = await Promise.all(
      alternatives.map(({ alternative }) => candidatesOf(this.#index, alternative)),
    );
    const best = alternatives
      .map((one, place) => ({ ...one, count: counts[place]?.length ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.unlikeliness - b.unlikeliness || b.count - a.count);
    const sound: (readonly string[])[] = [];
    for (const { alternative } of best) {
      // What has 失业人 has 失业, too.
      const isWithin = sound.some((one) => alternative.join(' ').includes(one.join(' ')));
      if (sound.length < MOST_CORRECTIONS && !isWithin && (await this.#stands(alternative)))
        sound.push(alternative);
    }
    return sound;
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

  /** Those of some words that stand somewhere, in their order. */
  async #known(words: readonly string[]): Promise<readonly string[]> {
    const stands = await Promise.all(words.map((word) => this.#stands([word])));
    return words.filter((_, place) => stands[place]);
  }

  /** Whether some document really has all words: that it has all their pairs is not enough. */
  async #stands(words: readonly string[]): Promise<boolean> {
    return (await findWords(this.#index, [words], { filter: {}, limit: 1 })).hits.length > 0;
  }
}
