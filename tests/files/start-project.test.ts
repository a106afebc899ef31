import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { fixContent } from '../../src/files/fix/fix-content.ts';
import { readContent } from '../../src/files/read-content.ts';
import { planStart, writeStart, type ProjectRequest } from '../../src/files/start-project.ts';
import { UserError } from '../../src/files/user-error.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import { checkCharacter } from '../../src/model/project-code.ts';
import { madeUpCode, madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'mingzhang-new-')), 'content');
  const projects = [
    sampleProject({ sequence: 1, code: madeUpCode(2099, 1) }),
    sampleProject({ sequence: 7, code: madeUpCode(2099, 7) }),
  ];
  writeMadeUpContent(directory, [
    madeUpDepartment({ year: 2099, code: '999001', name: '虚构部门', unit: '元', projects }),
  ]);
});
afterEach(() => {
  rmSync(join(directory, '..'), { recursive: true, force: true });
});

const request = (change: Partial<ProjectRequest> = {}): ProjectRequest => ({
  ...{ year: 2099, department: '999001', name: '虚构的新项目', code: undefined },
  ...{ departmentName: undefined, unit: undefined },
  ...change,
});
const first20 = '99990099P00000099999';
const CODE = `${first20}${checkCharacter(first20) ?? ''}`;

async function start(change: Partial<ProjectRequest> = {}) {
  const plan = planStart(await readContent(directory), request(change));
  await writeStart(directory, plan);
  return plan;
}
const text = (path: string) => readFileSync(join(directory, path), 'utf8');

describe('a new project', () => {
  it('is a file named by its code with the next number, and a comment before each field', async () => {
    const plan = await start({ code: CODE });
    expect(plan.notes).toEqual([
      expect.stringMatching(/^还空着：预算数、.*、绩效目标、绩效指标。/),
      expect.stringMatching(/^“三级指标”不能空着/),
    ]);
    const written = text(`2099/999001/projects/${CODE}.yaml`);
    expect(written).toContain(`序号: 8\n`);
    expect(written).toContain(`\n项目编码: ${CODE}\n`);
    expect(written).toContain('\n项目名称: 虚构的新项目\n');
    expect(written.match(/^# /gm)?.length).toBeGreaterThanOrEqual(8);
  });

  it('is not begun through a link', async () => {
    renameSync(join(directory, '2099'), join(directory, '..', 'elsewhere'));
    symlinkSync(join(directory, '..', 'elsewhere'), join(directory, '2099'));
    const plan = {
      files: [{ path: join(directory, `2099/999001/projects/${CODE}.yaml`), text: 'x' }],
      notes: [],
    };
    await expect(writeStart(directory, plan)).rejects.toThrow('2099”是一个链接');
  });

  it('cannot be published before it is filled in, and says which lines are left', async () => {
    await start({ code: CODE });
    const findings = checkContent(await readContent(directory)).filter(
      ({ severity }) => severity === 'error',
    );
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['field/missing']));
    expect(findings.every(({ file }) => file.path.endsWith(`${CODE}.yaml`))).toBe(true);
  });

  it('is sound once its names are filled in', async () => {
    await start({ code: CODE });
    const path = join(directory, `2099/999001/projects/${CODE}.yaml`);
    const filled = readFileSync(path, 'utf8')
      .replaceAll('三级指标:\n', '三级指标: 虚构指标\n')
      .replace('绩效目标:\n', '绩效目标:\n  - 虚构目标\n');
    writeFileSync(path, filled);
    const content = await readContent(directory);
    expect(content.findings).toEqual([]);
    expect(content.site.departments[0]?.projects.map(({ sequence }) => sequence)).toEqual([1, 7, 8]);
  });

  it('has the rows that are known, and needs no other lines to be read', async () => {
    const row = { kind: '数量指标', name: '虚构指标', description: '', target: '≥1次', basis: '' };
    const plan = await start({ code: CODE, indicators: numberIndicators({ 产出指标: [row, row] }) });
    expect(plan.notes.join('')).not.toContain('绩效指标');
    const content = await readContent(directory);
    expect(content.findings).toEqual([]);
    const made = content.site.departments[0]?.projects.find(({ code }) => code === CODE);
    expect(made?.indicators.map(({ category, target }) => [category, target.text])).toEqual([
      ['产出指标', '≥1次'],
      ['产出指标', '≥1次'],
    ]);
  });

  it('stays as it is when the content is fixed, with its blank fields and its comments', async () => {
    await start({ year: 2100, code: CODE });
    const path = `2100/999001/projects/${CODE}.yaml`;
    const named = text(path).replaceAll('三级指标:\n', '三级指标: 虚构指标\n');
    const filled = named.replace('绩效目标:\n', '绩效目标:\n  - 虚构目标\n');
    const noRows = named.replace(/ {2}效益指标:\n(?: {4}.*\n)+/, '  效益指标:\n');
    for (const own of [named, filled, noRows]) {
      writeFileSync(join(directory, path), own);
      expect((await fixContent(directory)).files.map((file) => file.path)).toEqual([]);
    }
    expect(text('2100/999001/department.md')).toMatch(/来源:\n {2}文件:\n {2}标题:\n/);
  });

  it.each(['带: 冒号', '100%', '# 井号', '“引号”', '- 横线'])(
    'keeps the name %j as it was given',
    async (name) => {
      await start({ code: CODE, name });
      const path = join(directory, `2099/999001/projects/${CODE}.yaml`);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('三级指标:\n', '三级指标: 虚构\n'));
      const projects = (await readContent(directory)).site.departments[0]?.projects ?? [];
      expect(projects.find(({ code }) => code === CODE)?.name).toBe(name);
    },
  );

  it('may wait for its code, under a name that says so', async () => {
    const plan = await start();
    expect(readdirSync(join(directory, '2099/999001/projects'))).toContain('008.yaml');
    expect(plan.notes.join('')).toContain('项目编码');
  });

  it('counts on from others that are not filled in yet', async () => {
    await start();
    await start();
    await start({ code: CODE });
    const names = readdirSync(join(directory, '2099/999001/projects'));
    expect(names).toEqual(expect.arrayContaining(['008.yaml', '009.yaml', `${CODE}.yaml`]));
    expect(text(`2099/999001/projects/${CODE}.yaml`)).toContain('序号: 10\n');
  });

  it('says what the last character of the code should be', async () => {
    const wrong = `${first20}${CODE.endsWith('0') ? '1' : '0'}`;
    expect((await start({ code: wrong })).notes.join('')).toContain(`应是“${CODE.slice(20)}”`);
  });

  it('takes codes of other shapes, and asks whether one of 20 characters lacks its last', async () => {
    expect((await start({ code: first20 })).notes.join('')).toContain(CODE);
    expect((await start({ code: '530102210200000000123' })).notes.join('')).not.toContain('位');
  });

  it.each([
    ['of Chinese', '编码', '例如'],
    ['with a path in it', '../../../x', '例如'],
    ['of 41 characters', 'A'.repeat(41), '40位'],
  ])('refuses a code %s with advice', async (_, code, advice) => {
    await expect(start({ code })).rejects.toThrow(UserError);
    await expect(start({ code })).rejects.toThrow(advice);
    expect(readdirSync(join(directory, '2099/999001/projects'))).toHaveLength(2);
  });

  it('refuses a code that the department has in that year', async () => {
    const before = text(`2099/999001/projects/${madeUpCode(2099, 1)}.yaml`);
    await expect(start({ code: madeUpCode(2099, 1) })).rejects.toThrow('已经有项目“虚构项目”');
    expect(text(`2099/999001/projects/${madeUpCode(2099, 1)}.yaml`)).toBe(before);
  });

  it('never replaces a file, also one that cannot be read', async () => {
    const path = join(directory, `2099/999001/projects/${CODE}.yaml`);
    writeFileSync(path, '坏：文件');
    await expect(start({ code: CODE })).rejects.toThrow('已经存在');
    expect(readFileSync(path, 'utf8')).toBe('坏：文件');
  });
});

describe("a new department's year", () => {
  it('takes the name and unit from its other year', async () => {
    await start({ year: 2100, name: undefined });
    expect(text('2100/999001/department.md')).toContain('部门名称: 虚构部门\n年度: 2100\n');
    expect(text('2100/999001/department.md')).toContain('金额单位: 元\n');
    expect(existsSync(join(directory, '2100/999001/projects'))).toBe(false);
    expect((await readContent(directory)).findings).toEqual([]);
  });
  it('comes with the first project in it', async () => {
    await start({ year: 2100, code: CODE, departmentName: '另一个虚构部门', unit: '亿元' });
    expect(text('2100/999001/department.md')).toContain('部门名称: 另一个虚构部门\n');
    expect(text('2100/999001/department.md')).toContain('金额单位: 亿元\n');
    expect(text(`2100/999001/projects/${CODE}.yaml`)).toContain('序号: 1\n');
  });
  it('asks for the unit and the name where nothing says them', async () => {
    const { notes } = await start({ year: 2100, department: '999002', name: undefined });
    expect(notes).toEqual([
      '请在 department.md 里填写“部门名称”。',
      expect.stringContaining('department.md 里写的是“万元”；官方文件用别的单位的，请在填写金额之前改正'),
    ]);
    const told = { year: 2101, department: '999002', name: undefined, departmentName: '虚构局' } as const;
    expect((await start({ ...told, unit: '万元' })).notes).toEqual([]);
  });
  it('is not given another name or unit than it has', async () => {
    await expect(start({ unit: '万元' })).rejects.toThrow('“金额单位”是“元”，不是“万元”');
    await expect(start({ departmentName: '虚构局' })).rejects.toThrow('“部门名称”是“虚构部门”，不是“虚构局”');
    await start({ code: CODE, departmentName: '虚构部门', unit: '元' });
  });
  it('is refused where it exists', async () => {
    await expect(start({ name: undefined })).rejects.toThrow('已经有了');
  });
  it('is refused where its department.md is broken, which stays as it is', async () => {
    writeFileSync(join(directory, '2099/999001/department.md'), '坏的');
    await expect(start({ code: CODE })).rejects.toThrow(
      /请先改正 department\.md：\n.*department\.md:1:1 错误/,
    );
    expect(text('2099/999001/department.md')).toBe('坏的');
  });
});
