import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileOf, listFiles } from '../screenshots/pages.ts';
import { compressedFileSize, compressedSize } from './compressed-size.ts';

/** What a page takes on the way, before anybody has done anything on it; sizes are compressed, in bytes. */
export interface PageWeight {
  /** The page, with the style that it holds. */
  readonly html: number;
  /** The scripts that it starts, with all that those import at once. */
  readonly scripts: number;
  /** In how many files these scripts lie. */
  readonly scriptFiles: number;
}

/** What the page at an address below the site's root weighs, in a site that is built for the root of a host. */
export async function weightOf(folder: string, path: string): Promise<PageWeight> {
  const html = await readFile(fileOf(folder, path), 'utf8');
  const files = new Set<string>();
  const add = async (file: string): Promise<void> => {
    if (files.has(file)) return;
    files.add(file);
    const code = await readFile(join(folder, file), 'utf8');
    for (const [, imported = ''] of code.matchAll(
      /\b(?:import|export)[^()"';]*?["'](\.{1,2}\/[^"']+)["']/g,
    )) {
      await add(join(dirname(file), imported));
    }
  };
  for (const [, source = ''] of html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)) await add(source);
  let scripts = 0;
  for (const file of files) scripts += await compressedFileSize(folder, file);
  return { html: await compressedSize(html), scripts, scriptFiles: files.size };
}

/** How many files a built site has, and how many bytes they take uncompressed. */
export function weightOfSite(folder: string): { readonly files: number; readonly bytes: number } {
  const sizes = listFiles(folder).map((file) => statSync(join(folder, file)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
