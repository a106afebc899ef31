import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixContent } from '../../src/files/fix/fix-content.ts';
import { readContent } from '../../src/files/read-content.ts';
import { readDepartment } from '../../src/files/read-department.ts';
import { planStart } from '../../src/files/start-project.ts';
import { writeDepartment } from '../../src/files/write-department.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';

const FIXTURE = 'tests/fixtures/over-the-years';
const FOLDER = '2022/999102';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingzhang-'));
  await cp(FIXTURE, directory, { recursive: true });
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

const departmentOf = async () => {
  const { site } = await readContent(directory);
  const department = site.departments.find(({ year, code }) => year === 2022 && code === '999102');
  if (department === undefined) throw new Error('the fixture has no such department');
  return department;
};
const problems = async () =>
  (await readContent(directory)).findings.map(({ file, message }) => `${file.path} ${message}`);

describe('a department whose projects were adjusted or withdrawn', () => {
  it('has what is valid, what was replaced and what was withdrawn apart', async () => {
    const { projects, earlier = [], withdrawn = [], adjustments = [] } = await departmentOf();
    expect(projects.map(({ record }) => record)).toEqual(['B-001', 'B-002', 'B-003']);
    expect(
      earlier.map(({ until, projects: own }) => [until, own[0]?.record, own[0]?.budget.total.text]),
    ).toEqual([['2022-07-15', 'B-001', '800000.00']]);
    expect(withdrawn.map(({ record, withdrawal }) => [record, withdrawal])).toEqual([
      ['B-004', { date: '2022-09-01', grounds: '示例撤销通知' }],
    ]);
    expect(adjustments.map(({ date }) => date)).toEqual(['2022-07-15']);
  });

  it('has nothing but project files below days of the calendar', async () => {
    await mkdir(join(directory, FOLDER, 'earlier/2022-02-30'));
    await writeFile(join(directory, FOLDER, 'earlier/B-001.yaml'), '');
    await writeFile(join(directory, FOLDER, 'earlier/2022-07-15/说明.txt'), '');
    expect(await problems()).toEqual([
      expect.stringContaining('earlier/2022-02-30 '),
      expect.stringContaining('earlier/2022-07-15/说明.txt '),
      expect.stringContaining('earlier/B-001.yaml '),
    ]);
  });

  it.each([
    ['day that is none', '日期: 2022-02-30\n    标题: 示例', '“预算调整[1].日期”应是日期'],
    ['day left out', '标题: 示例', '缺少“预算调整[1].日期”'],
  ])('says of a %s what is wrong', async (_what, entry, words) => {
    const text = `---\n部门编码: "999102"\n部门名称: 示例乙局\n年度: 2022\n金额单位: 元\n预算调整:\n  - ${entry}\n---\n`;
    await writeFile(join(directory, FOLDER, 'department.md'), text);
    expect((await problems())[0]).toContain(words);
  });

  it('says what a withdrawal lacks', async () => {
    const path = join(directory, FOLDER, 'earlier/2022-07-15/B-001.yaml');
    await writeFile(
      path,
      '序号: 1\n项目编码: B-001\n项目名称: 示例\n预算规模:\n  预算数:\n撤销:\n  日期: 9月1日\n',
    );
    const all = (await problems()).join('\n');
    expect(all).toContain('缺少“撤销.依据”');
    expect(all).toContain('“撤销.日期”应是日期');
  });

  it('is fixed in its earlier versions too', async () => {
    const path = join(directory, FOLDER, 'earlier/2022-07-15/B-001.yaml');
    await writeFile(path, '项目名称: 示例\n序号: 1\n项目编码: B-001\n预算规模:\n  预算数: 1\n');
    const { files } = await fixContent(directory);
    expect(files.map((file) => file.path)).toContain(path);
  });

  it('does not give the number of a withdrawn project to a new one', async () => {
    const content = await readContent(directory);
    const { files } = planStart(content, {
      ...{ year: 2022, department: '999102', name: '示例新项目' },
      ...{ code: undefined, departmentName: undefined, unit: undefined },
    });
    expect(files.map(({ path }) => path)).toEqual([join(directory, FOLDER, 'projects/005.yaml')]);
  });
});

describe('a department file with adjustments', () => {
  it('is read as it was written', () => {
    const adjustments = [
      {
        date: '2099-07-15',
        files: ['一.docx'],
        title: '示例标题',
        explanation: '示例说明。',
        added: ['A-1'],
      },
      {
        date: '2099-09-30',
        files: ['二.docx', '三.docx'],
        title: undefined,
        explanation: undefined,
        added: [],
      },
    ];
    const department = madeUpDepartment({ year: 2099, code: '999001', projects: [], adjustments });
    const text = writeDepartment(department);
    const entry = readDepartment({ path: 'department.md', text }, (finding) => {
      throw new Error(finding.message);
    });
    expect(entry?.department.adjustments).toEqual(adjustments);
    expect(entry && writeDepartment(entry.department)).toBe(text);
  });
});
