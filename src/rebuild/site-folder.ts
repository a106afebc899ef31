import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Checksum } from '../files/hash-files.ts';
import { findMade, type EarlierSite } from './earlier-site.ts';
import { isSameStamp, stampOf, type MadeFile, type Stamp } from './made-file.ts';
import { movedInto } from './moved-in.ts';

export type Piece = string | Uint8Array;

/**
 * The folder in which a site is made, file by file: each is written once, and what it holds is known from then on without
 * reading it. Steps are taken at once and not side by side, which for so many small files takes least of the processor.
 */
export interface SiteFolder {
  /** Takes a file over from an earlier site, where that was made of what one of the keys names; else gives false. */
  readonly take: (path: string, keys: readonly string[]) => boolean;
  /** Moves in the folder of a site that is needed nowhere else: what is taken from it lies at its place then. */
  readonly moveIn: (folder: string) => void;
  /** Moves in what others made of the same: it may be accepted from now on. */
  readonly moveInFrom: (others: readonly EarlierSite[]) => void;
  /**
   * Accepts a file that others made for this site; gives false where there is none, or it was changed.
   *
   * @param key what it is made of, where those who made it do not know.
   */
  readonly accept: (path: string, key?: () => string | undefined) => boolean;
  /** Removes what was moved in and not taken, but for what still may be. */
  readonly clear: (mayBeTaken?: (path: string) => boolean) => void;
  /** @param key names all that the content was made of; undefined where that is not known for certain. */
  readonly write: (path: string, content: Piece | Iterable<Piece>, key?: string) => void;
  /** What a file holds, where it is still as it was put there. */
  readonly checksumOf: (path: string) => Checksum | undefined;
  /** All files that were put there. */
  readonly files: () => readonly MadeFile[];
  /** How many of them were taken over, from each site that has any. */
  readonly taken: () => ReadonlyMap<EarlierSite, number>;
}

/**
 * @param first where files may be taken from.
 * @param copies whether they are copied: what is written in place later would else change them there too.
 */
export function openSiteFolder(
  folder: string,
  first: readonly EarlierSite[] = [],
  copies = false,
): SiteFolder {
  const earlier = [...first];
  const files = new Map<string, MadeFile>();
  const folders = new Set<string>();
  const movedIn = movedInto(folder);
  const fromOthers = new Map<string, { readonly made: MadeFile; readonly from: EarlierSite }>();
  const taken = new Map<EarlierSite, number>();
  let permissions: number | undefined;
  const placeOf = (path: string) => {
    // What was taken over may be a second name of a file of the earlier site, which stays as it is.
    if (files.has(path)) throw new Error(`made twice: ${path}`);
    const place = join(folder, path);
    if (movedIn.has(path)) movedIn.remove(path);
    const parent = posix.dirname(path);
    if (!folders.has(parent) && !movedIn.hasFolder(parent)) mkdirSync(dirname(place), { recursive: true });
    folders.add(parent);
    return place;
  };
  const note = (path: string, made: MadeFile, from: EarlierSite) => {
    files.set(path, made);
    taken.set(from, (taken.get(from) ?? 0) + 1);
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
        const { ino, size, mtimeMs, mode } = fstatSync(file);
        files.set(path, {
          ...{ path, key, bytes: size, stamp: [ino, size, mtimeMs, mode & 0o7777] },
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
      if (earlier.length === 0) return false;
      const found = findMade(earlier, path, keys, (permissions ??= permissionsIn(folder)));
      if (found === undefined) return false;
      const { file, from, ...made } = found;
      if (movedIn.has(path) && isSameStamp(stampOf(join(folder, path)), found.stamp)) {
        movedIn.keep(path);
        note(path, made, from);
        return true;
      }
      const place = placeOf(path);
      const stamp = bring(file, place, copies);
      // It was replaced meanwhile, and is made anew, by another name: this one may be that of a file elsewhere.
      if (stamp?.[1] !== made.bytes || (stamp[0] === found.stamp[0] && !isSameStamp(stamp, found.stamp))) {
        rmSync(place, { force: true });
        return false;
      }
      note(path, { ...made, stamp }, from);
      return true;
    },
    moveIn: movedIn.from,
    moveInFrom: (others) => {
      for (const other of others) {
        movedIn.from(other.folder);
        for (const made of other.files.values()) fromOthers.set(made.path, { made, from: other });
      }
    },
    accept: (path, key) => {
      const { made, from } = fromOthers.get(path) ?? {};
      if (made === undefined || from === undefined || !movedIn.has(path)) return false;
      if (!isSameStamp(stampOf(join(folder, path)), made.stamp)) return false;
      movedIn.keep(path);
      note(path, made.key === undefined && key !== undefined ? { ...made, key: key() } : made, from);
      return true;
    },
    clear: (mayBeTaken = () => false) => {
      movedIn.clear(mayBeTaken);
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

/** The permissions of a file that is made in a folder. */
function permissionsIn(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const place = join(folder, '.permissions');
  const file = openSync(place, 'w');
  try {
    return fstatSync(file).mode & 0o7777;
  } finally {
    closeSync(file);
    rmSync(place);
  }
}

/** A second name costs least, and the file stays when the earlier site goes; some file systems know no such names. */
function bring(from: string, to: string, copies: boolean): Stamp | undefined {
  try {
    if (copies) copyFileSync(from, to);
    else linkSync(from, to);
  } catch {
    try {
      copyFileSync(from, to);
    } catch {
      return undefined;
    }
  }
  return stampOf(to);
}
