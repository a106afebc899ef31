import { diffArrays } from 'diff';

/** Which item of one list is which of another, by their places; one side alone where it is new or gone. */
export interface Match {
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** Whether it stands in another order among the others. */
  readonly moved: boolean;
}

/**
 * Matches the items of two lists by what they say: those that are the same and in the same order, then those of the
 * same name, then, between two that stayed, those that say mostly the same. One item set in is one match more.
 *
 * @param names the names of each item, from its most exact to its plainest; the first is all that it says.
 * @param wordingOf what of two items is to say mostly the same; all that they say where it is left out.
 * @returns in the order of `after`, what is gone where it stood.
 */
export function matchLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
  names: (item: Item) => readonly string[],
  wordingOf = (item: Item) => names(item)[0] ?? '',
): readonly Match[] {
  const [namesBefore, namesAfter] = [before.map(names), after.map(names)];
  const whole = (all: readonly (readonly string[])[]) => all.map(([first = '']) => first);
  const hunks = hunksOf(whole(namesBefore), whole(namesAfter));
  const loose = hunks.filter(({ same }) => !same);
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (own: number, other: number) => {
    partners.set(other, own);
    taken.add(own);
  };
  const pairByName = (removed: readonly number[], added: readonly number[], step: number) => {
    const waiting = new Map<string, number[]>();
    for (const own of removed) {
      const name = namesBefore[own]?.[step];
      if (name !== undefined && !taken.has(own)) waiting.set(name, [...(waiting.get(name) ?? []), own]);
    }
    for (const other of added) {
      const own = partners.has(other) ? undefined : waiting.get(namesAfter[other]?.[step] ?? '')?.shift();
      if (own !== undefined) pair(own, other);
    }
  };
  const [allRemoved, allAdded] = [
    loose.flatMap(({ removed }) => removed),
    loose.flatMap(({ added }) => added),
  ];
  const steps = Math.max(0, ...[...namesBefore, ...namesAfter].map(({ length }) => length));
  for (let step = 0; step < steps; step += 1) {
    for (const { removed, added } of loose) pairByName(removed, added, step);
    pairByName(allRemoved, allAdded, step);
  }
  const [wordingsBefore, wordingsAfter] = [before.map(wordingOf), after.map(wordingOf)];
  for (const { removed, added } of loose) {
    for (const own of removed.slice(0, MOST_COMPARED).filter((one) => !taken.has(one))) {
      const other = added
        .slice(0, MOST_COMPARED)
        .find(
          (one) => !partners.has(one) && likeness(wordingsBefore[own] ?? '', wordingsAfter[one] ?? '') >= 0.5,
        );
      if (other !== undefined) pair(own, other);
    }
  }
  const matches = hunks.flatMap(({ same, removed, added }): readonly Omit<Match, 'moved'>[] => {
    if (same) return removed.map((own, place) => ({ before: own, after: added[place] }));
    const gone = removed.filter((own) => !taken.has(own));
    return [
      ...gone.map((own) => ({ before: own, after: undefined })),
      ...added.map((other) => ({ before: partners.get(other), after: other })),
    ];
  });
  const matched = matches.flatMap(({ before: own, after: other }) =>
    own === undefined || other === undefined ? [] : [own],
  );
  const inOrder = longestRising(matched);
  return matches.map((match) => ({
    ...match,
    moved: match.before !== undefined && match.after !== undefined && !inOrder.has(match.before),
  }));
}

/** The most of some different numbers that rise in their order: the fewest others have moved. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  /** By length, the smallest number with which a rising series so long ends; and what stands before each number. */
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before.set(number, ends[low - 1]);
    ends[low] = number;
  }
  const series = new Set<number>();
  for (let last = ends.at(-1); last !== undefined; last = before.get(last)) series.add(last);
  return series;
}

/** How many items in a row are compared letter by letter; so many changed rows beside each other are new ones. */
const MOST_COMPARED = 100;

/** A stretch of both lists, by the places of its items: the same ones, or what was taken out and what was put in. */
interface Hunk {
  readonly same: boolean;
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [own, other] = [0, 0];
  let [removed, added]: [number[], number[]] = [[], []];
  const close = () => {
    if (removed.length + added.length > 0) hunks.push({ same: false, removed, added });
    [removed, added] = [[], []];
  };
  const places = (start: number, count: number) => Array.from({ length: count }, (_, place) => start + place);
  for (const change of diffArrays([...before], [...after])) {
    const { count } = change;
    if (change.removed) removed.push(...places(own, count));
    else if (change.added) added.push(...places(other, count));
    else {
      close();
      hunks.push({ same: true, removed: places(own, count), added: places(other, count) });
    }
    if (!change.added) own += count;
    if (!change.removed) other += count;
  }
  close();
  return hunks;
}

/** How much two texts have in common, from 0 to 1: the share of pairs of neighbouring characters that both have. */
function likeness(a: string, b: string): number {
  const pairsOf = (text: string) =>
    new Set(Array.from(text, (first, place) => first + (text[place + 1] ?? '')));
  const [ofA, ofB] = [pairsOf(a), pairsOf(b)];
  if (ofA.size + ofB.size === 0) return 1;
  return (2 * [...ofA].filter((one) => ofB.has(one)).length) / (ofA.size + ofB.size);
}
