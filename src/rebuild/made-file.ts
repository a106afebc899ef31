import { statSync } from 'node:fs';
import type { HashedFile } from '../files/hash-files.ts';

/** A file of a site that was made, and what it was made of. */
export interface MadeFile extends HashedFile {
  /** Names all that it was made of; undefined where that is not known for certain. */
  readonly key: string | undefined;
  readonly stamp: Stamp;
}

/** By which a file is known as untouched without being read: its place on the disk, its size, and when it was written. */
export type Stamp = readonly [inode: number, bytes: number, milliseconds: number];

/** Undefined where there is no file. */
export function stampOf(file: string): Stamp | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true ? [found.ino, found.size, found.mtimeMs] : undefined;
}

export const isSameStamp = (one: Stamp | undefined, other: Stamp): boolean =>
  one?.every((part, place) => part === other[place]) === true;
