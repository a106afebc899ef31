import { fileURLToPath } from 'node:url';
import { normalizePath } from 'vite';
import { HASHED_FOLDER } from './response-headers.ts';

/** The program's own modules; those of a project's pages go where the bundler puts them. */
const OWN = normalizePath(fileURLToPath(new URL('../', import.meta.url)));

/**
 * Scripts of pages in a few files, each asked for once and kept by the browser, where the bundler would make one of
 * every few lines that two of them share. A file has what it is found by, below `src/`, and all that this imports; what two
 * would have is in the first of them.
 */
const FILES: readonly (readonly [name: string, own: RegExp, others?: RegExp])[] = [
  // What every page has, with the few lines that nearly all others share, and what the bundler itself puts in.
  [
    'page',
    /^components\/(?:PageScript\.astro\?|(?:address-state|load-once)\.ts$)|^compare\/selection\.ts$|^site\/addresses\.ts$|^model\/stated\.ts$/,
    /vite\/preload-helper|@oxc-project[+/]runtime/,
  ],
  ['chart', /^components\/chart\/Chart\.astro\?/],
  ['choosing', /^compare\/Choosing\.astro\?/],
  // What the form calls things.
  ['terms', /^model\/terms\.ts$/],
  // What is drawn anew in the browser.
  ['drawn', /^components\/chart\/LiveChart\.tsx$|^views\/.*\.tsx$/, /\/node_modules\/preact\//],
  ['saving', /^components\/save-list\/offer-saving\.ts$/],
  // What is found, in words.
  [
    'answers',
    /^components\/search\/answer-words\.ts$|^search\/(?:answer|everyday-words|index-format|pinyin|question-words)\.ts$/,
  ],
];

/** What the bundler is told of the scripts of pages. */
export const SCRIPT_FILES = {
  entryFileNames: ({ name }: { readonly name: string }) =>
    `${HASHED_FOLDER}${name.replace(/\..*/, '')}.[hash].js`,
  codeSplitting: {
    groups: FILES.map(([name, own, others], place) => ({
      name,
      test: (id: string) => (id.startsWith(OWN) ? own.test(id.slice(OWN.length)) : others?.test(id)),
      priority: FILES.length - place,
    })),
  },
};
