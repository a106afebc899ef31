import { readdir, readFile, stat } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { compareText } from '../files/finding.ts';
import { buildSite, type BuildOptions, type BuildResult } from './build.ts';

/** How a built site compares with one that is built from the content as it is now. */
export type BuildVerification =
  | { readonly ok: false; readonly result: Extract<BuildResult, { readonly ok: false }> }
  | {
      readonly ok: true;
      readonly files: number;
      /** The files that differ, each with what is wrong, in the order of their names. */
      readonly differences: readonly { readonly name: string; readonly fault: BuildFault }[];
    };

export type BuildFault = 'differs' | 'missing' | 'extra';

/** Builds the site anew beside the one in `out`, and compares them byte for byte. Changes nothing. */
export async function verifyBuild(options: BuildOptions): Promise<BuildVerification> {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-verify-'));
  try {
    const fresh = join(folder, 'site');
    const result = await buildSite({ ...options, out: fresh });
    if (!result.ok) return { ok: false, result };
    const [expected, found] = await Promise.all([filesIn(fresh), filesIn(options.out)]);
    const differences: { name: string; fault: BuildFault }[] = [];
    for (const name of [...new Set([...expected, ...found])].sort(compareText)) {
      if (!found.has(name)) differences.push({ name, fault: 'missing' });
      else if (!expected.has(name)) differences.push({ name, fault: 'extra' });
      else if (!(await isSame(join(fresh, name), join(options.out, name))))
        differences.push({ name, fault: 'differs' });
    }
    return { ok: true, files: expected.size, differences };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, sep).length)),
  );
}

async function isSame(a: string, b: string): Promise<boolean> {
  const [sizeOfA, sizeOfB] = await Promise.all([a, b].map(async (path) => (await stat(path)).size));
  return sizeOfA === sizeOfB && (await readFile(a)).equals(await readFile(b));
}
