import { UserError } from '../files/user-error.ts';
import { outputOf, type RunGit } from './run-git.ts';

/** The folder of the repository with its hooks; git takes a relative one from the top of each work tree. */
const HOOKS = '.githooks';

/** Makes git run the hooks of this repository. Gives the sentence for the user. Throws a UserError. */
export function switchHookOn(git: RunGit): string {
  const current = hooksPath(git);
  if (current === HOOKS) return '提交前的检查已经是打开的。';
  if (current !== undefined) {
    throw new UserError(
      `git 的 core.hooksPath 已设为“${current}”，没有改动。若确实不再需要它，请先运行 git config --unset core.hooksPath，再重新运行。`,
    );
  }
  outputOf(git(['config', '--local', 'core.hooksPath', HOOKS]));
  return '已打开：以后每次提交之前，先检查将要提交的内容，有错误就不能提交。关闭请运行 npm run hook -- --off。';
}

/** Undoes `switchHookOn`, and nothing else. Gives the sentence for the user. Throws a UserError. */
export function switchHookOff(git: RunGit): string {
  if (hooksPath(git) !== HOOKS) return '提交前的检查本来就没有打开。';
  outputOf(git(['config', '--local', '--unset', 'core.hooksPath']));
  return '已关闭提交前的检查。';
}

/** Where git looks for hooks, by whatever settings; undefined for its own folder. */
function hooksPath(git: RunGit): string | undefined {
  const inside = git(['rev-parse', '--show-prefix']);
  if (inside.status !== 0) {
    throw new UserError(
      '这个文件夹不在 git 仓库里，没有提交可以检查。请先用 git clone 取得仓库，或运行 git init。',
    );
  }
  if (inside.output.trim() !== '') {
    throw new UserError('本程序不在 git 仓库的最上层文件夹里，这里不能打开提交前的检查。');
  }
  const { status, output } = git(['config', '--get', 'core.hooksPath']);
  return status === 0 ? output.trim() : undefined;
}
