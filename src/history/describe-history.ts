import { isAbsolute, join, relative, sep } from 'node:path';
import type { Repository } from '../git/run-git.ts';
import { fieldWords, type ChangedFile, type ContentChange, type FieldChange } from '../model/change.ts';
import type { Subject } from './find-subject.ts';
import { chinaTime } from './history.ts';

/** Commands that take something back, each a line for the terminal. */
export interface WaysBack {
  /** Makes the file what it was before; only that, and nothing is committed. */
  readonly file?: string;
  /** Commits the contrary of all that the commit did. */
  readonly commit?: string;
}

/** What is told of a file: its past, and what of it is not committed. */
export interface FileHistory extends Subject {
  /** Undefined where the file is as it was committed last. */
  readonly uncommitted:
    | { readonly fields: readonly FieldChange[]; readonly isNew: boolean; readonly isGone: boolean }
    | undefined;
}

/** So much of a commit's id as git itself shows in large repositories. */
const ID = 12;

/** Writes the commands for whoever stands in a working directory. */
export function openWaysBack({ top, path }: Pick<Repository, 'top' | 'path'>, cwd: string) {
  const below = relative(top, cwd);
  const isInside = below === '' || !(below.startsWith('..') || isAbsolute(below));
  const git = isInside ? 'git' : `git -C ${quoted(top)}`;
  const named = (file: string) =>
    quoted(
      relative(isInside ? cwd : top, join(top, path, file))
        .split(sep)
        .join('/'),
    );
  return {
    /** Makes a file what it was when it was committed last. */
    restore: (file: string): string => `${git} checkout HEAD -- ${named(file)}`,
    /** @param subject the file as it is called today: a command for one file must not bring back an old name. */
    of: (change: ContentChange, file: ChangedFile, subject: Subject): WaysBack => {
      const id = change.commit.slice(0, ID);
      if (file.what === 'came') return {};
      const isWritable = file.path === subject.path && !/[\n\ufffd]/.test(file.path);
      return {
        // Not `^`, which the command line of Windows takes for its own.
        ...(isWritable && { file: `${git} checkout ${id}~1 -- ${named(file.path)}` }),
        ...(!change.isMerge && { commit: `${git} revert --no-edit ${id}` }),
      };
    },
    named: (file: string): string =>
      relative(cwd, join(top, path, file))
        .split(sep)
        .join('/'),
  };
}

/** A word for the terminal: quoted where it has more than letters and figures of any script. */
const quoted = (text: string): string =>
  /^[\p{L}\p{N}./_:-]+$/u.test(text) ? text : `"${text.replace(/["\\$`]/g, '\\$&')}"`;

type Ways = ReturnType<typeof openWaysBack>;

/** The history of files, for a person. */
export function historyWords(files: readonly FileHistory[], ways: Ways): string {
  return [...files.map((file) => fileHistoryWords(file, ways)), ...(files.some(hasWays) ? [HOW] : [])].join(
    '\n\n',
  );
}

const hasWays = ({ uncommitted, changes }: FileHistory) =>
  uncommitted !== undefined || changes.some(({ files }) => files[0]?.what !== 'came');

const HOW = `怎样用上面的命令
  退回这个文件：只动这一个文件，还没有提交。运行后看一遍，运行 npm run check，再照常提交。
  撤回整次提交：另外提交一次，把那次改的都改回去。以后又改过同一处的，git 会说冲突（conflict），这时运行 git revert --abort，改用上一种。
  两种都不会抹掉记录，改错了可以再改回来。没有提交的改动，退回以后找不回来。`;

function fileHistoryWords(file: FileHistory, ways: Ways): string {
  const { path, name, place, uncommitted, changes } = file;
  const head = [`${name}（${String(place.year)}年，部门${place.code}）`, ways.named(path)];
  const parts = [
    ...(uncommitted === undefined ? [] : [uncommittedWords(path, uncommitted, ways)]),
    ...changes.flatMap((change) => change.files.map((own) => changeWords(change, own, file, ways))),
    ...(changes.length === 0 && uncommitted === undefined ? ['没有改动。'] : []),
  ];
  return [head.join('\n'), ...parts].join('\n\n');
}

function uncommittedWords(
  path: string,
  { fields, isNew, isGone }: NonNullable<FileHistory['uncommitted']>,
  ways: Ways,
): string {
  if (isNew) return '这个文件还没有提交过。';
  return [
    '还没有提交的改动',
    ...(isGone
      ? ['  文件被删去了。']
      : fields.length === 0
        ? ['  只改了写法，或者文件读不出来。']
        : fields.map((field) => `  ${fieldWords(field)}`)),
    '  不要这些改动：',
    `    ${ways.restore(path)}`,
  ].join('\n');
}

const SAID: Readonly<Record<ChangedFile['what'], readonly string[]>> = {
  came: ['收入本站'],
  gone: ['删去'],
  unread: ['这样保存的文件读不出来；改了什么，写在下一次改动里。'],
  changed: [],
};

function changeWords(change: ContentChange, file: ChangedFile, subject: Subject, ways: Ways): string {
  const { at, by, commit, reason, details } = change;
  const { file: ofFile, commit: ofCommit } = ways.of(change, file, subject);
  const when = chinaTime(at).slice(0, 16).replace('T', ' ');
  const isNewest = subject.changes[0] === change;
  return [
    `${when}　${by}　${commit.slice(0, ID)}`,
    `  原因：${reason === '' ? '没有写' : reason}`,
    ...(details === '' ? [] : details.split('\n').map((line) => `        ${line}`)),
    ...[...SAID[file.what], ...file.fields.map(fieldWords)].map(
      (line) => `  ${line.replaceAll('\n', '\n    ')}`,
    ),
    ...(ofFile === undefined
      ? []
      : [`  退回这个文件到这次改动以前${isNewest ? '' : '，以后的改动也一起退回'}：`, `    ${ofFile}`]),
    ...(ofCommit === undefined ? [] : ['  撤回整次提交：', `    ${ofCommit}`]),
  ].join('\n');
}

/** The same for programs. */
export function historyJson(files: readonly FileHistory[], ways: Ways): string {
  const told = files.map(({ path, name, place, uncommitted, changes, ...rest }) => ({
    ...{ file: ways.named(path), name, year: place.year, department: place.code },
    uncommitted:
      uncommitted === undefined
        ? null
        : { ...uncommitted, ...(!uncommitted.isNew && { command: ways.restore(path) }) },
    changes: changes.flatMap((change) =>
      change.files.map((own) => ({
        ...{ commit: change.commit, date: chinaTime(change.at), author: change.by },
        ...{
          reason: change.reason,
          details: change.details,
          what: own.what,
          path: own.path,
          fields: own.fields,
        },
        commands: ways.of(change, own, { path, name, place, changes, ...rest }),
      })),
    ),
  }));
  return `${JSON.stringify(told, null, 2)}\n`;
}
