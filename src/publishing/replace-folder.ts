import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What replacing needs of the file system; a test makes single steps fail. */
export interface FolderMoves {
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (folder: string) => Promise<void>;
}

export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 3 });

const MOVES: FolderMoves = { rename, remove: removeFolder };

/**
 * Puts the finished folder `staging` in the place of `target`, which may not exist yet. Both lie on one file
 * system, so every step is a rename: whenever it fails or is killed, the old or the new folder is whole, if need
 * be beside its place, from where `recoverFolder` brings it back.
 *
 * Throws the system's error, with the old folder back in its place.
 *
 * @param clear what becomes of the old folder.
 */
export async function replaceFolder(
  staging: string,
  target: string,
  moves: FolderMoves = MOVES,
  clear: (replaced: string) => Promise<void> = moves.remove,
): Promise<void> {
  await recoverFolder(target, moves);
  const aside = asideOf(target);
  const existed = existsSync(target);
  if (existed) await moves.rename(target, aside);
  else await mkdir(dirname(target), { recursive: true });
  try {
    await moves.rename(staging, target);
  } catch (error) {
    if (existed) await moves.rename(aside, target);
    throw error;
  }
  // The new folder stands; what is left of the old one is cleared away next time at the latest.
  if (existed) await clear(aside).catch(() => undefined);
}

/** Ends what a killed `replaceFolder` left half done: brings the old folder back, or clears its rest away. */
export async function recoverFolder(target: string, moves: FolderMoves = MOVES): Promise<void> {
  const aside = asideOf(target);
  if (!existsSync(aside)) return;
  if (existsSync(target)) await moves.remove(aside);
  else await moves.rename(aside, target);
}

/** A name that nobody gives a folder of his own, since what lies there is removed. */
function asideOf(target: string): string {
  return `${target}.mingzhang-previous`;
}
