import { askedAmounts } from './amounts.ts';
import { passes, without, type AlsoFound, type Hit, type SearchFilter } from './answer.ts';
import type { IndexReader } from './index-reader.ts';

/**
 * Documents with exactly the amount that a query is, in budget or funds, but for those known; undefined where there
 * are none. The index keeps each amount as a key, so nothing has to be compared.
 */
export async function findAmounts(
  index: IndexReader,
  query: string,
  known: readonly Hit[],
  filter: SearchFilter,
  limit: number,
): Promise<AlsoFound | undefined> {
  // An amount of money stands in no part that one can narrow to.
  const asked = filter.part === undefined ? askedAmounts(query) : [];
  if (asked.length === 0) return undefined;
  const meta = await index.meta();
  const lists = await Promise.all(asked.map(({ key }) => index.places(key)));
  const meant = asked.filter((_, place) => (lists[place] ?? []).length > 0);
  const shown = meant.map((one) => one.shown);
  const places = [...new Set(lists.flat())]
    .filter((place) => passes(place, meta, filter))
    .sort((a, b) => (meta.amount[b] ?? 0) - (meta.amount[a] ?? 0) || a - b);
  // Those known are asked for too, and then left out.
  const looked = places.slice(0, limit + known.length);
  const documents = await Promise.all(looked.map((place) => index.document(place)));
  const found = documents.flatMap((document) => document ?? []);
  const hits = without(
    known,
    found.map((document) => ({
      document,
      words: shown,
      parts: document.parts.filter(([, , text]) => shown.includes(text.split('\n')[0] ?? '')),
    })),
  );
  if (hits.length === 0) return undefined;
  const count = places.length - (found.length - hits.length);
  return {
    kind: 'amount',
    amounts: meant.map(({ words }) => words),
    hits: hits.slice(0, limit),
    count,
    isCounted: true,
  };
}
