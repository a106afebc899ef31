import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameStamp, stampOf, type MadeFile } from './made-file.ts';

/** A site, or a part of one, that was made before: what of it was made of the same things needs not be made again. */
export interface EarlierSite {
  readonly folder: string;
  readonly files: ReadonlyMap<string, MadeFile>;
}

/** A file that can be taken over as it is. */
export interface FoundFile extends MadeFile {
  /** Where it lies. */
  readonly file: string;
  readonly from: EarlierSite;
}

/**
 * The file at a path, where one of the earlier sites has it made of what one of the keys names, and it is still what was
 * made.
 *
 * @param permissions those of a file that is made now: one that not all may read shall not stay so.
 */
export function findMade(
  sites: readonly EarlierSite[],
  path: string,
  keys: readonly string[],
  permissions: number,
): FoundFile | undefined {
  for (const from of sites) {
    const { folder, files } = from;
    const made = files.get(path);
    if (made?.key === undefined || !keys.includes(made.key)) continue;
    const file = join(folder, path);
    const stamp = stampOf(file);
    if (stamp?.[3] !== permissions) continue;
    if (isSameStamp(stamp, made.stamp) || holds(file, made.sha256)) return { ...made, file, from, stamp };
  }
  return undefined;
}

function holds(file: string, sha256: string): boolean {
  try {
    return hash('sha256', readFileSync(file)) === sha256;
  } catch {
    return false;
  }
}
