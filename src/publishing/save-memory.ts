import { setFlagsFromString } from 'node:v8';

/** By how many hundredths the heap may grow before what nobody needs is cleared away; usually it may double and more. */
const GROWTH = 50;

/**
 * What the bundler's allocator (mimalloc) looks at when it is loaded: it gives back at once what is no longer needed, and takes
 * nothing beforehand, a quarter of a gigabyte less.
 */
export const BUNDLER_MEMORY = { MIMALLOC_ARENA_EAGER_COMMIT: '0', MIMALLOC_PURGE_DELAY: '0' } as const;

/** Lets this process take a third less memory, for some hundredths of the time: garbage is cleared away sooner. */
export function saveMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${String(GROWTH)}`);
}
