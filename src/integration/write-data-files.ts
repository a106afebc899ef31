import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DataFile } from '../open-data/data-file.ts';

/** How many files are written at the same time. */
const AT_ONCE = 8;

/** Writes the open data into the folder in which the site is built, each file piece by piece. */
export async function writeDataFiles(folder: string, files: Iterable<DataFile>): Promise<void> {
  const rest = files[Symbol.iterator]();
  const known = new Set<string>();
  const worker = async (): Promise<void> => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) {
      const { path, write } = next.value;
      const place = join(folder, path);
      const parent = dirname(place);
      if (!known.has(parent)) await mkdir(parent, { recursive: true });
      known.add(parent);
      await writeFile(place, write());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
