import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Settings of who runs the tests, or of a git that runs them in a hook, would make it another repository. */
const ENVIRONMENT = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^GIT_|^npm_|^CONTENT_DIR$/.test(name)),
  ),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Made Up',
  GIT_AUTHOR_EMAIL: 'made-up@site.invalid',
  GIT_COMMITTER_NAME: 'Made Up',
  GIT_COMMITTER_EMAIL: 'made-up@site.invalid',
};

export interface Ran {
  readonly status: number | null;
  /** Standard output and standard error. */
  readonly printed: string;
}

/** A folder of a test's own, gone after it. */
export interface Folder {
  readonly path: string;
  readonly run: (program: string, ...args: readonly string[]) => Ran;
  readonly git: (...args: readonly string[]) => Ran;
  readonly write: (path: string, text: string) => void;
}

/** An empty folder that is no git repository. */
export function temporaryFolder(path = mkdtempSync(join(tmpdir(), 'mingzhang-git-'))): Folder {
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  });
  return folderAt(path);
}

/** A folder of which the caller takes care. */
export function folderAt(path: string): Folder {
  const run = (program: string, ...args: readonly string[]): Ran => {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: path,
      env: ENVIRONMENT,
      encoding: 'utf8',
    });
    if (error !== undefined) throw error;
    return { status, printed: stdout + stderr };
  };
  return {
    path,
    run,
    git: (...args) => run('git', ...args),
    write(name, text) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    },
  };
}

/**
 * Puts the program in `root` into a folder by links. What npm runs before a script is left out: it is the set-up, which
 * would install packages where the program truly lies.
 */
export function linkProgram(root: string, path: string): void {
  for (const name of ['node_modules', 'scripts', 'src', '.githooks'])
    symlinkSync(join(root, name), join(path, name), 'junction');
  const settings = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const scripts = Object.entries(settings.scripts).filter(
    ([, line]) => !line.startsWith('node scripts/setup.mjs'),
  );
  writeFileSync(
    join(path, 'package.json'),
    JSON.stringify({ ...settings, scripts: Object.fromEntries(scripts) }),
  );
}

/** A new git repository with the program in it, as an editor has it; the program itself is not copied. */
export function repository(): Folder {
  const folder = temporaryFolder();
  linkProgram(ROOT, folder.path);
  folder.git('init', '--quiet', '--initial-branch', 'main');
  return folder;
}
