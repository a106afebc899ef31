import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderAt, temporaryFolder, type Folder } from '../git/repository.ts';
import {
  departmentText,
  fileOf,
  madeUpPast,
  projectText,
  toldOf,
  type MadeUpPast,
} from '../history/made-up-past.ts';

const PROGRAM = join(import.meta.dirname, '../../src/cli/mingzhang.mjs');
const [A, B] = ['AAA-001', 'AAA-002'];

/** A project that was edited twice, the second time with another; and one that was deleted. */
function edited(at?: string): MadeUpPast {
  const past = madeUpPast(at);
  past.write('2022/999001/department.md', departmentText('999001', '虚构甲局'));
  past.write(fileOf(A), projectText(A, '甲项目', 1));
  past.write(fileOf(B), projectText(B, '乙项目', 2));
  past.write(fileOf('AAA-003'), projectText('AAA-003', '丙项目', 3));
  past.commit('2022-02-15', '导入');
  past.change(fileOf(A), '预算数: 190.00', '预算数: 200.00');
  past.commit('2022-03-01', '第一次');
  past.change(fileOf(A), '6月底: 50%', '6月底: 75%');
  past.change(fileOf(B), '6月底: 50%', '6月底: 75%');
  past.commit('2022-04-01', '第二次\n\n依据虚构文号。');
  past.folder.git('rm', '--quiet', past.pathOf(fileOf('AAA-003')));
  past.commit('2022-05-01', '删去一个');
  return past;
}

function run(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'history', ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_lifecycle_event: undefined },
  });
  return { status, printed: stdout, errors: stderr };
}

/** A copy of the repository, in which a command is run as a clerk types it. */
function after(past: MadeUpPast, command: string): Folder {
  const copy = temporaryFolder(mkdtempSync(join(tmpdir(), 'mingzhang-back-')));
  cpSync(past.folder.path, copy.path, { recursive: true });
  const { status, printed } = folderAt(copy.path).run(
    'sh',
    '-c',
    command.replaceAll(past.folder.path, copy.path),
  );
  if (status !== 0) throw new Error(`${command}\n${printed}`);
  return copy;
}

const commandsIn = (printed: string) =>
  [...printed.matchAll(/^ {4}(git .*)$/gm)].map(([, command = '']) => command);

describe('mingzhang history', () => {
  it('says who changed what, when, why and from what, newest first, and how to take it back', () => {
    const past = edited();
    past.change(fileOf(A), '财政资金: 190.00', '财政资金: 200.00');
    const { status, printed } = run(past.folder.path, A, '--content', '内容');
    expect(status).toBe(0);
    const lasting = printed.replace(/[0-9a-f]{12}/g, '0123456789ab').split('\n怎样用')[0];
    expect(lasting).toBe(`甲项目（2022年，部门999001）
内容/2022/999001/projects/AAA-001.yaml

还没有提交的改动
  财政资金：由“190.00”改为“200.00”
  不要这些改动：
    git checkout HEAD -- 内容/2022/999001/projects/AAA-001.yaml

2022-04-01 12:00　虚构编辑　0123456789ab
  原因：第二次
        依据虚构文号。
  资金支出计划“6月底”：由“50%”改为“75%”
  退回这个文件到这次改动以前：
    git checkout 0123456789ab~1 -- 内容/2022/999001/projects/AAA-001.yaml
  撤回整次提交：
    git revert --no-edit 0123456789ab

2022-03-01 12:00　虚构编辑　0123456789ab
  原因：第一次
  预算数：由“190.00”改为“200.00”
  退回这个文件到这次改动以前，以后的改动也一起退回：
    git checkout 0123456789ab~1 -- 内容/2022/999001/projects/AAA-001.yaml
  撤回整次提交：
    git revert --no-edit 0123456789ab

2022-02-15 12:00　虚构编辑　0123456789ab
  原因：导入
  收入本站
`);
  });

  it.each(['内容', "某 处/“内容”'s $x `y"])(
    'prints commands that do what they say, with the content in %s',
    async (at) => {
      const past = edited(at);
      const told = await toldOf(past.content);
      const printed = run(past.folder.path, A, '--content', at).printed;
      const [file, commit, earlier, other] = commandsIn(printed);
      const textIn = (folder: Folder, name = A) =>
        readFileSync(join(folder.path, past.pathOf(fileOf(name))), 'utf8');
      const project = projectText(A, '甲项目', 1);
      // The file alone: the other project of the commit stays as it is, and nothing is committed.
      const back = after(past, file ?? '');
      expect(textIn(back)).toBe(project.replace('预算数: 190.00', '预算数: 200.00'));
      expect(textIn(back, B)).toContain('6月底: 75%');
      expect(await toldOf(join(back.path, at))).toEqual(told);
      expect(textIn(after(past, earlier ?? ''))).toBe(project);
      const reverted = after(past, commit ?? '');
      expect(textIn(reverted)).toBe(project.replace('预算数: 190.00', '预算数: 200.00'));
      expect(textIn(reverted, B)).toContain('6月底: 50%');
      expect((await toldOf(join(reverted.path, at))).slice(0, 3)).toEqual([
        expect.stringContaining('撤回“第二次”'),
        '改动项目“甲项目”',
        '  资金支出计划“6月底”：由“75%”改为“50%”',
      ]);
      expect(textIn(after(past, other ?? ''))).toBe(project.replace('6月底: 50%', '6月底: 75%'));
      // What is not committed.
      past.change(fileOf(A), '预算数: 200.00', '预算数: 1.00');
      const [restore] = commandsIn(run(past.folder.path, A, '--content', at).printed);
      expect(textIn(after(past, restore ?? ''))).toContain('预算数: 200.00');
      // What was deleted, asked for by its name; from another folder.
      const [deleted] = commandsIn(run(tmpdir(), '丙项目', '--content', past.content).printed);
      expect(deleted).toMatch(/^git -C /);
      expect(textIn(after(past, deleted ?? ''), 'AAA-003')).toBe(projectText('AAA-003', '丙项目', 3));
    },
  );

  it('finds by file, by code, by what a project was called, and by a part of a name in a year', () => {
    const past = edited();
    past.change(fileOf(A), '项目名称: 甲项目', '项目名称: 新名称');
    past.commit('2022-06-01', '改名');
    for (const asked of [`内容/${fileOf(A)}`, A, '甲项目', '新名称', '新名'])
      expect(run(past.folder.path, asked, '--content', '内容').printed).toMatch(/^新名称（2022年/);
    expect(run(past.folder.path, '内容/2022/999001/department.md', '--content', '内容').printed).toContain(
      '虚构甲局（2022年',
    );
    const { status, errors } = run(past.folder.path, 'AAA-0O1', '--content', '内容');
    expect([status, errors]).toEqual([1, expect.stringContaining('是不是“AAA-001”')]);
    expect(run(past.folder.path, A, '--content', '内容', '--year', '2021').errors).toContain('没有');
  });

  it('tells programs the same', () => {
    const past = edited();
    const { printed } = run(past.folder.path, B, '--content', '内容', '--format', 'json');
    expect(JSON.parse(printed)).toMatchObject([
      {
        file: '内容/2022/999001/projects/AAA-002.yaml',
        uncommitted: null,
        changes: [
          {
            author: '虚构编辑',
            date: '2022-04-01T12:00:00+08:00',
            reason: '第二次',
            fields: [{ label: '资金支出计划“6月底”', before: '50%', after: '75%' }],
            commands: { file: expect.stringContaining('~1 -- ') as unknown },
          },
          { what: 'came', commands: {} },
        ],
      },
    ]);
  });

  it('says what to do where git knows nothing', () => {
    const plain = temporaryFolder();
    plain.write('内容/site.yaml', '一');
    const { status, errors } = run(plain.path, A, '--content', '内容');
    expect([status, errors]).toEqual([1, expect.stringContaining('git init')]);
    const past = edited();
    plain.git('clone', '--quiet', '--depth', '1', `file://${past.folder.path}`, 'shallow');
    expect(run(join(plain.path, 'shallow'), A, '--content', '内容').errors).toContain(
      'git fetch --unshallow',
    );
  });
});
