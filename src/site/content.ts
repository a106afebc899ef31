import { handedOver } from 'virtual:mingzhang/site';
import type { Published } from '../files/finding.ts';
import type { ChangeLog } from '../history/change-log.ts';
import type { History } from '../history/history.ts';
import type { Site } from '../model/site.ts';
import type { DataFile } from '../open-data/data-file.ts';
import type { Asked } from '../rebuild/asked.ts';
import type { Frame } from './frame.ts';

const NO_PAGES = 'Pages are made only where the content has no errors.';

/*
 * A page is made again when what it asks for here is another than when it was last made (`src/rebuild/`). What it is about
 * comes as its props and what it says of the site around from `siteFrame`, so that most pages ask for nothing else. What
 * is asked for here is kept nowhere from page to page, or the next page would seem not to depend on it.
 */

/** The content and its findings: what the build read, or what the dev server read last without errors. */
export function loadPublished(): Promise<Published> {
  const { published } = take('content');
  if (published === undefined) throw new Error(NO_PAGES);
  return Promise.resolve(published);
}

/** The site's content. */
export async function loadSite(): Promise<Site> {
  return (await loadPublished()).site;
}

/** What every page says of the site around its own subject. */
export function siteFrame(): Frame {
  const { frame } = handedOver();
  if (frame === undefined) throw new Error(NO_PAGES);
  return frame;
}
/** The files of the open data, as they are written: what one of them measures is known to both. */
export const openDataFiles = (): readonly DataFile[] => take('content').dataFiles();

/** When the content came and was changed, as git knows it; nothing where only the dev server shows it. */
export const contentHistory = (): History => take('content').history;

/** What was changed in the content, as git knows it. */
export const contentChanges = (): ChangeLog => take('content').changeLog;

/** Whether only departments' own pages are made: then a route of others needs not find out its paths. */
export const makesPart = (): boolean => handedOver().isPart;

/** The content folder, for the official documents in it. */
export const contentFolder = (): string => take('content').directory;

/** The folders of files that are served as they are: the project's own, then the program's. */
export const publicFolders = (): readonly string[] => take('files').publicFolders;

function take(what: Asked): ReturnType<typeof handedOver> {
  const all = handedOver();
  all.asked(what);
  return all;
}
