import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Removes the files and folders that killed processes left behind in a folder. What is made for a while bears the id of
 * its process in its name: the pattern's first group.
 */
export function removeLeftOvers(folder: string, pattern: RegExp): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = Number(pattern.exec(name)?.[1]);
    if (Number.isSafeInteger(pid) && pid > 0 && !isAlive(pid))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
