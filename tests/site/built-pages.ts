import { readFileSync } from 'node:fs';
import { fileOf, listPages } from '../../scripts/screenshots/pages.ts';

export { fileOf, listFiles, listPages } from '../../scripts/screenshots/pages.ts';

/** A built page: its address below the site's root, for example `/2022/` or `/404.html`, and its bytes. */
export interface BuiltPage {
  readonly path: string;
  readonly html: string;
}

/** A project's own page: `/2022/313001/13060522P00360410001R/`. */
export const PROJECT_PATH = /^\/\d{4}\/[^/]+\/([0-9A-Z]{21})\/$/;

/** The permanent address that leads on to it: `/projects/13060522P00360410001R/`. */
export const PERMANENT_PATH = /^\/projects\/([0-9A-Z]{21})\/$/;

/** A small page for frames in other sites, which has no navigation. */
export const EMBED_PATH = /^\/embed\//;

/** All pages in the folder of a built site. */
export function readPages(folder: string): readonly BuiltPage[] {
  return listPages(folder).map((path) => ({ path, html: readFileSync(fileOf(folder, path), 'utf8') }));
}
