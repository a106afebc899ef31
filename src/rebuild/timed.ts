import { performance } from 'node:perf_hooks';

/** What the names of measured times begin with, by which `npm run bench` finds them. */
const PREFIX = 'mingzhang:';

/** Notes how long a part of a build took, for who measures it (`performance.getEntriesByType('measure')`). */
export function noteTime(part: string, milliseconds: number): void {
  performance.measure(PREFIX + part, { start: 0, duration: milliseconds });
}

/** Does a part of a build, and notes how long it took. */
export async function timed<Result>(part: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    noteTime(part, performance.now() - start);
  }
}
