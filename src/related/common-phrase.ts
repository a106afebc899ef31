import { CONNECTIVES, CLOSING_WORDS, type Words } from './words.ts';

/** A run of words that stands in two texts, and how much it tells. */
export interface CommonPhrase {
  readonly text: string;
  readonly weight: number;
}

/** A phrase in a reason is no longer than this. */
const LONGEST = 24;

/**
 * The run of words common to two texts that tells most. It begins with a word that tells something and ends
 * with one, or with a closing word that follows it; it never spans punctuation
 * or a connective.
 *
 * @param weightOf how much a word tells; 0 where it tells nothing.
 */
export function commonPhrase(
  a: Words,
  b: Words,
  weightOf: (word: string) => number,
): CommonPhrase | undefined {
  let best: CommonPhrase | undefined;
  const places = placesIn(b);
  // By j, how many words up to a[i] and b[j] are the same.
  let before: ReadonlyMap<number, number> = NONE;
  a.forEach((word, i) => {
    const own = places.get(word);
    if (own === undefined) {
      before = NONE;
      return;
    }
    const next = a[i + 1] ?? '';
    const goesOn = places.has(next);
    const lengths = new Map<number, number>();
    for (const j of own) {
      const length = (before.get(j - 1) ?? 0) + 1;
      lengths.set(j, length);
      // Only whole runs: one that goes on is looked at where it ends.
      if (goesOn && b[j + 1] === next) continue;
      const phrase = trimmed(a.slice(i + 1 - length, i + 1), weightOf);
      if (phrase !== undefined && phrase.weight > (best?.weight ?? 0)) best = phrase;
    }
    before = lengths;
  });
  return best;
}

const NONE: ReadonlyMap<number, number> = new Map();

const known = new WeakMap<Words, ReadonlyMap<string, readonly number[]>>();

/** Where in a text each word stands that may be part of a phrase. */
function placesIn(words: Words): ReadonlyMap<string, readonly number[]> {
  const before = known.get(words);
  if (before !== undefined) return before;
  const places = new Map<string, number[]>();
  words.forEach((word, place) => {
    const own = places.get(word);
    if (own !== undefined) own.push(place);
    else if (/[\p{L}\p{N}]/u.test(word) && !CONNECTIVES.has(word)) places.set(word, [place]);
  });
  known.set(words, places);
  return places;
}

function trimmed(run: Words, weightOf: (word: string) => number): CommonPhrase | undefined {
  const from = run.findIndex((word) => weightOf(word) > 0);
  let to = run.findLastIndex((word) => weightOf(word) > 0) + 1;
  if (from < 0) return undefined;
  while (CLOSING_WORDS.has(run[to] ?? '')) to += 1;
  // Each word has a character at least.
  let words = run.slice(from, Math.min(to, from + LONGEST));
  while (words.join('').length > LONGEST) words = words.slice(0, -1);
  const weight = [...new Set(words)].reduce((total, word) => total + weightOf(word), 0);
  return { text: words.join(''), weight };
}
