/**
 * The word nearest to a misspelt one: the only one that begins with it, else the one with the least edit
 * distance; undefined where none is near. Full-width and traditional characters count as the simplified, a month
 * in words as its number: 13月底 is near no month, because another number is no slip in spelling.
 */
export function nearestWord(written: string, candidates: readonly string[]): string | undefined {
  const word = simplified(written);
  if (word === '') return undefined;
  const longer = candidates.filter((candidate) => candidate.startsWith(word));
  if (longer.length === 1) return longer[0];
  let best: string | undefined;
  let least = Math.max(1, Math.floor([...word].length / 2)) + 1;
  for (const candidate of candidates) {
    if (numberIn(candidate) !== numberIn(word)) continue;
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
    .replace(/^(十?)([一二三四五六七八九]?)(?=月)/, (_, ten: string, one: string) => {
      const number = (ten === '' ? 0 : 10) + '一二三四五六七八九'.indexOf(one || ' ') + 1;
      return number === 0 ? '' : String(number);
    });
}

/** The number in a word, 03 as 3; undefined where it has none. */
function numberIn(word: string): number | undefined {
  const [digits] = /\d+/.exec(word) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

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
