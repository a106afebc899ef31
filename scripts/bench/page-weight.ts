import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Parser } from 'htmlparser2';
import { fileOf, kindOf, leadsOn, listFiles, listPages } from '../screenshots/pages.ts';
import { compressedFileSize, compressedSize } from './compressed-size.ts';

/** What a page takes, before anybody has done anything on it; sizes are compressed, in bytes. */
export interface PageWeight {
  /** The page, with the style that it holds. */
  readonly html: number;
  /** The same as it is, uncompressed. */
  readonly raw: number;
  /** How many elements it has, which take a phone's time. */
  readonly elements: number;
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
  return {
    html: await compressedSize(html),
    raw: Buffer.byteLength(html),
    elements: countElements(html),
    scripts,
    scriptFiles: files.size,
  };
}

function countElements(html: string): number {
  let count = 0;
  new Parser({
    onopentag() {
      count += 1;
    },
  }).end(html);
  return count;
}

/** The address of the largest page of each kind, by the kind's name; what only leads on is left out. */
export function largestPages(folder: string): ReadonlyMap<string, string> {
  const largest = new Map<string, { readonly path: string; readonly size: number }>();
  for (const path of listPages(folder)) {
    const kind = kindOf(path);
    const { size } = statSync(fileOf(folder, path));
    if (size > (largest.get(kind)?.size ?? 0) && !leadsOn(folder, path)) largest.set(kind, { path, size });
  }
  return new Map([...largest].map(([kind, { path }]) => [kind, path]));
}

/** How many files a built site has, and how many bytes they take uncompressed. */
export function weightOfSite(folder: string): { readonly files: number; readonly bytes: number } {
  const sizes = listFiles(folder).map((file) => statSync(join(folder, file)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
