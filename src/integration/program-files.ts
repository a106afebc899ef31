import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's own files that are served as they are: favicon, service worker, schemas. */
export const PROGRAM_PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));

/** The program's own pages. */
export const PROGRAM_PAGES = fileURLToPath(new URL('../pages', import.meta.url));

/** Copies the program's files into a built site; what the project has of the same name stays. */
export function copyProgramFiles(folder: string): void {
  cpSync(PROGRAM_PUBLIC, folder, { recursive: true, force: false });
}

/**
 * The program's pages as routes for a project; none in the program's own repository, where Astro finds them itself.
 * A page of the project takes the place of the program's at the same address.
 *
 * @param pages the project's own folder of pages.
 */
export function programRoutes(
  pages: string,
): readonly { readonly pattern: string; readonly entrypoint: string }[] {
  if (relative(pages, PROGRAM_PAGES) === '') return [];
  const own = new Set(existsSync(pages) ? filesIn(pages).map(patternOf) : []);
  return filesIn(PROGRAM_PAGES)
    .map((file) => ({ pattern: patternOf(file), entrypoint: join(PROGRAM_PAGES, file) }))
    .filter(({ pattern }) => !own.has(pattern));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:astro|ts|js|mjs|md|html)$/.test(path))
    .sort();
}

/** The address of a file in a folder of pages: `projects/[code].astro` → `/projects/[code]`. */
function patternOf(file: string): string {
  return `/${file
    .split(sep)
    .join('/')
    .replace(/\.\w+$/, '')
    .replace(/(?:^|\/)index$/, '')}`;
}
