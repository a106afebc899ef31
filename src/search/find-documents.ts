import { hasAmount, type AskedAmount } from './amounts.ts';
import type { Found, Hit, SearchFilter } from './answer.ts';
import { foldText } from './exact-match.ts';
import { codeGramsOf, lookUpGrams, searchedLines, titleGram } from './grams.ts';
import type { IndexedDocument, IndexMeta } from './index-format.ts';
import type { IndexReader } from './index-reader.ts';

/** Which documents are wanted, and how many. */
export interface Scope {
  readonly filter: SearchFilter;
  readonly limit: number;
  /** Paths of documents that are left out, because they are shown already. */
  readonly known?: ReadonlySet<string>;
  /** The site's own pages instead of projects and departments. */
  readonly ofPages?: boolean;
}

/** Words of which a document must have all; of several lists, those of one. */
export type Alternatives = readonly (readonly string[])[];

/** The matching parts of a document; undefined where it does not match. */
type Check = (document: IndexedDocument) => Omit<Hit, 'document'> | undefined;

/** Documents that have all words of one of the alternatives, those with one in their title first. */
export async function findWords(
  index: IndexReader,
  alternatives: Alternatives,
  scope: Scope,
): Promise<Found> {
  const [candidates, titles] = await Promise.all([
    Promise.all(alternatives.map((words) => candidatesOf(index, words))),
    Promise.all(alternatives.flat().map((word) => index.placesOfAll(lookUpGrams(word).map(titleGram)))),
  ]);
  const check: Check = (document) => partsWith(document, alternatives, scope.filter.part);
  return await find(index, candidates.flat(), new Set(titles.flat()), check, scope);
}

/** Documents with exactly one of some amounts: in budget or funds, which the index keeps as keys, or in a text. */
export async function findAmounts(
  index: IndexReader,
  amounts: readonly AskedAmount[],
  scope: Scope,
): Promise<Found> {
  const typed = amounts.flatMap((amount) => amount.typed);
  const shown = amounts.map((amount) => amount.shown);
  const lists = await Promise.all([
    ...amounts.map(({ key }) => index.places(key)),
    ...typed.map((one) => candidatesOf(index, [one])),
  ]);
  const check: Check = (document) => {
    const lines = searchedLines(document);
    const parts = document.parts.filter(
      ([, , text], place) =>
        shown.includes(text.split('\n')[0] ?? '') ||
        lines[place]?.some((line) => typed.some((one) => hasAmount(line, one))),
    );
    return parts.length === 0 ? undefined : { words: [...new Set([...shown, ...typed])], parts };
  };
  return await find(index, lists.flat(), new Set(), check, scope);
}

/** Places of documents that may have all words: they have all pairs of them, or a code with them. */
export async function candidatesOf(index: IndexReader, words: readonly string[]): Promise<readonly number[]> {
  const lists = await Promise.all(
    words.map(async (word) => {
      const [byText, byCode] = await Promise.all([
        index.placesOfAll(lookUpGrams(word)),
        index.placesOfAll(codeGramsOf(word)),
      ]);
      return new Set([...byText, ...byCode]);
    }),
  );
  const [first = new Set<number>(), ...rest] = lists.sort((a, b) => a.size - b.size);
  return [...first].filter((place) => rest.every((list) => list.has(place)));
}

/** The candidates that pass, the latest year first, in a year the preferred ones, then by amount. */
async function find(
  index: IndexReader,
  candidates: readonly number[],
  preferred: ReadonlySet<number>,
  check: Check,
  { filter, limit, known = new Set(), ofPages = false }: Scope,
): Promise<Found> {
  const meta = await index.meta();
  const ordered = [...new Set(candidates)]
    .filter((place) => place >= meta.firstPage === ofPages && passes(place, meta, filter))
    .sort(
      (a, b) =>
        // Years stand latest first.
        (meta.year[a] ?? 0) - (meta.year[b] ?? 0) ||
        Number(preferred.has(b)) - Number(preferred.has(a)) ||
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
    for (const document of await Promise.all(next.map((place) => index.document(place)))) {
      const found = document === undefined || known.has(document.path) ? undefined : check(document);
      if (document === undefined || found === undefined) refused += 1;
      else hits.push({ document, ...found });
    }
  }
  return { hits, count: ordered.length - refused, isCounted: looked === ordered.length };
}

/** Whether a document's year, department and amount are those that are wanted. */
function passes(place: number, meta: IndexMeta, { year, department, least, most }: SearchFilter): boolean {
  const amount = meta.amount[place] ?? -1;
  return (
    (year === undefined || meta.years[meta.year[place] ?? -1] === year) &&
    (department === undefined || meta.departments[meta.department[place] ?? -1]?.[0] === department) &&
    ((least === undefined && most === undefined) ||
      (amount >= 0 && amount >= (least ?? 0) && amount <= (most ?? Infinity)))
  );
}

/** The parts that have the words; undefined where the document has not all of one alternative. */
function partsWith(
  document: IndexedDocument,
  alternatives: Alternatives,
  label: string | undefined,
): ReturnType<Check> {
  const head = label === undefined ? [foldText(document.title), document.code.toLowerCase()] : [];
  const lines = searchedLines(document);
  const parts = document.parts
    .map((part, place) => ({ part, lines: lines[place] ?? [] }))
    .filter(({ part: [own] }) => label === undefined || own.startsWith(label));
  const isIn = (texts: readonly string[]) => (word: string) => texts.some((text) => text.includes(word));
  // A page speaks of many things: it answers where one of its sections has all words.
  const isPage = document.kind === 'page';
  const sections = isPage ? parts : [{ lines: parts.flatMap((one) => one.lines) }];
  const words = alternatives.find((alternative) =>
    sections.some((section) => alternative.every(isIn([...head, ...section.lines]))),
  );
  if (words === undefined) return undefined;
  const holding = parts.filter((one) =>
    isPage ? words.every(isIn([...head, ...one.lines])) : words.some(isIn(one.lines)),
  );
  return { words, parts: holding.map(({ part }) => part) };
}
