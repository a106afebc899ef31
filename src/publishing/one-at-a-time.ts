import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { PublishingError } from '../files/user-error.ts';
import { loadSqlite } from '../open-data/database/quiet-sqlite.ts';

/** SQLite's code for a database that another works on. */
const BUSY = 5;

/**
 * Does work that no other process of this project does at the same time. The lock is one of the system, by way of an empty
 * SQLite file, so that a killed process leaves none behind.
 *
 * @param options.name of the work, which is a kind by itself; the swap of a built site where none is given.
 * @param options.busy what the user is told, in a PublishingError, where another does the work; without it, this one waits.
 */
export async function oneAtATime<Value>(
  work: () => Promise<Value>,
  { name = 'swap', busy }: { readonly name?: string; readonly busy?: string } = {},
): Promise<Value> {
  const folder = join(process.cwd(), '.astro');
  const file = join(folder, `${name}.lock`);
  mkdirSync(folder, { recursive: true });
  // A place where nothing can be written is told by the system's own error.
  closeSync(openSync(file, 'a'));
  const lock = new (loadSqlite().DatabaseSync)(file, { timeout: 0 });
  try {
    while (!isTaken(lock)) {
      if (busy !== undefined) throw new PublishingError(busy);
      await setTimeout(20);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function isTaken(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return false;
    throw error;
  }
}
