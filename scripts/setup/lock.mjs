import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

/** After this time a lock is taken for forgotten: its process ids may belong to others by now. */
const FORGOTTEN_MS = 15 * 60_000;

/**
 * Waits until no other set-up works on this folder: two that install at once, or one and the npm that a killed
 * one left running, would destroy each other's work. The lock file holds the ids of the processes at work.
 *
 * @param {string} path
 */
export async function takeLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  let waiting = false;
  for (;;) {
    try {
      writeFileSync(path, `${String(process.pid)}\n`, { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (isHeld(path)) {
      if (!waiting) console.error('另一个命令正在安装依赖包，等它完成……');
      waiting = true;
      await setTimeout(500);
    } else rmSync(path, { force: true });
  }
  return {
    /** @param {number} pid */
    add(pid) {
      appendFileSync(path, `${String(pid)}\n`);
    },
    release() {
      rmSync(path, { force: true });
    },
  };
}

/** @param {string} path */
function isHeld(path) {
  try {
    if (Date.now() - statSync(path).mtimeMs > FORGOTTEN_MS) return false;
    return readFileSync(path, 'utf8').split('\n').filter(Boolean).map(Number).some(isAlive);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
