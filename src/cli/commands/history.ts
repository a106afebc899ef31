import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { choice } from '../option.ts';
import { content, department, year } from '../options.ts';
import { defineCommand } from '../run-command.ts';
import { decode } from '../../files/decode.ts';
import { printable } from '../../files/printable.ts';
import { readContent } from '../../files/read-content.ts';
import { UserError } from '../../files/user-error.ts';
import { readChangeLog } from '../../history/change-log.ts';
import { compareDepartmentFiles, compareProjectFiles } from '../../history/compare-versions.ts';
import { NO_CACHE, openComparisonCache } from '../../history/comparison-cache.ts';
import { historyJson, historyWords, openWaysBack, type FileHistory } from '../../history/describe-history.ts';
import { findSubjects, type Subject } from '../../history/find-subject.ts';
import { readHistory, type History } from '../../history/history.ts';
import type { Repository } from '../../git/run-git.ts';

export default defineCommand(
  {
    name: 'history',
    summary: '说出一个项目（或部门）改过什么：谁、哪一天、从什么改成什么、为什么，和怎样改回去。',
    operands: {
      placeholder: 'CODE|FILE|NAME',
      description: '项目编码、文件，或项目、部门的名称（可以只写一部分）；已经删去的也可以',
      least: 1,
      most: 1,
    },
    options: {
      content,
      year: year('只要这一年的'),
      department: department('只要这个部门的'),
      format: choice({ description: '给人看、给程序读', choices: ['text', 'json'], default: 'text' }),
    },
    examples: ['npm run history -- 13060522P00416610001C', 'npm run history -- 养老 --year 2022'],
  },
  async ({ content: directory, year, department, format }, [asked = '']) => {
    const history = readHistory(directory);
    if (history.kind !== 'known' || history.past === undefined) throw new UserError(unknownWords(history));
    const { site } = await readContent(directory);
    const folder = resolve('node_modules');
    const cache = existsSync(folder)
      ? openComparisonCache(join(folder, '.cache/mingzhang/history'))
      : NO_CACHE;
    const log = await readChangeLog(history, site, cache);
    if (log.kind === 'unknown') throw new UserError(`不知道内容改过什么：${log.reason}。`);
    const { repository } = history.past;
    const files: FileHistory[] = [];
    for (const subject of findSubjects({ asked, content: directory, year, department }, site, log.changes)) {
      const isCommitted = !history.uncommitted.includes(subject.path);
      files.push({
        ...subject,
        uncommitted: isCommitted ? undefined : uncommittedOf(subject, directory, repository),
      });
    }
    const ways = openWaysBack(repository, process.cwd());
    process.stdout.write(
      format === 'json' ? historyJson(files, ways) : `${printable(historyWords(files, ways))}\n`,
    );
    return 0;
  },
);

/** Why nothing can be told, and what to do. */
function unknownWords(history: History): string {
  if (history.kind === 'known') return '不知道内容改过什么。';
  const way = history.kind === 'shallow' ? '请先运行 git fetch --unshallow。' : '';
  return `不知道内容改过什么：${history.reason}。${way}`;
}

/** How a file differs from what was committed last. */
function uncommittedOf(
  { path, place }: Subject,
  directory: string,
  { git, path: top }: Repository,
): NonNullable<FileHistory['uncommitted']> {
  const file = join(directory, path);
  const { status, output } = git(['cat-file', 'blob', `HEAD:${top === '.' ? '' : `${top}/`}${path}`]);
  const before = status === 0 ? output : undefined;
  const after = existsSync(file) ? (decode(readFileSync(file))?.text ?? '') : undefined;
  const compare = { project: compareProjectFiles, department: compareDepartmentFiles };
  const fields = place.kind === 'document' ? [] : compare[place.kind](before, after).fields;
  return { fields, isNew: before === undefined, isGone: after === undefined };
}
