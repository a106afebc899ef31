import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { DataFile } from '../open-data/data-file.ts';
import { digestOf } from '../rebuild/digest.ts';
import { keyOf, keysOf, listOf, type Basis, type Keys } from '../rebuild/keys.ts';
import { unitOf, type Share } from '../rebuild/share.ts';
import type { SiteFolder } from '../rebuild/site-folder.ts';
import { noteTime, timed } from '../rebuild/timed.ts';

/** A file of a site that is still to be made. */
export interface FileToMake {
  readonly path: string;
  /** What it is of, by which its time is noted. */
  readonly kind: 'data' | 'pages';
  /** Found when it is needed: what pages are given takes time to make, and memory. */
  readonly keys: () => Keys;
  /** Whether it tells of others how large they are, which is known when they are made. */
  readonly isLast: boolean;
  readonly make: (keys: Keys) => void | Promise<void>;
  /** Told that it is there, made or taken over. */
  readonly made?: () => void;
}

/**
 * After how many milliseconds of work others have their turn: the process that makes Pagefind's index is sent what a pipe holds with
 * each turn, and would wait for more.
 */
const BREATH = 4;

/** The open data as files to make. */
export const dataToMake = (
  site: SiteFolder,
  files: readonly DataFile[],
  basis: Basis,
): readonly FileToMake[] =>
  files.map(({ path, write, madeOf, describesOthers, tell }) => ({
    ...{ path, kind: 'data', isLast: describesOthers === true },
    keys: () => keysOf(basis, path, madeOf && digestOf(madeOf)),
    make: (keys) => {
      site.write(path, write(), keyOf(keys));
    },
    made: () => {
      const made = site.checksumOf(path);
      if (made !== undefined) tell(made);
    },
  }));

/**
 * Makes the files that are to be made here, each taken over from an earlier site where it would be the same: what is of no
 * department first, then the departments' years as far as nobody else takes them, at last what tells of others.
 *
 * @param units the departments' years of the content: `2022/313001`.
 * @param bases names of what files are made of that others may have made for this site.
 */
export async function makeFiles(
  files: readonly FileToMake[],
  units: ReadonlySet<string>,
  site: SiteFolder,
  bases: readonly string[],
  { isPart, takes, haveDataMade, others }: Share,
): Promise<void> {
  const times = { data: 0, pages: 0 };
  let breathed = performance.now();
  const make = async (some: readonly FileToMake[]) => {
    for (const file of some) {
      const start = performance.now();
      if (!site.accept(file.path, file.kind === 'data' ? () => keyOf(file.keys()) : undefined)) {
        const keys = file.keys();
        if (!site.take(file.path, listOf(keys))) await file.make(keys);
      }
      file.made?.();
      const now = performance.now();
      times[file.kind] += now - start;
      if (now - breathed > BREATH) {
        await setImmediate();
        breathed = performance.now();
      }
    }
  };
  const byUnit = new Map<string | undefined, FileToMake[]>();
  for (const file of files) {
    const unit = unitOf(file.path, units);
    const own = byUnit.get(unit);
    if (own === undefined) byUnit.set(unit, [file]);
    else own.push(file);
  }
  const shared = byUnit.get(undefined) ?? [];
  const makeShared = () => make(shared.filter(({ isLast }) => !isLast));
  // Pages tell how large data are: where these are made elsewhere, they have to wait.
  const isDataElsewhere = haveDataMade !== undefined;
  if (!isPart && !isDataElsewhere) await makeShared();
  const elsewhere: FileToMake[] = [];
  // Who makes a part of a site beside somebody else begins at the other end.
  for (const [unit, own] of isPart ? [...byUnit].reverse() : byUnit) {
    if (unit === undefined) continue;
    if (takes(unit)) await make(own);
    else elsewhere.push(...own);
  }
  if (isPart) return;
  const made = await timed('wait', others);
  site.moveInFrom(made.filter(({ basis }) => bases.includes(basis)));
  await make(elsewhere);
  if (isDataElsewhere) await makeShared();
  await make(shared.filter(({ isLast }) => isLast));
  noteTime('data', times.data);
  noteTime('pages', times.pages);
}
