import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/files/user-error.ts';
import { changeOf, chinaTime, readHistory } from '../../src/history/history.ts';
import { temporaryFolder, type Folder } from '../git/repository.ts';

const PROJECT = '2022/999001/projects/甲乙.yaml';
const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000;
const text = (words: string) => `${words}\n`.repeat(20);

/** A repository whose content lies in a folder of it. */
function madeUp(): { readonly folder: Folder; readonly content: string; commit: (day: string) => void } {
  const folder = temporaryFolder();
  folder.git('init', '--quiet', '--initial-branch', 'main');
  return {
    folder,
    content: join(folder.path, '内容'),
    commit(date) {
      folder.git('add', '--all');
      const at = `GIT_COMMITTER_DATE=${date}T00:00:00Z`;
      folder.run('env', at, `GIT_AUTHOR_DATE=2001-01-01T00:00:00Z`, 'git', 'commit', '--quiet', '-m', '说明');
    },
  };
}

const daysOf = (content: string, path: string) => {
  const change = changeOf(readHistory(content), path);
  return change && [change.first, change.last].map((at) => chinaTime(at).slice(0, 10));
};

describe('the history of a content folder', () => {
  it('says of each file and folder when it came and when it was last changed, whatever its name', () => {
    const { folder, content, commit } = madeUp();
    folder.write(`内容/${PROJECT}`, text('一'));
    folder.write('别的.txt', '一');
    commit('2022-02-15');
    folder.write('内容/2022/999002/department.md', '二');
    commit('2022-03-01');
    folder.write(`内容/${PROJECT}`, text('三'));
    commit('2022-06-30');
    folder.write('别的.txt', '二');
    commit('2022-07-01');
    expect(daysOf(content, PROJECT)).toEqual(['2022-02-15', '2022-06-30']);
    expect(daysOf(content, '2022/999002/')).toEqual(['2022-03-01', '2022-03-01']);
    expect(daysOf(content, '2022/')).toEqual(['2022-02-15', '2022-06-30']);
    expect(daysOf(content, '')).toEqual(['2022-02-15', '2022-06-30']);
    expect(changeOf(readHistory(content), '')?.by).toBe('Made Up');
    expect(changeOf(readHistory(content), '别的.txt')).toBeUndefined();
    // The content may be the whole repository, and a part of one that lies in it.
    expect(daysOf(folder.path, `内容/${PROJECT}`)).toEqual(['2022-02-15', '2022-06-30']);
    expect(daysOf(join(content, '2022'), '999001/projects/甲乙.yaml')).toEqual(['2022-02-15', '2022-06-30']);
  });

  it('keeps the past of a file that was renamed, and counts what was removed for its folder', () => {
    const { folder, content, commit } = madeUp();
    folder.write('内容/2022/999001/projects/001.yaml', text('一'));
    folder.write('内容/2022/999001/projects/002.yaml', text('二'));
    commit('2022-02-15');
    folder.git('mv', '内容/2022/999001/projects/001.yaml', `内容/${PROJECT}`);
    commit('2022-03-01');
    folder.write('内容/2022/999001/projects/001.yaml', text('别的项目'));
    commit('2022-04-01');
    folder.git('rm', '内容/2022/999001/projects/002.yaml');
    commit('2022-05-01');
    expect(daysOf(content, PROJECT)).toEqual(['2022-02-15', '2022-03-01']);
    expect(daysOf(content, '2022/999001/projects/001.yaml')).toEqual(['2022-04-01', '2022-04-01']);
    expect(daysOf(content, '2022/999001/')).toEqual(['2022-02-15', '2022-05-01']);
  });

  it('counts what was decided in a merge', () => {
    const { folder, content, commit } = madeUp();
    const write = (words: string) => {
      folder.write(`内容/${PROJECT}`, text(words));
    };
    write('一');
    commit('2022-01-01');
    folder.git('checkout', '--quiet', '-b', 'side');
    write('二');
    commit('2022-01-02');
    folder.git('checkout', '--quiet', 'main');
    write('三');
    commit('2022-01-03');
    folder.git('merge', 'side');
    write('四');
    commit('2022-01-04');
    expect(daysOf(content, PROJECT)).toEqual(['2022-01-01', '2022-01-04']);
  });

  it('gives no date to what is not committed as it stands, nor to its folders', () => {
    const { folder, content, commit } = madeUp();
    folder.write(`内容/${PROJECT}`, '一');
    folder.write('内容/2021/999001/department.md', '一');
    commit('2022-02-15');
    folder.write(`内容/${PROJECT}`, '二');
    folder.write('内容/2022/新 的.yaml', '一');
    const history = readHistory(content);
    expect(history).toMatchObject({ kind: 'known', uncommitted: [PROJECT, '2022/新 的.yaml'] });
    for (const path of [PROJECT, '2022/', '']) expect(changeOf(history, path)).toBeUndefined();
    // What programs leave behind is no content.
    folder.write('内容/2021/999001/.DS_Store', '一');
    folder.write('内容/2021/999001/~$表.docx', '一');
    expect(daysOf(content, '2021/')).toEqual(['2022-02-15', '2022-02-15']);
  });

  it('is that of the work tree or submodule in which the content lies', () => {
    const { folder, content, commit } = madeUp();
    folder.write(`内容/${PROJECT}`, '一');
    commit('2022-02-15');
    const other = temporaryFolder();
    folder.git('worktree', 'add', '--quiet', join(other.path, 'tree'), '-b', 'other');
    expect(daysOf(join(other.path, 'tree/内容'), PROJECT)).toEqual(['2022-02-15', '2022-02-15']);
    other.git('init', '--quiet');
    other.git('-c', 'protocol.file.allow=always', 'submodule', 'add', folder.path, 'sub');
    expect(daysOf(join(other.path, 'sub/内容'), PROJECT)).toEqual(daysOf(content, PROJECT));
  });

  it('is not told by a shallow clone, which has one date for all', () => {
    const { folder, content, commit } = madeUp();
    folder.write(`内容/${PROJECT}`, '一');
    commit('2022-02-15');
    folder.write(`内容/${PROJECT}`, '二');
    commit('2022-02-16');
    const clone = temporaryFolder();
    clone.git('clone', '--quiet', '--depth', '1', pathToFileURL(folder.path).href, 'clone');
    expect(readHistory(join(clone.path, 'clone/内容'))).toMatchObject({ kind: 'shallow' });
    expect(readHistory(content).kind).toBe('known');
  });

  it('says why it is none: no repository, nothing committed, not this folder, no git', () => {
    const plain = temporaryFolder();
    plain.write('内容/site.yaml', '一');
    const reasonOf = (history: ReturnType<typeof readHistory>) =>
      history.kind === 'none' ? history.reason : history;
    expect(reasonOf(readHistory(join(plain.path, '内容')))).toMatch('不在 git 仓库里');
    plain.git('init', '--quiet');
    expect(reasonOf(readHistory(join(plain.path, '内容')))).toMatch('还没有提交');
    const { folder, commit } = madeUp();
    folder.write('.gitignore', '内容\n');
    commit('2022-02-15');
    cpSync(join(plain.path, '内容'), join(folder.path, '内容'), { recursive: true });
    expect(reasonOf(readHistory(join(folder.path, '内容')))).toMatch('还没有提交');
    const missing = readHistory(plain.path, () => {
      throw new UserError('没有找到 git。');
    });
    expect(missing).toEqual({ kind: 'none', reason: '没有找到 git' });
  });

  it('tells times by the clock of China', () => {
    expect(chinaTime(day('2022-06-30') + 20 * 3600)).toBe('2022-07-01T04:00:00+08:00');
  });
});
