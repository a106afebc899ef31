import { handedOver } from 'virtual:mingzhang/site';
import type { Published } from '../files/finding.ts';
import type { ChangeLog } from '../history/change-log.ts';
import type { History } from '../history/history.ts';
import type { Site } from '../model/site.ts';

/** The content and its findings: what the build read, or what the dev server read last without errors. */
export function loadPublished(): Promise<Published> {
  const { published } = handedOver();
  if (published === undefined) throw new Error('Pages are made only where the content has no errors.');
  return Promise.resolve(published);
}

/** The site's content. */
export async function loadSite(): Promise<Site> {
  return (await loadPublished()).site;
}

/** When the content came and was changed, as git knows it; nothing where only the dev server shows it. */
export const contentHistory = (): History => handedOver().history;

/** What was changed in the content, as git knows it. */
export const contentChanges = (): ChangeLog => handedOver().changeLog;

/** The content folder, for the official documents in it. */
export const contentFolder = (): string => handedOver().directory;

/** The folders of files that are served as they are: the project's own, then the program's. */
export const publicFolders = (): readonly string[] => handedOver().publicFolders;
