/** A piece that stands twice in a row: the place in the list of characters where it begins, and its length. */
export interface Repeat {
  readonly start: number;
  readonly length: number;
}

/**
 * The longest piece that stands twice in a row and holds at least `least` characters that `counts` accepts;
 * the first of equally long ones.
 *
 * By the algorithm of Main and Lorentz (1984), whose time grows with n · log n: a piece that stands twice lies
 * in one half of the text or reaches over its middle, and those that reach over it show in how far the text
 * on each side of the middle agrees with itself.
 *
 * @example longestRepeat([...'共同保障运行保障运行'], () => true, 4) // { start: 2, length: 4 }
 */
export function longestRepeat(
  characters: readonly string[],
  counts: (character: string) => boolean,
  least: number,
): Repeat | undefined {
  const counted = [0];
  for (const character of characters) counted.push((counted.at(-1) ?? 0) + Number(counts(character)));
  let best: Repeat | undefined;
  const offer = (start: number, length: number) => {
    if (length < least || (counted[start + length] ?? 0) - (counted[start] ?? 0) < least) return;
    if (best === undefined || length > best.length || (length === best.length && start < best.start)) {
      best = { start, length };
    }
  };
  const search = (from: number, to: number) => {
    if (to - from < 2 * Math.max(least, best?.length ?? 0)) return;
    const middle = from + Math.floor((to - from) / 2);
    repeatsOver(characters.slice(from, middle), characters.slice(middle, to), (start, length) => {
      offer(from + start, length);
    });
    search(from, middle);
    search(middle, to);
  };
  search(0, characters.length);
  return best;
}

/** The square of its length is what looking at a text costs here; of a longer one nothing is known beforehand. */
const LONGEST_LOOKED_AT = 100;

/** Whether a piece of at least so many characters may stand twice in a row: a look that spares most texts the search. */
export function mayRepeat(text: string, least: number): boolean {
  if (text.length > LONGEST_LOOKED_AT) return true;
  for (let distance = least; 2 * distance <= text.length; distance += 1) {
    let same = 0;
    for (let place = distance; place < text.length; place += 1) {
      same = text.charCodeAt(place) === text.charCodeAt(place - distance) ? same + 1 : 0;
      if (same === distance) return true;
    }
  }
  return false;
}

/**
 * Gives for each length the first place at which a piece of it stands twice in a row, beginning in `left` and
 * ending in `right`. The pieces that begin at the next places are the same characters in another order.
 */
function repeatsOver(
  left: readonly string[],
  right: readonly string[],
  give: (start: number, length: number) => void,
): void {
  const [leftReversed, rightReversed] = [left.toReversed(), right.toReversed()];
  const leftBackward = agreements(leftReversed);
  const leftWithRight = agreements([...right, '', ...left]);
  const rightWithLeft = agreements([...leftReversed, '', ...rightReversed]);
  const rightForward = agreements(right);
  // The piece's second standing begins in the left part …
  for (let length = 1; length <= left.length; length += 1) {
    const before = Math.min(length - 1, leftBackward[length] ?? 0);
    const behind = leftWithRight[right.length + 1 + left.length - length] ?? 0;
    if (before >= Math.max(1, length - behind)) give(left.length - length - before, length);
  }
  // … or in the right one.
  for (let length = 1; length <= right.length; length += 1) {
    const before = Math.min(length, rightWithLeft[left.length + 1 + right.length - length] ?? 0);
    const behind = rightForward[length] ?? 0;
    if (before >= Math.max(1, length - behind)) give(left.length - before, length);
  }
}

/** For each place, how many characters from it on are the same as at the beginning; the Z function. */
function agreements(characters: readonly string[]): readonly number[] {
  const lengths = [0];
  let [from, to] = [0, 0];
  for (let place = 1; place < characters.length; place += 1) {
    let length = place < to ? Math.min(to - place, lengths[place - from] ?? 0) : 0;
    while (place + length < characters.length && characters[length] === characters[place + length]) {
      length += 1;
    }
    if (place + length > to) [from, to] = [place, place + length];
    lengths.push(length);
  }
  return lengths;
}
