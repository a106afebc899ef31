import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, fstatSync, linkSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Checksum } from '../files/hash-files.ts';
import { findMade, type EarlierSite } from './earlier-site.ts';
import { isSameStamp, stampOf, type MadeFile } from './made-file.ts';

export type Piece = string | Uint8Array;

/**
 * The folder in which a site is made, file by file: each is written once, and what it holds is known from then on without
 * reading it. Steps are taken at once and not side by side, which for so many small files takes least of the processor.
 */
export interface SiteFolder {
  /** Takes a file over from an earlier site, where that was made of what one of the keys names; else gives false. */
  readonly take: (path: string, keys: readonly string[]) => boolean;
  /** Gives further sites from which files may be taken. */
  readonly takeAlsoFrom: (others: readonly EarlierSite[]) => void;
  /** @param key names all that the content was made of; undefined where that is not known for certain. */
  readonly write: (path: string, content: Piece | Iterable<Piece>, key?: string) => void;
  /** What a file holds, where it is still as it was put there. */
  readonly checksumOf: (path: string) => Checksum | undefined;
  /** All files that were put there. */
  readonly files: () => readonly MadeFile[];
  /** How many of them were taken over, from each site that has any. */
  readonly taken: () => ReadonlyMap<EarlierSite, number>;
}

/** @param earlier where files may be taken from. */
export function openSiteFolder(folder: string, first: readonly EarlierSite[] = []): SiteFolder {
  const earlier = [...first];
  const files = new Map<string, MadeFile>();
  const folders = new Set<string>();
  const taken = new Map<EarlierSite, number>();
  const placeOf = (path: string) => {
    // What was taken over may be a second name of a file of the earlier site, which stays as it is.
    if (files.has(path)) throw new Error(`made twice: ${path}`);
    const place = join(folder, path);
    const parent = dirname(place);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    return place;
  };
  const open = (path: string, key: string | undefined) => {
    const file = openSync(placeOf(path), 'w');
    const hash = createHash('sha256');
    return {
      put: (piece: Piece) => {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        hash.update(bytes);
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      },
      end: () => {
        const { ino, size, mtimeMs } = fstatSync(file);
        files.set(path, {
          ...{ path, key, bytes: size, stamp: [ino, size, mtimeMs] },
          sha256: hash.digest('hex'),
        });
      },
      close: () => {
        closeSync(file);
      },
    };
  };
  return {
    take: (path, keys) => {
      const found = findMade(earlier, path, keys);
      if (found === undefined) return false;
      const { file, from, ...made } = found;
      const place = placeOf(path);
      linkOrCopy(file, place);
      files.set(path, { ...made, stamp: stampOf(place) ?? made.stamp });
      taken.set(from, (taken.get(from) ?? 0) + 1);
      return true;
    },
    takeAlsoFrom: (others) => {
      earlier.push(...others);
    },
    write: (path, content, key) => {
      const { put, end, close } = open(path, key);
      try {
        if (typeof content === 'string' || content instanceof Uint8Array) put(content);
        else for (const piece of content) put(piece);
        end();
      } finally {
        close();
      }
    },
    checksumOf: (path) => {
      const made = files.get(path);
      return made !== undefined && isSameStamp(stampOf(join(folder, path)), made.stamp) ? made : undefined;
    },
    files: () => [...files.values()],
    taken: () => taken,
  };
}

/** A second name costs least, and the file stays when the earlier site goes; some file systems know no such names. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
