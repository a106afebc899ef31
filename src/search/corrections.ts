import type { Characters } from './index-format.ts';
import { wordsApart } from './words-apart.ts';

/** How many corrections are tried, and of words up to how many characters. */
const MOST = 40;
const LONGEST = 20;

/**
 * What a word may have been meant as: the word with one character changed, left out, put in, or two
 * neighbours exchanged, as far as all neighbouring characters of the result stand beside each other
 * somewhere in the content. Whether the whole stands there the index must tell.
 *
 * @example correctionsOf('丧葬废', characters) // ['丧葬费', …]
 */
export function correctionsOf(word: string, { next }: Characters): readonly string[] {
  const characters = [...word];
  if (characters.length < 2 || characters.length > LONGEST) return [];
  const follows = (a: string | undefined, b: string | undefined) =>
    a === undefined || b === undefined || (next[a] ?? '').includes(b);
  const stands = (text: readonly string[]) =>
    text.every((one, place) => place === 0 || follows(text[place - 1], one));
  const before = predecessors(next);
  /** What may stand between two characters, either of which may be missing. */
  const between = (left: string | undefined, right: string | undefined): readonly string[] => {
    const candidates = left === undefined ? (before.get(right ?? '') ?? []) : [...(next[left] ?? '')];
    return candidates.filter((one) => follows(one, right));
  };
  const found = new Set<string>();
  const consider = (text: readonly string[]) => {
    if (text.length >= 2 && stands(text)) found.add(text.join(''));
  };
  characters.forEach((character, place) => {
    const [left, right] = [characters.slice(0, place), characters.slice(place + 1)];
    for (const one of between(left.at(-1), right[0])) consider([...left, one, ...right]);
    consider([...left, ...right]);
    if (right[0] !== undefined) consider([...left, right[0], character, ...right.slice(1)]);
    if (place > 0)
      for (const one of between(left.at(-1), character)) consider([...left, one, character, ...right]);
  });
  found.delete(word);
  return [...found].filter((one) => !beginsWithin(one, word)).slice(0, MOST);
}

/**
 * How unlikely a correction is to be meant. Characters of one sound are mistaken most often; then comes a word to which
 * the reader has added one (失业金), then another wrong one, then one too many or too few.
 */
export function unlikelinessOf(word: string, correction: string, { pinyin }: Characters): number {
  const [asked, meant] = [[...word], [...correction]];
  if (asked.length === meant.length) {
    const sounds = Object.values(pinyin);
    const isSameSound = asked.every(
      (one, place) =>
        one === meant[place] ||
        sounds.some((same) => same.includes(one) && same.includes(meant[place] ?? one)),
    );
    return isSameSound ? 0 : 2;
  }
  return word.startsWith(correction) && wordsApart(correction)?.every(({ length }) => length > 1) === true
    ? 1
    : 3;
}

/**
 * Whether a correction begins with the last character of another word: 业干部 is cut out of 企业干部. Where a
 * browser cannot tell words apart, none is refused.
 */
function beginsWithin(correction: string, word: string): boolean {
  return !word.startsWith(correction.charAt(0)) && wordsApart(correction)?.[0]?.length === 1;
}

let inverted:
  { readonly of: Characters['next']; readonly lists: ReadonlyMap<string, readonly string[]> } | undefined;

/** The characters that stand before each one; made once for an index. */
function predecessors(next: Characters['next']): ReadonlyMap<string, readonly string[]> {
  if (inverted?.of === next) return inverted.lists;
  const lists = new Map<string, string[]>();
  for (const [one, followers] of Object.entries(next)) {
    for (const follower of followers) {
      const list = lists.get(follower);
      if (list === undefined) lists.set(follower, [one]);
      else list.push(one);
    }
  }
  inverted = { of: next, lists };
  return lists;
}
