import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { UserError } from '../files/user-error.ts';
import { outputOf, type RunGit, type Repository } from './run-git.ts';

/** The folder of a repository with its hooks; git takes a relative one from the top of each work tree. */
const HOOKS = '.githooks';

/** The moments at which content is checked: a commit, and a merge that becomes one. */
const MOMENTS = ['pre-commit', 'pre-merge-commit'];

/** By this a hook is known as written by this program. */
const MARK = '# mingzhang';

/**
 * Makes git check the content before each commit: by the hooks that the repository has, else by hooks of our own in
 * git's folder. Gives the sentence for the user. Throws a UserError.
 *
 * @param check the command that checks what is staged, as program and arguments; it is run in the working directory.
 */
export function switchHookOn(repository: Repository, check: readonly string[]): string {
  const { git, top } = repository;
  const current = hooksPath(git);
  const files = ownHooks(repository);
  if (current === HOOKS || files.every(isOurs)) return '提交前的检查已经是打开的。';
  if (current !== undefined) {
    throw new UserError(
      `git 的 core.hooksPath 已设为“${current}”，没有改动。若确实不再需要它，请先运行 git config --unset core.hooksPath，再重新运行。`,
    );
  }
  if (existsSync(join(top, HOOKS, 'pre-commit'))) {
    outputOf(git(['config', '--local', 'core.hooksPath', HOOKS]));
  } else {
    const foreign = files.find((file) => existsSync(file) && !isOurs(file));
    if (foreign !== undefined) {
      throw new UserError(`已经有别的提交前检查“${foreign}”，没有改动。请让维护人员把两个合在一起。`);
    }
    for (const file of files) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, scriptOf(check));
      chmodSync(file, 0o755);
    }
  }
  // Without this git shows a Chinese name as “\\346\\226\\207”.
  outputOf(git(['config', '--local', 'core.quotePath', 'false']));
  return '已打开：以后每次提交之前，先检查将要提交的内容，有错误就不能提交。关闭请运行 npm run hook -- --off。';
}

/** Undoes `switchHookOn`, and nothing else. Gives the sentence for the user. Throws a UserError. */
export function switchHookOff(repository: Repository): string {
  const ours = ownHooks(repository).filter(isOurs);
  const isOn = hooksPath(repository.git) === HOOKS;
  if (!isOn && ours.length === 0) return '提交前的检查本来就没有打开。';
  if (isOn) outputOf(repository.git(['config', '--local', '--unset', 'core.hooksPath']));
  ours.forEach((file) => {
    rmSync(file);
  });
  return '已关闭提交前的检查。';
}

/** Where git looks for hooks, by whatever settings; undefined for its own folder. */
function hooksPath(git: RunGit): string | undefined {
  const { status, output } = git(['config', '--get', 'core.hooksPath']);
  return status === 0 ? output.trim() : undefined;
}

/** Where hooks stand in git's own folder. */
function ownHooks({ git, top }: Repository): readonly string[] {
  const folder = resolve(top, outputOf(git(['rev-parse', '--git-common-dir'])).trim());
  return MOMENTS.map((moment) => join(folder, 'hooks', moment));
}

function isOurs(file: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').includes(MARK);
}

/** A hook for the shell that comes with git on every system. It runs where the program has its settings. */
function scriptOf(check: readonly string[]): string {
  const quote = (text: string) => `'${text.split(sep).join('/').replaceAll("'", `'\\''`)}'`;
  return [
    '#!/bin/sh',
    `${MARK}: checks the content that is about to be committed; npm run hook -- --off removes this file.`,
    // Relative to the top of the work tree, where a hook begins.
    'case "$GIT_INDEX_FILE" in "" | /* | ?:*) ;; *) export GIT_INDEX_FILE="$PWD/$GIT_INDEX_FILE" ;; esac',
    `cd ${quote(process.cwd())} || exit 1`,
    `exec ${check.map(quote).join(' ')}`,
    '',
  ].join('\n');
}
