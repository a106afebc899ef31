import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { removeLeftOvers } from './left-overs.ts';

/** What stands beside a file while it is written; the point keeps it from being taken for content. */
const ASIDE = /^\.(\d+)-[0-9a-f]{12}\.tmp$/;

/** Where this process has looked already for what others left behind: once a folder. */
const cleared = new Set<string>();

/**
 * Writes a file so that a failure or kill at any moment leaves either the old file or the new one whole:
 * first beside it, flushed to the disk, then moved into its place. Missing folders are made. The new file has the
 * owner and the permissions of the old one; a link stays, and what it leads to is written.
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array | string): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const folder = dirname(place);
  await mkdir(folder, { recursive: true });
  if (!cleared.has(folder)) removeLeftOvers(folder, ASIDE);
  cleared.add(folder);
  const old = await stat(place).catch(() => undefined);
  const aside = `${folder}/.${String(process.pid)}-${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(aside, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (old !== undefined) {
      // Only root may give a file to another; others keep the group, where they may, and the permissions.
      await chown(aside, old.uid, old.gid).catch(() => chown(aside, -1, old.gid).catch(() => undefined));
      await chmod(aside, old.mode & 0o7777);
    }
    await rename(aside, place);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
