import { lstatSync } from 'node:fs';
import type { Finding, Report } from './finding.ts';

/**
 * How the reader gets what it makes of one file: anew each time, or from memory where the file is as it was.
 *
 * `purpose` says what is read and all that it depends on besides the file, for example the department's unit.
 */
export type ReadThrough = <Value>(
  path: string,
  purpose: string,
  report: Report,
  read: (report: Report) => Value | Promise<Value>,
) => Promise<Value>;

/** Reads every file anew. */
export const readAnew: ReadThrough = async (_path, _purpose, report, read) => read(report);

interface Remembered {
  /** What tells that the file was changed. */
  readonly stamp: string;
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

/** Remembers what was made of each file over several readings of a content folder. */
export interface FileMemory {
  /** For one reading: what the reading before it did not ask for is forgotten. */
  readonly next: () => ReadThrough;
}

/** A memory of files that are read again and again, of which few change: those of the dev server. */
export function openFileMemory(): FileMemory {
  let latest = new Map<string, Remembered>();
  return {
    next: () => {
      const before = latest;
      const now = (latest = new Map<string, Remembered>());
      return async <Value>(
        path: string,
        purpose: string,
        report: Report,
        read: (report: Report) => Value | Promise<Value>,
      ) => {
        const key = `${purpose}\n${path}`;
        // Taken before the file is read: a change during the reading is then seen by the next one.
        const stamp = stampOf(path);
        let remembered = before.get(key);
        if (remembered === undefined || stamp === undefined || remembered.stamp !== stamp) {
          const findings: Finding[] = [];
          const value = await read((finding) => findings.push(finding));
          remembered = { stamp: stamp ?? '', value, findings };
        }
        if (stamp !== undefined) now.set(key, remembered);
        remembered.findings.forEach(report);
        // One purpose is always read by the same function, and so gives the same type.
        return remembered.value as Value;
      };
    },
  };
}

/**
 * Undefined where the file cannot be looked at; it is then tried anew each time. Not asynchronous: a look takes
 * some microseconds, waiting for a turn many times as long.
 */
function stampOf(path: string): string | undefined {
  try {
    const { ino, size, mode, mtimeMs, ctimeMs } = lstatSync(path);
    return [ino, size, mode, mtimeMs, ctimeMs].join(' ');
  } catch {
    return undefined;
  }
}
