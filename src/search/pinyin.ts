import type { Characters } from './index-format.ts';

/** How many words a pinyin query is led to, and how many steps are looked at to find them. */
const MOST_WORDS = 12;
const MOST_STEPS = 60_000;

/**
 * The words of the content that may be meant by pinyin: full syllables, initials, or both mixed, the last
 * syllable perhaps not finished. Better matches first: more whole syllables, more frequent neighbours.
 *
 * @example wordsOfPinyin('ylbx', characters) // ['养老保险', '医疗保险', …]
 */
export function wordsOfPinyin(letters: string, { pinyin, next }: Characters): readonly string[] {
  const syllables = Object.keys(pinyin);
  const byInitial = new Map<string, Set<string>>();
  for (const syllable of syllables) {
    const initial = syllable.slice(0, 1);
    const set = byInitial.get(initial) ?? new Set();
    for (const character of pinyin[syllable] ?? '') set.add(character);
    byInitial.set(initial, set);
  }
  const found = new Map<string, number>();
  let steps = 0;

  /** Goes on from a word that stands for the letters up to `at`. */
  const visit = (word: string, at: number, cost: number): void => {
    if ((steps += 1) > MOST_STEPS) return;
    if (at === letters.length) {
      if ([...word].length >= 2) found.set(word, Math.min(cost, found.get(word) ?? Infinity));
      return;
    }
    const rest = letters.slice(at);
    const last = [...word].at(-1);
    const allowed = last === undefined ? undefined : (next[last] ?? '');
    const take = (characters: Iterable<string>, length: number, penalty: number) => {
      const fitting = new Set(characters);
      if (allowed === undefined) for (const one of fitting) visit(one, at + length, cost + penalty);
      else {
        [...allowed].forEach((one, rank) => {
          // Neighbours stand most frequent first.
          if (fitting.has(one)) visit(`${word}${one}`, at + length, cost + penalty + Math.log1p(rank) / 10);
        });
      }
    };
    for (const syllable of syllables) {
      if (rest.startsWith(syllable)) take(pinyin[syllable] ?? '', syllable.length, 0);
      // An unfinished last syllable: `yangl`.
      else if (rest.length > 1 && syllable.startsWith(rest)) take(pinyin[syllable] ?? '', rest.length, 0.5);
    }
    take(byInitial.get(rest.slice(0, 1)) ?? [], 1, 1);
  };
  visit('', 0, 0);
  return [...found]
    .sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}
