import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A built page: its address below the site's root, for example `/2022/` or `/404.html`, and its bytes. */
export interface BuiltPage {
  readonly path: string;
  readonly html: string;
}

/** A project's own page: `/2022/313001/13060522P00360410001R/`. */
export const PROJECT_PATH = /^\/\d{4}\/[^/]+\/([0-9A-Z]{21})\/$/;

/** The permanent address that leads on to it: `/projects/13060522P00360410001R/`. */
export const PERMANENT_PATH = /^\/projects\/([0-9A-Z]{21})\/$/;

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

/** All pages in the folder of a built site. */
export function readPages(folder: string): readonly BuiltPage[] {
  return listPages(folder).map((path) => ({ path, html: readFileSync(fileOf(folder, path), 'utf8') }));
}

/**
 * One page of each kind: pages that differ only in the project's code are one kind. New kinds of pages come in
 * by themselves.
 *
 * @param wanted pages that stand for their kind, where another than the first is to.
 */
export function onePageOfEachKind(
  paths: readonly string[],
  wanted: readonly string[] = [],
): readonly string[] {
  const kinds = new Map<string, string>();
  for (const path of [...wanted, ...paths]) {
    const kind = path.replace(/[0-9A-Z]{21}/, '<code>');
    if (!kinds.has(kind)) kinds.set(kind, path);
  }
  return [...kinds.values()].sort();
}
