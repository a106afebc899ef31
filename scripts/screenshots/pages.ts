import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All files of a folder as paths below it, `/`-separated and sorted. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .sort();
}

/** The addresses of all pages in the folder of a built site, sorted. */
export function listPages(folder: string): readonly string[] {
  return listFiles(folder)
    .filter((path) => path.endsWith('.html') && !path.startsWith('/pagefind/'))
    .map((path) => path.replace(/\/index\.html$/, '/'));
}

/** Where a page's file lies. */
export function fileOf(folder: string, path: string): string {
  return join(folder, path.endsWith('/') ? `${path}index.html` : path);
}

/** Whether a page shows nothing of its own, but leads on at once: the permanent address of a code of one project. */
export function leadsOn(folder: string, path: string): boolean {
  return (
    kindOf(path) === 'permanent' &&
    readFileSync(fileOf(folder, path), 'utf8').includes('http-equiv="refresh"')
  );
}

/** A page that stands for all that are made alike. */
export interface PageKind {
  /** A name for people and files, for example `department` or `glossary`. */
  readonly name: string;
  /** The page's address below the site's root, for example `/2022/313001/`. */
  readonly path: string;
}

/** How addresses whose parts come from the content are named; all others are their own kind. */
const NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^\/$/, 'home'],
  [/^\/projects\/[^/]+\/$/, 'permanent'],
  [/^\/embed\/.*chart-[a-z]+\/$/, 'embed-chart'],
  [/^\/embed\/\d{4}\/[^/]+\/[^/]+\/$/, 'embed-project'],
  [/^\/\d{4}\/[^/]+\/print\/$/, 'book'],
  [/^\/\d{4}\/[^/]+\/[^/]+\/$/, 'project'],
  [/^\/\d{4}\/[^/]+\/$/, 'department'],
  [/^\/\d{4}\/$/, 'year'],
  [/^\/indicators\/(?:\d+\/){1,2}$/, 'indicators-part'],
  [/^\/indicators\/shared\/(?:\d+\/){1,2}$/, 'indicators-shared-part'],
  [/^\/checks\/\d{4}\/[^/]+\/(?:\d+\/)?$/, 'checks-department'],
  [/^\/changes\/\d+\/$/, 'changes-part'],
];

/** The kind of a page: `/2022/` and `/2021/` are both `year`, `/checks/rules/` is `checks-rules`. */
export function kindOf(path: string): string {
  const named = NAMES.find(([pattern]) => pattern.test(path));
  return (
    named?.[1] ??
    path
      .replace(/\.html$/, '')
      .split('/')
      .filter(Boolean)
      .join('-')
  );
}

/**
 * One page of each kind, by name. New kinds come in by themselves.
 *
 * @param wanted pages that stand for their kind, where another than the first is to.
 */
export function pageKindsOf(paths: readonly string[], wanted: readonly string[] = []): readonly PageKind[] {
  const kinds = new Map<string, string>();
  for (const path of [...wanted, ...paths]) {
    const kind = kindOf(path);
    if (!kinds.has(kind)) kinds.set(kind, path);
  }
  return [...kinds].map(([name, path]) => ({ name, path })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The addresses of all project pages, the one with the most on it first. */
export function projectsByRichness(folder: string, paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => kindOf(path) === 'project')
    .map((path) => ({ path, size: statSync(fileOf(folder, path)).size }))
    .sort((a, b) => b.size - a.size)
    .map(({ path }) => path);
}
