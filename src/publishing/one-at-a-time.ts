import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { loadSqlite } from '../open-data/database/quiet-sqlite.ts';

/** SQLite's code for a database that another works on. */
const BUSY = 5;

/**
 * Does short work that no other process of this project does at the same time; waits for its turn. The lock is one of the
 * system, by way of an empty SQLite file, so that a killed process leaves none behind.
 */
export async function oneAtATime<Value>(work: () => Promise<Value>): Promise<Value> {
  const folder = join(process.cwd(), '.astro');
  const file = join(folder, 'swap.lock');
  mkdirSync(folder, { recursive: true });
  // A place where nothing can be written is told by the system's own error.
  closeSync(openSync(file, 'a'));
  const lock = new (loadSqlite().DatabaseSync)(file, { timeout: 0 });
  try {
    while (!isTaken(lock)) await setTimeout(20);
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
