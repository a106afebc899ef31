import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

/** By how many hundredths the heap may grow before what nobody needs is cleared away. Usually it may double and more. */
const GROWTH = 50;

/**
 * Makes this process take half of the memory that a build takes otherwise: garbage is cleared away sooner, which costs some
 * hundredths of the time, and the bundler (its allocator, mimalloc) gives back at once what it no longer needs. To be called
 * before Astro is loaded.
 */
export function saveMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${String(GROWTH)}`);
  process.env['MIMALLOC_ARENA_EAGER_COMMIT'] ??= '0';
  process.env['MIMALLOC_PURGE_DELAY'] ??= '0';
}
