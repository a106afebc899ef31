import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A project in whose file the guide's mistakes are made. */
export const MISTAKEN = '13060522P004116100018';

/** The project whose plan says 750000%: the guide explains it. */
export const ODD = '13060522P00416610001C';

const PROJECTS = 'content/2022/313001/projects';

/** The path of a project's file in the practice folder. */
export const fileOf = (code: string): string => `${PROJECTS}/${code}.yaml`;

/** A copy of the real content with two of its projects, under git, where mistakes can be made. */
export interface PracticeFolder {
  readonly path: string;
  /** Runs a program and gives all that it prints. */
  readonly run: (program: string, ...args: readonly string[]) => string;
  /** Changes a file; throws where the text to be replaced is not there. */
  readonly change: (path: string, from: string, to: string) => void;
  /** Adds to the end of a file. */
  readonly append: (path: string, text: string) => void;
  readonly remove: () => void;
}

/** Makes a practice folder from the program in `root` and the content beside it. */
export function openPracticeFolder(root: string): PracticeFolder {
  const path = mkdtempSync(join(tmpdir(), 'mingzhang-practice-'));
  for (const name of ['node_modules', 'package.json', 'scripts', 'src', '.githooks']) {
    symlinkSync(join(root, name), join(path, name), name === 'package.json' ? 'file' : 'junction');
  }
  const department = dirname(PROJECTS);
  for (const name of ['content/site.yaml', `${department}/department.md`, fileOf(MISTAKEN), fileOf(ODD)]) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    cpSync(join(root, name), join(path, name));
  }
  cpSync(join(root, department, 'sources'), join(path, department, 'sources'), { recursive: true });
  const run = (program: string, ...args: readonly string[]) => runIn(path, program, args);
  run('git', 'init', '--quiet', '--initial-branch', 'main');
  run('git', 'add', 'content');
  run('git', 'commit', '--quiet', '-m', '导入2022年文件');
  run('git', 'config', 'core.hooksPath', '.githooks');
  return {
    path,
    run,
    change(name, from, to) {
      const text = readFileSync(join(path, name), 'utf8');
      if (!text.includes(from)) throw new Error(`${name} no longer holds “${from}”.`);
      writeFileSync(join(path, name), text.replace(from, to));
    },
    append(name, text) {
      appendFileSync(join(path, name), text);
    },
    remove() {
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A fixed person and time, so that git names each commit alike; no settings of who draws the pictures. */
const GIT = {
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: '编辑',
  GIT_AUTHOR_EMAIL: 'editor@example.invalid',
  GIT_AUTHOR_DATE: '2022-03-01T09:00:00+0800',
  GIT_COMMITTER_NAME: '编辑',
  GIT_COMMITTER_EMAIL: 'editor@example.invalid',
  GIT_COMMITTER_DATE: '2022-03-01T09:00:00+0800',
  LC_ALL: 'C.UTF-8',
};

const FOREIGN = /^(?:GIT_.*|npm_.*|CONTENT_DIR|OUT_DIR|SITE_URL|BASE_PATH|LANG|LANGUAGE|LC_.*|FORCE_COLOR)$/;

function runIn(cwd: string, program: string, args: readonly string[]): string {
  const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  // One file for both, so that results and messages stand in the order in which a terminal shows them.
  const printed = join(mkdtempSync(join(tmpdir(), 'mingzhang-printed-')), 'printed');
  const file = openSync(printed, 'a');
  try {
    const env = { ...Object.fromEntries(own), ...GIT };
    const { error } = spawnSync(program, args, { cwd, env, stdio: ['ignore', file, file] });
    if (error !== undefined) throw error;
    return readFileSync(printed, 'utf8');
  } finally {
    closeSync(file);
    rmSync(dirname(printed), { recursive: true, force: true });
  }
}
