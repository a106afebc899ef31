import { defineConfig } from 'vitest/config';

/** What needs the built site or a real browser. */
const SITE_TESTS = ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    // A busy machine is no failure, and a test that fails once has failed: long waits, no second tries.
    testTimeout: 120_000,
    hookTimeout: 600_000,
    retry: 0,
    // What runs side by side in a file waits for pages, and each page is work.
    maxConcurrency: 2,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: SITE_TESTS,
          maxWorkers: '100%',
          // Named, because projects without an order that have one worker run last.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: SITE_TESTS,
          globalSetup: 'tests/setup/built-site.ts',
          // Each worker drives a browser with processes of its own.
          maxWorkers: 2,
          // After the unit tests, which are quick and say more when they fail.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
