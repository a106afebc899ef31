import { isIgnored, projectFile } from '../files/layout.ts';
import { UserError } from '../files/user-error.ts';
import { outputOf, repositoryOf, type Repository } from '../git/run-git.ts';
import type { Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';
import { datesOf, foldersOf, LOG_COMMAND, readLog, type Change, type Commit } from './read-log.ts';

/** What git knows of a content folder. Where it knows nothing, no date takes the place of the true one. */
export type History =
  | {
      readonly kind: 'known';
      /** By path in the content folder; of a folder (`2022/`, '' for all of it) what holds for anything in it. */
      readonly changes: ReadonlyMap<string, Change>;
      /** Files that are not committed as they stand; they and their folders have no dates. */
      readonly uncommitted: readonly string[];
      /** The commits that touch the content, newest first, and where they are; dates alone need none. */
      readonly past?: { readonly commits: readonly Commit[]; readonly repository: Repository };
    }
  /** No git, no repository, nothing committed; or a clone without its past, which tells its tip's date of all files. */
  | { readonly kind: 'none' | 'shallow'; readonly reason: string };

/** Where nobody asked git. */
export const NO_HISTORY: History = { kind: 'none', reason: '' };

/**
 * Asks git once when each file of a content folder came and was last changed. Never throws for what git says.
 *
 * @param open finds the repository; a test gives another.
 */
export function readHistory(content: string, open: (folder: string) => Repository = repositoryOf): History {
  try {
    const repository = open(content);
    const { git, path } = repository;
    // A clone without its old files would fetch them one by one, of a server that may not answer.
    const quietly = ['--no-optional-locks', '--literal-pathspecs', '-c', 'protocol.allow=never'];
    const ask = (...args: readonly string[]) => outputOf(git([...quietly, ...args]));
    if (ask('rev-parse', '--is-shallow-repository').trim() === 'true') {
      return { kind: 'shallow', reason: 'git 仓库只有最近的提交（浅克隆）' };
    }
    // A repository without any commit has no HEAD, and its log is an error.
    if (git(['rev-parse', '--verify', '--quiet', 'HEAD']).status !== 0) return nothingCommitted;
    const prefix = path === '.' ? '' : `${path}/`;
    const commits = readLog(ask(...LOG_COMMAND, '--', path), prefix);
    const changes = datesOf(commits);
    const status = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', path];
    const uncommitted = ask(...status)
      .split('\0')
      .map((entry) => entry.slice('XY '.length + prefix.length))
      .filter((file) => file !== '' && !isIgnored(file));
    for (const file of uncommitted) [file, ...foldersOf(file)].forEach((one) => changes.delete(one));
    return changes.size === 0 && uncommitted.length === 0
      ? nothingCommitted
      : { kind: 'known', changes, uncommitted, past: { commits, repository } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { kind: 'none', reason: error.message.replace(/。$/, '') };
  }
}

const nothingCommitted: History = { kind: 'none', reason: '内容还没有提交到 git' };

/** When a file or folder of the content was changed; undefined where that is not known. */
export function changeOf(history: History, path: string): Change | undefined {
  return history.kind === 'known' ? history.changes.get(path.replaceAll('\\', '/')) : undefined;
}

/** When a project's file came and was last changed; undefined where that is not known. */
export const changeOfProject = (history: History, project: Project): Change | undefined =>
  changeOf(history, projectFile('', { year: project.year, code: project.departmentCode }, project.record));

/** Whether anything of a department in its year has a date. */
export const isDated = (history: History, { projects }: Pick<Department, 'projects'>): boolean =>
  projects.some((project) => changeOfProject(history, project) !== undefined);

/** When a file or folder of the content was last changed, as a moment; undefined where that is not known. */
export function lastChangedAt(history: History, path: string): string | undefined {
  const change = changeOf(history, path);
  return change && chinaTime(change.last);
}

/** A moment by the clock of China, which has one time and no summer time: `2022-06-30T09:15:00+08:00`. */
export function chinaTime(seconds: number): string {
  return new Date((seconds + 8 * 3600) * 1000).toISOString().replace(/\.000Z$/, '+08:00');
}
