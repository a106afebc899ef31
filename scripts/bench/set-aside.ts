import { randomUUID } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';

/**
 * Moves away a folder that is needed no more; it goes with all that was made for the measuring. Soon after many files were removed
 * some file systems, ext4 among them, take many times as long to make new ones, whoever makes them.
 */
export function setAside(folder: string): void {
  if (existsSync(folder)) renameSync(folder, `${folder}.${randomUUID()}`);
}
