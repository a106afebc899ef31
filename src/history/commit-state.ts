import { UserError } from '../files/user-error.ts';
import { outputOf, repositoryOf, type Repository } from '../git/run-git.ts';

/** Which commit files are of, and whether any of them was changed since. */
export interface CommitState {
  /** Undefined where no git knows the files, or nothing is committed yet. */
  readonly commit: string | undefined;
  readonly isChanged: boolean;
}

/**
 * Asks git about some files and folders in a folder, or about all in it. Files that git leaves out, such as a package in
 * `node_modules`, are of no commit.
 */
export function commitState(
  folder: string,
  names: readonly string[] = ['.'],
  open: (folder: string) => Repository = repositoryOf,
): CommitState {
  try {
    const { git, path } = open(folder);
    const paths = names.map((name) => (path === '.' ? name : name === '.' ? path : `${path}/${name}`));
    const ask = (...args: readonly string[]) =>
      git(['--no-optional-locks', '--literal-pathspecs', ...args, '--', ...paths]);
    const isTracked = outputOf(ask('ls-files', '-z')) !== '';
    const head = git(['rev-parse', '--verify', '--quiet', 'HEAD']);
    const status = outputOf(ask('status', '--porcelain', '-z', '--untracked-files=all'));
    return {
      commit: isTracked && head.status === 0 ? head.output.trim() : undefined,
      isChanged: status !== '',
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { commit: undefined, isChanged: false };
  }
}
