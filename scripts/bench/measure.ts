import { performance } from 'node:perf_hooks';

/** The middle value, or the mean of the middle two. Throws a RangeError where there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('a median needs a value');
  return (lower + upper) / 2;
}

/** At most `most` of the items, spread evenly over the list, the first among them. */
export function evenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, place) => Math.floor((place * items.length) / most)).flatMap(
    (index) => items.slice(index, index + 1),
  );
}

/** How long some work takes, in milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What was measured of the program and of its peer in the same run, in the same unit. */
export interface Samples {
  readonly own: readonly number[];
  readonly peer: readonly number[];
}

/** Measures two things in turns, so that a machine that becomes slower meanwhile slows both. */
export async function inTurns(
  runs: number,
  own: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<Samples> {
  const samples = { own: [] as number[], peer: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    samples.own.push(await own());
    samples.peer.push(await peer());
  }
  return samples;
}
