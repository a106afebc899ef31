import { renameSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { removeFolder } from './replace-folder.ts';

/**
 * The site that was replaced is kept: most of its files are second names of those of the site that took its place, so that it
 * takes up little, and where the next one is made of it, only what differs is written and removed. Making and clearing away ten
 * thousands of files and folders would take longer than all else.
 */
export interface SpareSite {
  /** Moves it away to be used up, to a place where there is nothing; gives false where none was kept. */
  readonly takeTo: (folder: string) => boolean;
  /** Keeps a site that was replaced, or clears it away where the new one has little of it. */
  readonly clear: (replaced: string) => Promise<void>;
}

/**
 * @param place where it is kept.
 * @param isOfUse whether the new site may have files of the one that it replaces.
 * @param isLike whether it is to be kept: where most files of the new site are those of the one that it replaced.
 */
export const spareSiteAt = (place: string, isOfUse: boolean, isLike: () => boolean): SpareSite => ({
  takeTo: (folder) => {
    if (!isOfUse) return false;
    try {
      renameSync(place, folder);
      return true;
    } catch {
      return false;
    }
  },
  clear: async (replaced) => {
    await removeFolder(place);
    // It cannot be kept where the cache is on another file system, or cannot be written.
    if (isLike()) await rename(replaced, place).catch(() => removeFolder(replaced));
    else await removeFolder(replaced);
  },
});
