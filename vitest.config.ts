import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './tests/setup/slow-first.ts';

// Every worker, and every command that a test runs, begins with the same modules: they are compiled once.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

/** What needs the built site or a real browser. */
const SITE_TESTS = ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'];

/** One more than there are processors: tests wait for commands, servers and pages, while another can work. */
const WORKERS = availableParallelism() + 1;

export default defineConfig({
  test: {
    // A busy machine is no failure, and a test that fails once has failed: long waits, no second tries.
    testTimeout: 120_000,
    hookTimeout: 600_000,
    retry: 0,
    // What runs side by side in a file waits for pages, and each page is work.
    maxConcurrency: 2,
    sequence: { sequencer: SlowFirst },
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: SITE_TESTS,
          maxWorkers: WORKERS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: SITE_TESTS,
          globalSetup: 'tests/setup/built-site.ts',
          maxWorkers: WORKERS,
          // After the unit tests, which are quick and say more when they fail.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
