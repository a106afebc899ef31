import { lstat } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { displayPath } from './read-file.ts';
import { UserError } from './user-error.ts';

/**
 * Throws a UserError where a file to be written in a content folder, or a folder on the way to it, is a link: what it
 * leads to is no content, and would be changed.
 */
export async function refuseLinks(content: string, paths: readonly string[]): Promise<void> {
  const places = new Set([content]);
  for (const path of paths) {
    for (let at = path; !places.has(at) && !relative(content, at).startsWith('..'); at = dirname(at))
      places.add(at);
  }
  for (const place of places) {
    const status = await lstat(place).catch(() => undefined);
    if (status?.isSymbolicLink() !== true) continue;
    throw new UserError(
      `“${displayPath(place)}”是一个链接，写入会改动它所指的文件或文件夹，没有写入任何文件。请换成真正的文件或文件夹。`,
    );
  }
}
