/**
 * How a query is compared with a text. An index finds what has the parts of its words, in Chinese often without
 * the words themselves, so each hit is checked against its own text.
 */

/** A text as matching sees it: full-width and half-width, capital and small letters, blanks are the same. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** The words of a query, folded; words are parted by blanks. */
export function queryWords(query: string): readonly string[] {
  return [
    ...new Set(
      query
        .split(/\s+/)
        .map(foldText)
        .filter((word) => word !== ''),
    ),
  ];
}

/** A stretch of a text, and whether it is one of the words looked for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/**
 * An excerpt of a text around the first word found in it, with all words found in it marked. Offsets of the
 * folded text are led back to the original, which folding may shorten.
 *
 * @param length how many characters the excerpt has at most.
 */
export function excerptOf(text: string, words: readonly string[], length = 90): readonly Piece[] {
  const characters = [...text];
  const origin: number[] = [];
  let folded = '';
  characters.forEach((character, index) => {
    const own = foldText(character);
    origin.push(...Array.from({ length: own.length }, () => index));
    folded += own;
  });
  const marked = new Set<number>();
  let first = characters.length;
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const [from = 0, to = 0] = [origin[at], origin[at + word.length - 1]];
      for (let index = from; index <= to; index += 1) marked.add(index);
      first = Math.min(first, from);
    }
  }
  const start = Math.max(0, Math.min(first, characters.length) - Math.floor(length / 4));
  const from = first === characters.length ? 0 : start;
  const to = Math.min(characters.length, from + length);
  const pieces: Piece[] = [];
  if (from > 0) pieces.push({ text: '…', found: false });
  for (let index = from; index < to; index += 1) {
    const found = marked.has(index);
    const last = pieces.at(-1);
    const character = characters[index] ?? '';
    if (last?.found === found) pieces[pieces.length - 1] = { text: last.text + character, found };
    else pieces.push({ text: character, found });
  }
  if (to < characters.length) pieces.push({ text: '…', found: false });
  return pieces;
}
