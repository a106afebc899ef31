import { foldText } from './exact-match.ts';
import type { IndexedDocument } from './index-format.ts';

/**
 * The keys under which the index keeps documents. A text has each of its characters and each pair of
 * neighbouring ones; a project code each four characters in a row, because its pairs of digits stand in
 * nearly every document.
 */

/** Lines are folded one by one: nothing is found across the end of a line. */
export function foldedLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map(foldText)
    .filter((line) => line !== '');
}

/**
 * The lines of each part of a document that are searched: its text and, of an indicator's row or a page's section,
 * the words above it. Other labels are the form's, and the same everywhere.
 */
export function searchedLines({
  kind,
  parts,
}: Pick<IndexedDocument, 'kind' | 'parts'>): readonly (readonly string[])[] {
  return parts.map(([label, fragment, text]) => [
    ...foldedLines(text),
    ...(kind === 'page' || fragment.startsWith('indicator-') ? foldedLines(label) : []),
  ]);
}

/** The single characters and pairs of a folded text. */
export function gramsOf(folded: string): ReadonlySet<string> {
  const characters = [...folded];
  const grams = new Set(characters);
  characters.slice(1).forEach((character, index) => grams.add(`${characters[index] ?? ''}${character}`));
  return grams;
}

/** What a folded word is looked up by: its pairs, or itself where it is one character. */
export function lookUpGrams(word: string): readonly string[] {
  const grams = [...gramsOf(word)];
  const pairs = grams.filter((gram) => [...gram].length === 2);
  return pairs.length > 0 ? pairs : grams;
}

const CODE_PART = /^[0-9a-z-]{1,40}$/;

/** Each four characters in a row of a folded code or part of one, or a shorter code whole; none of what is no code. */
export function codeGramsOf(word: string): readonly string[] {
  if (!CODE_PART.test(word)) return [];
  if (word.length < 4) return [`#${word}`];
  return Array.from({ length: word.length - 3 }, (_, index) => `#${word.slice(index, index + 4)}`);
}

/** A character or pair that stands in a document's title: such documents come first. */
export const titleGram = (gram: string): string => `^${gram}`;

/** Which of `shards` files holds a key: FNV-1a over its UTF-16 units, the same at build time and in the browser. */
export function shardOf(gram: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < gram.length; index += 1) {
    hash = Math.imul(hash ^ gram.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % shards;
}
