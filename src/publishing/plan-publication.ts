import { posix } from 'node:path';
import type { HashedFile } from '../files/hash-files.ts';
import { HASHED_FOLDER } from '../integration/response-headers.ts';
import { isSignature, MANIFEST } from '../integration/manifest.ts';

/** Lies at the target while a publication is under way: the manifest of what is being written. */
export const JOURNAL = '.mingzhang-publishing';

/** What stands for the SHA-256 of a link: what it leads to is elsewhere, so that it is never one of ours. */
export const LINK = 'link';

/** What stands at a target. */
export interface Standing {
  /** All files there by path; their SHA-256 where it is known and of interest, else ''. */
  readonly files: ReadonlyMap<string, string>;
  /** What publications of this program wrote, or were writing when they were cut short: by path, what it may hold. */
  readonly own: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a publication does at its target. */
export interface Publication {
  readonly added: readonly HashedFile[];
  readonly changed: readonly HashedFile[];
  readonly removed: readonly string[];
  /** How many files stand there as they are to be. */
  readonly same: number;
  /** Files of others, which stay. */
  readonly foreign: readonly string[];
  /** Files of others, or changed by others, where the site has its own. */
  readonly inTheWay: readonly string[];
  /** What a publication that was cut short wrote is being finished. */
  readonly isResumed: boolean;
}

/**
 * Compares a site with what stands at its target. What this program did not write, or what others changed since, is never
 * removed, and replaced only where that is asked for.
 */
export function planPublication(
  files: readonly HashedFile[],
  { files: standing, own }: Standing,
  takeOver: boolean,
): Publication {
  const isOwn = (path: string) => {
    const sha256 = standing.get(path);
    // A signature is of a manifest that another one replaces, and is signed anew with it.
    if (isSignature(path)) return own.has(MANIFEST) && sha256 !== undefined && sha256 !== LINK;
    const written = own.get(path);
    return written !== undefined && (sha256 === '' || (sha256 !== undefined && written.has(sha256)));
  };
  const wanted = new Map(files.map((file) => [file.path, file]));
  const wantedFolders = new Set(files.flatMap(({ path }) => foldersAbove(path)));
  const isSame = (file: HashedFile) => standing.get(file.path) === file.sha256;
  const others = [...standing.keys()].filter((path) => path !== JOURNAL && !wanted.has(path));
  const foreign = others.filter((path) => !isOwn(path));
  const foreignFolders = new Set(foreign.flatMap(foldersAbove));
  const replaced = files.filter((file) => standing.has(file.path) && !isSame(file));
  const blocked = [
    ...foreign.filter((path) => wantedFolders.has(path)),
    ...files.map(({ path }) => path).filter((path) => foreignFolders.has(path)),
  ];
  return {
    added: files.filter(({ path }) => !standing.has(path)),
    changed: replaced,
    removed: others.filter(isOwn),
    same: files.filter(isSame).length,
    foreign,
    inTheWay: [
      ...blocked,
      ...(takeOver ? [] : replaced.map(({ path }) => path).filter((path) => !isOwn(path))),
    ],
    isResumed: standing.has(JOURNAL),
  };
}

/** How many files a publication changes at its target. */
export const countOf = ({ added, changed, removed }: Publication): number =>
  added.length + changed.length + removed.length;

/** The folders in which a path lies: `a/b/c` → `a/b`, `a`. */
export function foldersAbove(path: string): readonly string[] {
  const folder = posix.dirname(path);
  return folder === '.' ? [] : [folder, ...foldersAbove(folder)];
}

/**
 * In which order files are written, so that no page that is seen meanwhile names what is not there yet: what pages load,
 * then what names it; the manifest, which says what the target holds, comes after everything.
 */
export function stagesOf({ added, changed }: Publication): readonly (readonly HashedFile[])[] {
  const isNew = new Set(added);
  const rank = (file: HashedFile) => {
    if (file.path === MANIFEST) return 3;
    if (file.path === 'index.html' || file.path === 'service-worker.js') return 2;
    return file.path.startsWith(HASHED_FOLDER) || (isNew.has(file) && !file.path.endsWith('.html')) ? 0 : 1;
  };
  const all = [...added, ...changed];
  return [0, 1, 2, 3].map((stage) => all.filter((file) => rank(file) === stage));
}

/** Of what is removed, what lies where a new file or a new folder is to be: it goes first. */
export function obstaclesIn({ added, removed }: Publication): readonly string[] {
  const folders = new Set(added.flatMap(({ path }) => foldersAbove(path)));
  const files = new Set(added.map(({ path }) => path));
  return removed.filter(
    (path) => folders.has(path) || foldersAbove(path).some((folder) => files.has(folder)),
  );
}
