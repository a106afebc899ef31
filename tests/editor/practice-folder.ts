import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { linkProgram } from '../git/repository.ts';

const DEPARTMENT = 'content/2022/313001';

/** A part of the real content under git, where an editor's commands can be tried. */
export interface PracticeFolder {
  /** Runs a command as an editor types it, and gives all that it prints but for npm's own lines. */
  readonly run: (command: string) => string;
  /** Changes a project's file. */
  readonly change: (project: string, change: (text: string) => string) => void;
  readonly remove: () => void;
}

/** Makes a folder with the program in `root` and some of its projects, by the names of their files. */
export function openPracticeFolder(root: string, projects: readonly string[]): PracticeFolder {
  const path = mkdtempSync(join(tmpdir(), 'mingzhang-practice-'));
  linkProgram(root, path);
  mkdirSync(join(path, DEPARTMENT, 'projects'), { recursive: true });
  const fileOf = (project: string) => `${DEPARTMENT}/projects/${project}.yaml`;
  const copied = ['content/site.yaml', `${DEPARTMENT}/department.md`];
  for (const name of [...copied, ...projects.map(fileOf)])
    cpSync(join(root, name), join(path, name), { recursive: true });
  // A department of these projects alone, from the first on.
  for (const [place, project] of projects.entries()) {
    const file = join(path, fileOf(project));
    const numbered = readFileSync(file, 'utf8').replace(/^序号: \d+$/m, `序号: ${String(place + 1)}`);
    writeFileSync(file, numbered);
  }
  // A department that can be reached, so that its check has nothing to say of that.
  const site = join(path, 'content/site.yaml');
  writeFileSync(
    site,
    readFileSync(site, 'utf8').replace('电子邮箱:\n', '电子邮箱: editor@example.invalid\n'),
  );
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const run = (command: string) => {
    const [, script, rest = ''] = /^npm run (\S+)(?: --( .*))?$/.exec(command) ?? [];
    return runIn(path, script === undefined ? command : `${scripts[script] ?? ''}${rest}`);
  };
  for (const command of [
    'git init --quiet --initial-branch main',
    'git add content',
    'git commit --quiet -m "导入"',
    'git config core.hooksPath .githooks',
  ])
    run(command);
  return {
    run,
    change(project, change) {
      const file = join(path, fileOf(project));
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    },
    remove() {
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** An editor's name, and none of the settings of who runs the tests. */
const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: '编辑',
  GIT_AUTHOR_EMAIL: 'editor@example.invalid',
  GIT_COMMITTER_NAME: '编辑',
  GIT_COMMITTER_EMAIL: 'editor@example.invalid',
  LC_ALL: 'C.UTF-8',
};

const FOREIGN = /^(?:GIT_.*|npm_.*|CONTENT_DIR|OUT_DIR|SITE_URL|BASE_PATH|LANG|LANGUAGE|LC_.*|FORCE_COLOR)$/;

function runIn(cwd: string, command: string): string {
  const kept = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  const path = [join(cwd, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  // One file for both, so that results and messages stand in the order in which a terminal shows them.
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-printed-'));
  const file = openSync(join(folder, 'printed'), 'a');
  try {
    const env = { ...Object.fromEntries(kept), ...ENVIRONMENT, PATH: path };
    const { error } = spawnSync(command, { cwd, env, shell: true, stdio: ['ignore', file, file] });
    if (error !== undefined) throw error;
    return readFileSync(join(folder, 'printed'), 'utf8');
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}
