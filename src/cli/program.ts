import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the program lies: its own repository, or the installed package. */
export const PROGRAM = fileURLToPath(new URL('../..', import.meta.url));

export function programVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return String(version);
}
