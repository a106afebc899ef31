import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from '../integration/cache-folder.ts';
import { hashed } from '../rebuild/digest.ts';
import { placeOfRecord } from '../rebuild/record.ts';

/** Where a project keeps what makes the next build of a site shorter; whoever deletes it loses time alone. */
export interface MadeCache {
  /** The file that notes of what each file of the site was made. */
  readonly record: string;
  /** The folder of the site that was replaced last (`spare-site.ts`). */
  readonly spare: string;
}

const RECORD = '.jsonl';
const SPARE = '.site';

/** @param target where the site stands. */
export function madeCacheOf(project: string, target: string): MadeCache {
  const place = join(folderOf(project), hashed(target).slice(0, 22));
  return { record: place + RECORD, spare: place + SPARE };
}

/** A site that was built more recently may be about to be put in its place. */
const RECENT = 24 * 60 * 60 * 1000;

/** Removes what is kept of sites that are gone, such as one that was built for a trial. */
export function clearMadeCache(project: string, now = Date.now()): void {
  const folder = folderOf(project);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((one) => one.endsWith(RECORD))) {
    const file = join(folder, name);
    const { mtimeMs = now } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (now - mtimeMs < RECENT || existsSync(placeOfRecord(file) ?? '')) continue;
    rmSync(file, { force: true });
    rmSync(file.slice(0, -RECORD.length) + SPARE, { recursive: true, force: true });
  }
}

const folderOf = (project: string) => cacheFolder({ root: pathToFileURL(`${project}/`) }, 'made');
