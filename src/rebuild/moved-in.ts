import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What was moved into a folder, and is not known yet to be of any use there. */
export interface MovedIn {
  /**
   * Moves in what lies in another folder and is needed nowhere else, where nothing is in its way but what was moved in before:
   * whole folders at once, which takes a hundredth of the time of making as many.
   */
  readonly from: (other: string) => void;
  readonly has: (path: string) => boolean;
  /** Whether a folder is there that was moved in. */
  readonly hasFolder: (path: string) => boolean;
  /** Told of a file that it is of use. */
  readonly keep: (path: string) => void;
  /** Removes one file. */
  readonly remove: (path: string) => void;
  /** Removes all files but those that may be of use, and the folders in which there is nothing then. */
  readonly clear: (mayBeOfUse: (path: string) => boolean) => void;
}

export function movedInto(folder: string): MovedIn {
  const files = new Set<string>();
  const folders = new Set<string>();
  /** Folders in which there may be nothing now. */
  const lessened = new Set<string>();
  const inFolder = (at: string, place: string) =>
    readdirSync(place, { withFileTypes: true }).map((entry) => ({
      path: posix.join(at, entry.name),
      isFolder: entry.isDirectory(),
    }));
  const list = (path: string, isFolder: boolean) => {
    if (!isFolder) {
      files.add(path);
      return;
    }
    folders.add(path);
    const all = inFolder(path, join(folder, path));
    if (all.length === 0) lessened.add(path);
    for (const inside of all) list(inside.path, inside.isFolder);
  };
  const moveFrom = (other: string, at: string) => {
    for (const { path, isFolder } of inFolder(at, join(other, at))) {
      const place = join(folder, path);
      // What was moved in before gives way, unless it was of use.
      if (!isFolder && files.has(path)) remove(path);
      const inTheWay = lstatSync(place, { throwIfNoEntry: false });
      if (inTheWay === undefined) {
        if (isMoved(join(other, path), place)) list(path, isFolder);
      } else if (isFolder && inTheWay.isDirectory()) moveFrom(other, path);
    }
  };
  const remove = (path: string) => {
    files.delete(path);
    rmSync(join(folder, path), { force: true });
  };
  return {
    from: (other) => {
      mkdirSync(folder, { recursive: true });
      moveFrom(other, '');
    },
    has: (path) => files.has(path),
    hasFolder: (path) => folders.has(path),
    keep: (path) => {
      files.delete(path);
    },
    remove,
    clear: (mayBeOfUse) => {
      for (const path of files) {
        if (mayBeOfUse(path)) continue;
        remove(path);
        lessened.add(posix.dirname(path));
      }
      for (const path of lessened) {
        for (let at = path; folders.has(at) && isRemoved(join(folder, at)); at = posix.dirname(at))
          folders.delete(at);
      }
      lessened.clear();
    },
  };
}

/** Gives false where something is in it. */
function isRemoved(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Gives false where it stays where it is, such as on another file system. */
function isMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}
