import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';

/**
 * Gives the pictures of a page their width and height, so that the text does not jump when they come, and lets
 * them wait until they come into view. Pictures are looked for in `folders`; of others the size is not known.
 */
export async function sizePictures(html: string, folders: readonly string[]): Promise<string> {
  const pictures = [...new Set([...html.matchAll(/<img src="([^":]+)"/g)].map(([, src = '']) => src))];
  const sizes = new Map(
    await Promise.all(pictures.map(async (src) => [src, await sizeOf(src, folders)] as const)),
  );
  return html.replaceAll(
    /<img src="([^"]*)"/g,
    (tag, src: string) => `${tag} loading="lazy"${sizes.get(src) ?? ''}`,
  );
}

async function sizeOf(src: string, folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    const path = resolve(folder, decodeURIComponent(src));
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes === undefined) continue;
    const { width, height } = await imageMetadata(bytes, path);
    return ` width="${width}" height="${height}"`;
  }
  return '';
}
