import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../git/repository.ts';
import {
  changeLogOf,
  departmentText,
  fileOf,
  madeUpPast,
  projectText,
  toldOf,
  type MadeUpPast,
} from './made-up-past.ts';

const [A, B] = ['AAA-001', 'AAA-002'];

/** A department with two projects, imported in one commit. */
function imported(at?: string): MadeUpPast {
  const past = madeUpPast(at);
  past.write('2022/999001/department.md', departmentText('999001', '虚构甲局'));
  past.write(fileOf(A), projectText(A, '甲项目', 1));
  past.write(fileOf(B), projectText(B, '乙项目', 2));
  past.commit('2022-02-15', '导入2022年的表');
  return past;
}

/** How the import is told. */
const IMPORT = ['2022-02-15 导入2022年的表', '增加部门“虚构甲局”', '增加项目“甲项目”', '增加项目“乙项目”'];

describe('the changes of the content', () => {
  it('tell an import as what came, and an edit by the fields of the form', async () => {
    const past = imported();
    past.change(fileOf(A), '预算数: 190.00', '预算数: 200.00');
    past.change(fileOf(A), '6月底: 50%', '6月底: 75%');
    past.change(fileOf(A), '指标值: "100%"', '指标值: ≥95%');
    past.change(fileOf(A), '其他资金:', '其他资金: 10.00');
    past.commit('2022-06-30', '按批复调整\n\n依据虚构文号。\n\nCo-authored-by: 某人 <one@site.invalid>');
    expect(await toldOf(past.content)).toEqual([
      '2022-06-30 按批复调整',
      '改动项目“甲项目”',
      '  预算数：由“190.00”改为“200.00”',
      '  其他资金：由空白改为“10.00”',
      '  资金支出计划“6月底”：由“50%”改为“75%”',
      '  产出指标“合格率”的指标值：由“100%”改为“≥95%”',
      ...IMPORT,
    ]);
    const log = await changeLogOf(past.content);
    expect(log).toMatchObject({
      kind: 'known',
      changes: [{ by: '虚构编辑', details: '依据虚构文号。', isMerge: false }, {}],
    });
    expect(JSON.stringify(log)).not.toContain('one@site.invalid');
  });

  it('tell rows that were put in, taken out and moved as rows, and goals as goals', async () => {
    const past = imported();
    past.change(
      fileOf(A),
      '    - 二级指标: 质量指标',
      '    - 二级指标: 时效指标\n      三级指标: 完成时间\n      指标值: 2022年12月\n    - 二级指标: 质量指标',
    );
    past.commit('2022-03-01', '补一行');
    const text = readFileSync(join(past.folder.path, past.pathOf(fileOf(A))), 'utf8');
    const [, first = '', second = '', third = ''] =
      /(    - 二级指标: 数量[^]*?)(    - 二级指标: 时效[^]*?)(    - 二级指标: 质量[^]*?)  效益/.exec(text) ??
      [];
    past.write(fileOf(A), text.replace(first + second + third, third + first + second));
    past.commit('2022-03-02', '换次序');
    past.change(fileOf(A), first, '');
    past.change(fileOf(A), '  - 办好虚构的事。', '  - 办好虚构的事。\n  - 办好另一件事。');
    past.commit('2022-03-03', '删一行');
    expect((await toldOf(past.content)).slice(0, -IMPORT.length)).toEqual([
      '2022-03-03 删一行',
      '改动项目“甲项目”',
      '  增加绩效目标第2条：办好另一件事。',
      '  删去产出指标的一行：数量指标 | 培训人数 | 培训的人数 | ≥100人 | 虚构计划',
      '2022-03-02 换次序',
      '改动项目“甲项目”',
      '  产出指标“合格率”的次序：由“第3行”改为“第1行”',
      '2022-03-01 补一行',
      '改动项目“甲项目”',
      '  增加产出指标的一行：时效指标 | 完成时间 | 2022年12月',
    ]);
  });

  it('say nothing of a new layout, nor of files that are no department’s', async () => {
    const past = imported();
    past.change(fileOf(A), '项目名称: 甲项目', '# 注释\n项目名称: "甲项目"');
    past.change(fileOf(A), '资金用途: 甲项目的虚构用途', '资金用途: |-\n  甲项目的虚构用途');
    past.commit('2022-03-01', '换一种写法');
    past.write('pages/about.md', '---\n标题: 关于\n---\n虚构的话。\n');
    past.write('2022/999001/notes.txt', '一');
    past.folder.write('别的.txt', '一');
    past.commit('2022-03-02', '别的');
    expect(await toldOf(past.content)).toEqual(IMPORT);
  });

  it('tell corrections, explanations and what is said of the department as what they are', async () => {
    const past = imported();
    const notes = `更正:
  - 位置: 预算规模.预算数
    原值: "190.00"
    依据: 虚构文号
    日期: 2022-06-30
核对说明:
  - 位置: 资金支出计划.6月底
    原文: 50%
    说明: 原文如此。
`;
    const text = projectText(A, '甲项目').replace('预算数: 190.00', '预算数: 191.00');
    past.write(fileOf(A), `${text}${notes}`);
    past.change('2022/999001/department.md', '虚构的总体目标。', '虚构的总体目标，另有一条。');
    past.change('2022/999001/department.md', '金额单位: 万元', '金额单位: 万元\n来源:\n  标题: 虚构的表');
    past.commit('2022-06-30', '正式更正');
    expect((await toldOf(past.content)).slice(0, -IMPORT.length)).toEqual([
      '2022-06-30 正式更正',
      '改动部门“虚构甲局”',
      '  来源·标题：由空白改为“虚构的表”',
      '  部门整体绩效目标：由“虚构的总体目标。”改为“虚构的总体目标，另有一条。”',
      '改动项目“甲项目”',
      '  预算数：由“190.00”改为“191.00”',
      '  增加核对说明：资金支出计划“6月底”：原文如此。',
      '  增加更正：预算数原为“190.00”。依据：虚构文号（2022年6月30日）',
    ]);
  });

  it('follow a project through a new code and a new file, and no other that comes as it ends', async () => {
    const past = imported();
    past.folder.git('mv', past.pathOf(fileOf(A)), past.pathOf(fileOf('AAA-101')));
    past.change(fileOf('AAA-101'), `项目编码: ${A}`, '项目编码: AAA-101');
    past.commit('2022-03-01', '换编码');
    // All forms are alike: git takes the one that comes for the one that goes.
    past.folder.git('rm', '--quiet', past.pathOf(fileOf(B)));
    past.write(fileOf('AAA-003'), projectText('AAA-003', '丙项目', 3));
    past.commit('2022-04-01', '换项目');
    past.folder.git('mv', past.pathOf(fileOf('AAA-003')), past.pathOf(fileOf('003')));
    past.commit('2022-05-01', '换文件名');
    expect(await toldOf(past.content)).toEqual([
      '2022-05-01 换文件名',
      '改动项目“丙项目”',
      '  文件名：由“AAA-003”改为“003”',
      '2022-04-01 换项目',
      '删去项目“乙项目”',
      '增加项目“丙项目”',
      '2022-03-01 换编码',
      '改动项目“甲项目”',
      '  项目编码：由“AAA-001”改为“AAA-101”',
      ...IMPORT,
    ]);
    const log = await changeLogOf(past.content);
    const today =
      log.kind === 'known'
        ? log.changes.map(({ files }) => files.map(({ last, isThere }) => [last, isThere]))
        : [];
    const [gone, third] = [
      [fileOf(B), false],
      [fileOf('003'), true],
    ];
    const first = [fileOf('AAA-101'), true];
    expect(today).toEqual([
      [third],
      [gone, third],
      [first],
      [['2022/999001/department.md', true], first, gone],
    ]);
  });

  it('tell what came by a branch once, what a merge changes itself, and a revert as a change back', async () => {
    const past = imported();
    const { git } = past.folder;
    git('checkout', '--quiet', '-b', 'side');
    past.change(fileOf(A), '6月底: 50%', '6月底: 60%');
    past.commit('2022-03-01', '支线');
    git('checkout', '--quiet', 'main');
    past.change(fileOf(A), '财政资金: 190.00', '财政资金: 180.00');
    past.change(fileOf(B), '6月底: 50%', '6月底: 40%');
    past.commit('2022-03-02', '主线');
    git('merge', '--quiet', '--no-commit', 'side');
    past.commit('2022-03-03', '合并');
    git('checkout', '--quiet', '-b', 'other');
    past.change(fileOf(B), '6月底: 40%', '6月底: 45%');
    past.commit('2022-03-04', '另一支线');
    git('checkout', '--quiet', 'main');
    past.change(fileOf(B), '6月底: 40%', '6月底: 46%');
    past.commit('2022-03-05', '主线又改');
    git('merge', '--quiet', 'other');
    past.write(fileOf(B), projectText(B, '乙项目', 2).replace('6月底: 50%', '6月底: 48%'));
    past.change(fileOf(A), '12月底: 100%', '12月底: 99%');
    past.commit('2022-03-06', '合并时又改');
    expect(await toldOf(past.content)).not.toContain('2022-03-03 合并');
    expect((await toldOf(past.content)).filter((line) => line.includes('2022-03'))).toHaveLength(5);
    expect(await toldOf(past.content)).toEqual(
      expect.arrayContaining([
        '2022-03-06 合并时又改',
        '改动项目“甲项目”',
        '  资金支出计划“12月底”：由“100%”改为“99%”',
        '改动项目“乙项目”',
        '  资金支出计划“6月底”：由“46%”改为“48%”',
      ]),
    );
    past.change(fileOf(A), '12月底: 99%', '12月底: 100%');
    past.commit('2022-03-07', 'Revert "合并时又改"\n\nThis reverts commit 0123456789abcdef.');
    expect((await toldOf(past.content)).slice(0, 3)).toEqual([
      '2022-03-07 撤回“合并时又改”',
      '改动项目“甲项目”',
      '  资金支出计划“12月底”：由“99%”改为“100%”',
    ]);
    expect(JSON.stringify(await changeLogOf(past.content))).not.toContain('0123456789abcdef');
  });

  it('follow a project whose code was changed while a branch went on under the old one', async () => {
    const past = imported();
    const { git } = past.folder;
    git('checkout', '--quiet', '-b', 'side');
    past.change(fileOf(A), '6月底: 50%', '6月底: 60%');
    past.commit('2022-03-02', '支线');
    git('checkout', '--quiet', 'main');
    git('mv', past.pathOf(fileOf(A)), past.pathOf(fileOf('AAA-101')));
    past.change(fileOf('AAA-101'), `项目编码: ${A}`, '项目编码: AAA-101');
    past.commit('2022-03-01', '换编码');
    git('merge', '--quiet', '--no-edit', 'side');
    expect(await toldOf(past.content)).toEqual([
      '2022-03-02 支线',
      '改动项目“甲项目”',
      '  资金支出计划“6月底”：由“50%”改为“60%”',
      '2022-03-01 换编码',
      '改动项目“甲项目”',
      '  项目编码：由“AAA-001”改为“AAA-101”',
      ...IMPORT,
    ]);
    const log = await changeLogOf(past.content);
    const files = log.kind === 'known' ? log.changes.flatMap((change) => change.files) : [];
    expect(files.filter(({ name }) => name === '甲项目').map(({ last }) => last)).toEqual(
      Array.from({ length: 3 }, () => fileOf('AAA-101')),
    );
  });

  it('skip a version that cannot be read, and compare the next with the last that could', async () => {
    const past = imported();
    past.change(fileOf(A), '资金用途: ', '资金用途：');
    past.change(fileOf(A), '6月底: 50%', '6月底: 60%');
    past.commit('2022-03-01', '改坏了');
    past.change(fileOf(A), '预算数: 190.00', '预算数: 191.00');
    past.commit('2022-03-02', '还是坏的');
    past.change(fileOf(A), '资金用途：', '资金用途: ');
    past.commit('2022-03-03', '改好了');
    expect(await toldOf(past.content)).toEqual([
      '2022-03-03 改好了',
      '改动项目“甲项目”',
      '  预算数：由“190.00”改为“191.00”',
      '  资金支出计划“6月底”：由“50%”改为“60%”',
      '2022-03-02 还是坏的',
      '改动项目“甲项目”',
      '2022-03-01 改坏了',
      '改动项目“甲项目”',
      ...IMPORT,
    ]);
    const log = await changeLogOf(past.content);
    expect(log.kind === 'known' && log.changes.map(({ files }) => files[0]?.what)).toEqual([
      'changed',
      'unread',
      'unread',
      'came',
    ]);
  });

  it('name a project that is gone, one that came back, and documents by their files', async () => {
    const past = imported();
    past.write('2022/999001/sources/表“一”.txt', '一');
    past.folder.git('rm', '--quiet', past.pathOf(fileOf(B)));
    past.commit('2022-03-01', '删一个');
    past.write('2022/999001/sources/表“一”.txt', '二');
    past.write(fileOf(B), projectText(B, '乙项目', 2));
    past.commit('2022-03-02', '又放回');
    expect((await toldOf(past.content)).slice(0, 6)).toEqual([
      '2022-03-02 又放回',
      '增加项目“乙项目”',
      '改动官方文件“表“一”.txt”',
      '2022-03-01 删一个',
      '删去项目“乙项目”',
      '增加官方文件“表“一”.txt”',
    ]);
  });

  it('are those of two departments, of a hundred projects in one commit, and of no uncommitted change', async () => {
    const past = imported();
    past.write('2022/999002/department.md', departmentText('999002', '虚构乙局'));
    for (let number = 1; number <= 100; number += 1) {
      const code = `BBB-${String(number).padStart(3, '0')}`;
      past.write(fileOf(code, '999002'), projectText(code, `项目${String(number)}`, number));
    }
    past.commit('2022-03-01', '导入乙局');
    past.change(fileOf(A), '6月底: 50%', '6月底: 60%');
    past.write(fileOf('AAA-009'), projectText('AAA-009', '还没有提交', 9));
    const log = await changeLogOf(past.content);
    const changes = log.kind === 'known' ? log.changes : [];
    expect(changes.map(({ reason, files }) => [reason, files.length])).toEqual([
      ['导入乙局', 101],
      ['导入2022年的表', 3],
    ]);
    expect(new Set(changes[0]?.files.map(({ departmentCode }) => departmentCode))).toEqual(
      new Set(['999002']),
    );
  });
});

describe('where the content lies', () => {
  it('may be a folder, a whole repository, a work tree or a submodule', async () => {
    const whole = imported('');
    expect(await toldOf(whole.content)).toEqual(IMPORT);
    const past = imported("某 处/“内容”'s");
    expect(await toldOf(past.content)).toEqual(IMPORT);
    const other = temporaryFolder();
    past.folder.git('worktree', 'add', '--quiet', join(other.path, 'tree'), '-b', 'other');
    expect(await toldOf(join(other.path, "tree/某 处/“内容”'s"))).toEqual(IMPORT);
    other.git('init', '--quiet');
    other.git('-c', 'protocol.file.allow=always', 'submodule', 'add', whole.folder.path, 'sub');
    expect(await toldOf(join(other.path, 'sub'))).toEqual(IMPORT);
  });

  it('tells nothing where git knows a part: a shallow clone, and one without old files, which fetches none', async () => {
    const past = imported();
    past.change(fileOf(A), '6月底: 50%', '6月底: 60%');
    past.commit('2022-03-01', '改一处');
    const clones = temporaryFolder();
    const from = pathToFileURL(past.folder.path).href;
    clones.git('clone', '--quiet', '--depth', '1', from, 'shallow');
    past.folder.git('config', 'uploadpack.allowFilter', 'true');
    clones.git('clone', '--quiet', '--filter=blob:none', from, 'partial');
    expect(await toldOf(join(clones.path, 'shallow/内容'))).toEqual([expect.stringContaining('浅克隆')]);
    const partial = join(clones.path, 'partial/内容');
    const packs = () => clones.run('find', join(clones.path, 'partial/.git/objects'), '-type', 'f').printed;
    const before = packs();
    expect(await toldOf(partial)).toEqual([expect.stringContaining('git fetch --refetch --no-filter')]);
    expect(packs()).toBe(before);
    clones.run('git', '-C', partial, 'fetch', '--quiet', '--refetch', '--no-filter');
    expect(await toldOf(partial)).toEqual(await toldOf(past.content));
  });

  it('is told as everyone has it, whatever a single clone puts in place of commits', async () => {
    const past = imported();
    past.change(fileOf(A), '6月底: 50%', '6月底: 60%');
    past.commit('2022-03-01', '改一处');
    const told = await toldOf(past.content);
    past.folder.git('replace', '--graft', 'HEAD');
    past.folder.write('.git/info/grafts', past.folder.git('rev-parse', 'HEAD').printed);
    expect(await toldOf(past.content)).toEqual(told);
  });
});

describe('what hostile commits bring', () => {
  it('is shown and does nothing: messages, names, paths and dates of any kind', async () => {
    const past = imported();
    const message = `\u202e<script>alert(1)</script> %H %x00\x07\t${'长'.repeat(5000)}\n\n:100644 100644 a b M\x01${'\n'.repeat(50)}尾`;
    past.change(fileOf(A), '6月底: 50%', '6月底: 60%');
    past.commit('1970-01-01', message, '\u202e坏\x1f人<b>"');
    past.write('2022/999001/projects/a"b\'\n$(touch x)&.yaml', projectText('AAA-009', '怪名'));
    past.commit('2099-12-31', '%s');
    const log = await changeLogOf(past.content);
    if (log.kind === 'unknown') throw new Error(log.reason);
    const [future, , old] = log.changes;
    expect(future).toMatchObject({
      reason: '%s',
      files: [{ what: 'came', path: '2022/999001/projects/a"b\'\n$(touch x)&.yaml' }],
    });
    expect(old).toMatchObject({ at: 14400, by: '\ufffd坏\ufffd人b' });
    expect(old?.reason).toMatch(
      /^\ufffd<script>alert\(1\)<\/script> %H %x00\ufffd\ufffd长{80,}……（共5,\d+字，其余略）$/,
    );
    expect(old?.details).toBe(':100644 100644 a b M\ufffd\n\n尾');
  });

  it('is told no further than a reader reads: of long texts what differs, of all others the beginning', async () => {
    const past = imported();
    const long = '很'.repeat(900);
    past.change(fileOf(A), '资金用途: 甲', `资金用途: ${long}甲`);
    past.commit('2022-03-01', '很长');
    past.change(fileOf(A), '甲项目的虚构用途', '乙项目的虚构用途');
    past.commit('2022-03-02', '改一字');
    const [, , short, , , cut] = await toldOf(past.content);
    expect(short).toBe(
      `  资金用途：由“……${'很'.repeat(16)}甲项目的虚构用途”改为“……${'很'.repeat(16)}乙项目的虚构用途”`,
    );
    expect(cut).toMatch(/^ {2}资金用途：由“甲项目的虚构用途”改为“很{400}……（共9\d\d字，其余略）”$/);
  });
});
