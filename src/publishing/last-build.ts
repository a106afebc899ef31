import process from 'node:process';
import type { HashedFile } from '../files/hash-files.ts';
import { nameProgram } from '../integration/basis.ts';
import { digestOf } from '../rebuild/digest.ts';
import type { EarlierSite } from '../rebuild/earlier-site.ts';
import type { MadeFile } from '../rebuild/made-file.ts';
import { readRecord, writeRecord } from '../rebuild/record.ts';
import { madeCacheOf } from './made-cache.ts';
import { spareSiteAt, type SpareSite } from './spare-site.ts';

/** What the last build of the site in a folder left for the next one. */
export interface LastBuild {
  /** The site that is replaced, with those of its files that may be taken over: none where another program made them. */
  readonly site: EarlierSite;
  /** Whether it was made of these files of content. */
  readonly isOf: (contentFiles: readonly HashedFile[]) => boolean;
  /** Notes for the next build what the new site is made of; gives what an editor should know where that cannot be written. */
  readonly note: (contentFiles: readonly HashedFile[], files: Iterable<MadeFile>) => string | undefined;
  /** The site before the last one, where builds are noted. */
  readonly spare: (isLike: () => boolean) => SpareSite | undefined;
}

/**
 * @param target where the site stands.
 * @param rebuild whether it is looked at (`reuse`), or only the next build is told (`anew`); neither where left out.
 */
export function openLastBuild(target: string, rebuild: 'reuse' | 'anew' | undefined): LastBuild {
  const cache = rebuild === undefined ? undefined : madeCacheOf(process.cwd(), target);
  // To name it, all of its files are read.
  const program = cache === undefined ? '' : nameProgram(process.cwd());
  const before = cache !== undefined && rebuild === 'reuse' ? readRecord(cache.record) : undefined;
  const files = before?.program === program ? before.files : new Map<string, MadeFile>();
  return {
    site: { folder: target, files },
    isOf: (contentFiles) => before?.content === nameOf(contentFiles),
    note: (contentFiles, made) =>
      cache === undefined ||
      writeRecord(cache.record, { program, content: nameOf(contentFiles), place: target }, made)
        ? undefined
        : `“${cache.record}”写不进去，没有记下这次生成的文件，下次要全部重新生成。`,
    spare: (isLike) => cache && spareSiteAt(cache.spare, files.size > 0, isLike),
  };
}

/** Names the content by its files. */
const nameOf = (contentFiles: readonly HashedFile[]): string => digestOf(contentFiles) ?? '';
