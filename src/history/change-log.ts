import { decode } from '../files/decode.ts';
import { departmentFile, projectFile } from '../files/layout.ts';
import { UserError } from '../files/user-error.ts';
import { LIMITS } from '../files/yaml-tree.ts';
import { openBlobs } from '../git/read-blobs.ts';
import type { ContentChange } from '../model/change.ts';
import type { Site } from '../model/site.ts';
import { compareDepartmentFiles, compareProjectFiles } from './compare-versions.ts';
import { NO_CACHE, type ComparisonCache } from './comparison-cache.ts';
import type { History } from './history.ts';
import { tellChanges, type CompareBlobs } from './tell-changes.ts';

/** What was changed in the departments' files, newest first, as far as git knows all of it. */
export type ChangeLog =
  | { readonly kind: 'known'; readonly changes: readonly ContentChange[] }
  /** Why nothing is told. A part of the past would pass for the whole. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Where nobody asked git. */
export const NO_CHANGE_LOG: ChangeLog = { kind: 'unknown', reason: '' };

/**
 * Tells the commits of a history by what the files say before and after. Never throws for what git says.
 *
 * @param site the content as it is now: most of it need not be read from git to be named.
 */
export async function readChangeLog(
  history: History,
  site: Pick<Site, 'departments'>,
  cache: ComparisonCache = NO_CACHE,
): Promise<ChangeLog> {
  if (history.kind !== 'known') return { kind: 'unknown', reason: history.reason };
  if (history.past === undefined) return NO_CHANGE_LOG;
  const { commits, repository } = history.past;
  const compare = { project: compareProjectFiles, department: compareDepartmentFiles };
  // Opened only where something is to be read: most builds find all in the cache.
  let blobs: ReturnType<typeof openBlobs> | undefined;
  const textOf = async (id: string | undefined) => {
    if (id === undefined) return undefined;
    blobs ??= openBlobs(repository);
    const bytes = await blobs.read(id, LIMITS.bytes);
    return (bytes && decode(bytes)?.text) ?? '';
  };
  const compareBlobs: CompareBlobs = async (kind, before, after) => {
    const key = [kind, before ?? '', after ?? ''].join(':');
    const known = cache.find(key);
    if (known !== undefined) return known;
    const comparison = compare[kind](await textOf(before), await textOf(after));
    cache.keep(key, comparison);
    return comparison;
  };
  const names = namesOf(site);
  try {
    const changes = await tellChanges(commits, compareBlobs, (path) => names.get(path));
    cache.save();
    return { kind: 'known', changes };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { kind: 'unknown', reason: error.message.replace(/。$/, '') };
  } finally {
    blobs?.close();
  }
}

/** What the files of departments and projects call them, by their paths in the content folder. */
function namesOf({ departments }: Pick<Site, 'departments'>): ReadonlyMap<string, string> {
  const entries = departments.flatMap((department) => [
    [departmentFile('', department), department.name] as const,
    ...department.projects.map(({ record, name }) => [projectFile('', department, record), name] as const),
  ]);
  return new Map(entries.map(([path, name]) => [path.replaceAll('\\', '/'), name]));
}
