import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Settings of who runs the tests, and what Vitest sets for itself: they would make the build another one. */
const FOREIGN =
  /^(?:SITE_URL|BASE_PATH|CONTENT_DIR|OUT_DIR|NODE_ENV|TEST|DEV|PROD|SSR|MODE|BASE_URL|VITEST.*)$/;

/** A site built for one test file, beside the one that all share. */
export interface BuiltCopy {
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * Builds the real content once more, in a process of its own, with settings such as `BASE_PATH`.
 *
 * Throws with all that the build printed where it fails.
 */
export async function buildCopy(settings: Readonly<Record<string, string>> = {}): Promise<BuiltCopy> {
  const temporary = mkdtempSync(join(tmpdir(), 'mingzhang-copy-'));
  const folder = join(temporary, 'dist');
  const remove = () => {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  };
  const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  const child = spawn(process.execPath, ['src/cli/mingzhang.mjs', 'build', '--out', folder], {
    cwd: ROOT,
    env: { ...Object.fromEntries(own), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status === 0) return { folder, remove };
  remove();
  throw new Error(`The site was not built (status ${String(status)}):\n${printed}`);
}
