import { foldText } from './exact-match.ts';

/** What a reader asked, taken apart. */
export interface Query {
  /** Words and quoted phrases, folded; a document must have them all. */
  readonly words: readonly string[];
  /** The one word in Latin letters, where the query may be pinyin. */
  readonly pinyin: string | undefined;
  /** Whether it stands in quotes, and so means its letters and nothing else. */
  readonly isVerbatim: boolean;
}

/** What stands behind these characters of a query is not looked for. */
export const LONGEST_QUERY = 200;

/**
 * Reads a query: words are parted by blanks; what stands in quotes, also Chinese ones, is one phrase.
 * Traditional characters are read as the simplified ones of the index.
 *
 * @example readQuery('"医疗 保险" 2022', ['', '']).words // ['医疗保险', '2022']
 */
export function readQuery(text: string, [from, to]: readonly [from: string, to: string]): Query {
  const simplified = [...text.trim().slice(0, LONGEST_QUERY)]
    .map((character) => to.charAt(indexIn(from, character)) || character)
    .join('');
  const pieces = simplified.match(/["“”「『‘][^"“”「」『』‘’]+["“”」』’]|[^\s"“”「」『』‘’]+/gu) ?? [];
  const words = [
    ...new Set(
      pieces.map((piece) => foldText(piece.replace(/["“”「」『』‘’]/g, ''))).filter((word) => word !== ''),
    ),
  ];
  const letters = words.join('').replaceAll("'", '');
  return {
    words,
    pinyin: /^[a-z]{2,40}$/.test(letters) ? letters : undefined,
    isVerbatim: /^["“「『‘].*["”」』’]$/u.test(simplified),
  };
}

/** Where a character stands in a string; past its end where it does not. */
function indexIn(text: string, character: string): number {
  const place = text.indexOf(character);
  return place < 0 ? text.length : place;
}
