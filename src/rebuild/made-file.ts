import { lstatSync } from 'node:fs';
import type { HashedFile } from '../files/hash-files.ts';

/** A file of a site that was made, and what it was made of. */
export interface MadeFile extends HashedFile {
  /** Names all that it was made of; undefined where that is not known for certain. */
  readonly key: string | undefined;
  readonly stamp: Stamp;
}

/**
 * By which a file is known as untouched without being read: its place on the disk, its size, when it was written, and who may
 * read it. Who changes a file and sets its time back deceives it, as he would git.
 */
export type Stamp = readonly [inode: number, bytes: number, milliseconds: number, permissions: number];

/** Undefined where there is no file, but nothing or a link. */
export function stampOf(file: string): Stamp | undefined {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true ? [found.ino, found.size, found.mtimeMs, found.mode & 0o7777] : undefined;
}

export const isSameStamp = (one: Stamp | undefined, other: Stamp): boolean =>
  one?.every((part, place) => part === other[place]) === true;
