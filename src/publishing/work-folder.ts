import { mkdirSync, rmSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { removeLeftOvers } from '../files/left-overs.ts';

/** The folder in which a build is made, and what clears it away. */
export interface WorkFolder {
  readonly path: string;
  /** Removes it, if it is still there; also done when the process ends. */
  readonly remove: () => void;
}

/**
 * A folder of this process's own for one kind of work, such as to build in. It lies within the program's folder, because Astro would make
 * builds that go elsewhere in one shared place, where two at a time destroy each other's work. What killed builds
 * left behind is cleared away first.
 */
export function openWorkFolder(
  root: string,
  kind: 'build' | 'help' | 'part' | 'preview' | 'spare' | 'verify' = 'build',
): WorkFolder {
  const parent = join(root, '.astro');
  mkdirSync(parent, { recursive: true });
  removeLeftOvers(parent, /^(?:build|help|part|preview|spare|verify)-(\d+)$/);
  const path = join(parent, `${kind}-${String(process.pid)}`);
  const remove = () => {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
  remove();
  process.once('exit', remove);
  return {
    path,
    remove: () => {
      process.off('exit', remove);
      remove();
    },
  };
}

/** Gives a folder with the same files on the file system of `target`: the same one where it can be. */
export async function bringBeside(folder: string, target: string): Promise<string> {
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  if (statSync(folder).dev === statSync(parent).dev) return folder;
  removeLeftOvers(parent, /\.mingzhang-staging-(\d+)$/);
  const copy = join(parent, `${basename(target)}.mingzhang-staging-${String(process.pid)}`);
  process.once('exit', () => {
    rmSync(copy, { recursive: true, force: true });
  });
  await cp(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}
