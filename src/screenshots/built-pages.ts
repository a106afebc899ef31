import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf } from './page-kinds.ts';

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

/** The addresses of all project pages, the one with the most on it first. */
export function projectsByRichness(folder: string, paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => kindOf(path) === 'project')
    .map((path) => ({ path, size: statSync(fileOf(folder, path)).size }))
    .sort((a, b) => b.size - a.size)
    .map(({ path }) => path);
}
