import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../files/user-error.ts';

/** How a run of git ended. */
export interface GitResult {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs git in a folder. Paths come as they are, whatever the user's settings and language. */
export type RunGit = (args: readonly string[], input?: string) => GitResult;

/** The git of this machine, working in `directory`. Throws a UserError where there is none. */
export function gitIn(directory: string, environment: NodeJS.ProcessEnv = process.env): RunGit {
  return (args, input = '') => {
    const { status, stdout, stderr, error } = spawnSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: directory,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      // Commits are told as everyone has them, without what a single clone puts in their place.
      env: { ...environment, LC_ALL: 'C', GIT_GRAFT_FILE: devNull, GIT_NO_REPLACE_OBJECTS: '1' },
    });
    if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
      throw new UserError('没有找到 git。请先安装 git（Windows 上是 Git for Windows），再重新打开终端。');
    }
    return { status: status ?? 1, output: stdout, errors: stderr };
  };
}

/** The git repository that holds a folder, which need not be that of the working directory. */
export interface Repository {
  /** The top of its work tree, where `git` runs. */
  readonly top: string;
  /** The folder as git names it from there, with `/`; `.` for the top itself. */
  readonly path: string;
  readonly git: RunGit;
}

/** What a git that runs a hook says of its own repository, which may be another. */
const OWN_VARIABLES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'];

/** The environment in which git finds a repository by the folder alone. */
export const environmentOf = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !OWN_VARIABLES.includes(name)));

/** Finds the repository of a folder, which may have been removed. Throws a UserError where it is in none. */
export function repositoryOf(folder: string): Repository {
  let existing = resolve(folder);
  while (!existsSync(existing)) existing = dirname(existing);
  const environment = environmentOf(process.env);
  const ask = (what: string) => outputOf(gitIn(existing, environment)(['rev-parse', what])).trim();
  const top = realpathSync(ask('--show-toplevel'));
  // A commit of some files has an index of its own, told by this variable.
  const index = process.env.GIT_INDEX_FILE;
  const isOwn =
    index !== undefined && realpathSync(dirname(index)) === realpathSync(ask('--absolute-git-dir'));
  const path = relative(top, join(realpathSync(existing), relative(existing, resolve(folder))));
  return {
    top,
    path: path.split(sep).join('/') || '.',
    git: gitIn(top, isOwn ? { ...environment, GIT_INDEX_FILE: resolve(index) } : environment),
  };
}

/** What is told of a repository that lacks old versions of files, as one cloned with `--filter` does. */
export const INCOMPLETE =
  '仓库里没有文件以前的样子（只取回了一部分的克隆）。请先运行 git fetch --refetch --no-filter。';

/** What git says in English, and what is to be told instead. */
const EXPLAINED: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/promisor remote/, INCOMPLETE],
  [/not a git repository/, '这个文件夹不在 git 仓库里。请先用 git clone 取得仓库，或运行 git init。'],
  [
    /dubious ownership/,
    'git 不信任这个文件夹，因为它属于另一个用户（网络盘、移动盘上常见）。请先运行 git config --global --add safe.directory "文件夹的完整路径"，再重新运行。',
  ],
  [
    /index\.lock/,
    '另一个 git 命令还没有结束，或上次没有正常结束。请等它结束；没有别的 git 在运行时，删去仓库里的 .git/index.lock，再重新运行。',
  ],
];

/** The result's output; throws a UserError that explains what git said where it failed. */
export function outputOf({ status, output, errors }: GitResult): string {
  if (status === 0) return output;
  const known = EXPLAINED.find(([pattern]) => pattern.test(errors));
  throw new UserError(known?.[1] ?? `git 没有成功，它的原话是：${errors.trim()}`);
}
