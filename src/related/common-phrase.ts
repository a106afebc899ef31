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
  // lengths[j]: how many words up to a[i] and b[j] are the same.
  let before: readonly number[] = [];
  const goesOn = (word: string | undefined, other: string | undefined) =>
    word !== undefined && word === other && /[\p{L}\p{N}]/u.test(word) && !CONNECTIVES.has(word);
  a.forEach((word, i) => {
    const lengths = b.map((other, j) => (goesOn(word, other) ? (before[j - 1] ?? 0) + 1 : 0));
    lengths.forEach((length, j) => {
      // Only whole runs: one that goes on is looked at where it ends.
      if (length === 0 || goesOn(a[i + 1], b[j + 1])) return;
      const phrase = trimmed(a.slice(i + 1 - length, i + 1), weightOf);
      if (phrase !== undefined && phrase.weight > (best?.weight ?? 0)) best = phrase;
    });
    before = lengths;
  });
  return best;
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
