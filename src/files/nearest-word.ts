import { numberInWords } from '../model/target-text.ts';

/**
 * The word nearest to a misspelt one: the only one that begins with it, else the one with the least edit
 * distance; undefined where none is near. Full-width and traditional characters count as the simplified, and what a
 * form adds in brackets (预算数（万元）) not at all. Another month is never the nearest: 13月底 is not 3月底.
 */
export function nearestWord(written: string, candidates: readonly string[]): string | undefined {
  const word = simplified(written);
  if (word === '') return undefined;
  const longer = candidates.filter((candidate) => candidate.startsWith(word));
  if (longer.length === 1) return longer[0];
  let best: string | undefined;
  let least = Math.max(1, Math.floor([...word].length / 2)) + 1;
  for (const candidate of candidates) {
    if (/\p{Script=Han}/u.test(candidate) && figuresIn(candidate) !== figuresIn(word)) continue;
    const distance = editDistance([...word], [...candidate]);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** The traditional characters of the keys' words, each before its simplified one. */
const TRADITIONAL = new Map(
  Array.from(
    '項项編编碼码稱称預预規规數数財财資资計计劃划績绩標标級级產产滿满說说確确據据對对時时質质會会濟济續续響响環环'.matchAll(
      /(.)(.)/gu,
    ),
    ([, from = '', to = '']) => [from, to],
  ),
);

function simplified(word: string): string {
  return [...word.normalize('NFKC').trim()]
    .map((one) => TRADITIONAL.get(one) ?? one)
    .join('')
    .replace(/\([^()]*\)$/, '')
    .replace(/^[一二三四五六七八九十]{1,3}(?=月)/, (words) => String(numberInWords(words)));
}

const figuresIn = (word: string) => /\d+/.exec(word)?.[0].replace(/^0+/, '') ?? '';

/** Levenshtein distance: the fewest insertions, deletions and replacements of one character. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1);
  a.forEach((character, i) => {
    let diagonal = i;
    let left = i + 1;
    row = row.map((above, j) => {
      left = character === b[j] ? diagonal : 1 + Math.min(diagonal, above, left);
      diagonal = above;
      return left;
    });
  });
  return row.at(-1) ?? a.length;
}
