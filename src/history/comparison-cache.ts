import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison } from './compare-versions.ts';

/** Comparisons made before, by what was compared. Two blobs never differ otherwise, so that none is ever out of date. */
export interface ComparisonCache {
  readonly find: (key: string) => Comparison | undefined;
  readonly keep: (key: string, comparison: Comparison) => void;
  /** Writes what was found and kept since it was opened, and nothing else; where it cannot, the next build compares anew. */
  readonly save: () => void;
}

/** Keeps nothing. */
export const NO_CACHE: ComparisonCache = {
  find: () => undefined,
  keep: () => undefined,
  save: () => undefined,
};

const FILE = 'comparisons.jsonl';

/**
 * Opens the comparisons that lie in a folder. A line that is not whole, or was made by another version of the program,
 * counts as not there. Builds may share the folder: its file is written beside its place and moved there.
 */
export function openComparisonCache(folder: string, version = programVersion()): ComparisonCache {
  const before = new Map(linesOf(join(folder, FILE)).flatMap((line) => readLine(line, version)));
  const used = new Map<string, string>();
  let isNew = false;
  return {
    find: (key) => {
      const json = before.get(key);
      if (json === undefined) return undefined;
      used.set(key, json);
      return JSON.parse(json) as Comparison;
    },
    keep: (key, comparison) => {
      isNew = true;
      used.set(key, JSON.stringify(comparison));
    },
    save: () => {
      if (!isNew && used.size === before.size) return;
      const text = [...used].map(([key, json]) => `${sumOf(version, key, json)} ${key} ${json}\n`).join('');
      const beside = join(folder, `${FILE}.${randomUUID()}`);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(beside, text);
        renameSync(beside, join(folder, FILE));
      } catch {
        // A folder that cannot be written to costs time alone.
      }
    },
  };
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** A line: its sum, by which it is known to be whole, what was compared, and the comparison. */
function readLine(line: string, version: string): readonly (readonly [key: string, json: string])[] {
  const [, sum, key = '', json = ''] = /^(\S+) (\S+) (.+)$/.exec(line) ?? [];
  return sum === sumOf(version, key, json) ? [[key, json]] : [];
}

const sumOf = (...parts: readonly string[]) =>
  createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, 22);

/** The rooms whose code decides how versions are read and compared. */
const ROOMS = ['model', 'files', 'history'];

/** Names the code itself, so that nothing is kept that another one made. */
function programVersion(): string {
  const hash = createHash('sha256');
  for (const room of ROOMS) {
    const folder = join(import.meta.dirname, '..', room);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest('base64url').slice(0, 16);
}
