import { spawnSync } from 'node:child_process';
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
export function gitIn(directory: string): RunGit {
  return (args, input = '') => {
    const { status, stdout, stderr, error } = spawnSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: directory,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, LC_ALL: 'C' },
    });
    if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
      throw new UserError('没有找到 git。请先安装 git（Windows 上是 Git for Windows），再重新打开终端。');
    }
    return { status: status ?? 1, output: stdout, errors: stderr };
  };
}

/** The result's output; throws a UserError with what git said where it failed. */
export function outputOf({ status, output, errors }: GitResult): string {
  if (status === 0) return output;
  throw new UserError(`git 没有成功：${errors.trim()}`);
}
