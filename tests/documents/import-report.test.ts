import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeImport } from '../../src/documents/describe-import.ts';
import { importDocuments } from '../../src/documents/import-documents.ts';
import { reportImport } from '../../src/documents/report-import.ts';
import type { Answers } from '../../src/documents/read-document.ts';
import { cell, formsDocument, MADE_ROWS, type MadeForm } from './made-documents.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingzhang-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

const FORM: MadeForm = { name: '示例项目一', code: 'EXAMPLE-1' };
const FILE = '2026/999001/projects/EXAMPLE-1.yaml';
const now = (path: string) => readFile(join(directory, path), 'utf8');

async function plan(document: Uint8Array, answers: Answers = { department: '999001' }) {
  const path = join(directory, 'document.docx');
  await writeFile(path, document);
  const planned = await importDocuments({ directory, paths: [path], answers, force: true });
  const report = reportImport(planned);
  return { ...planned, report, told: describeImport(report, true) };
}
const write = async (document: Uint8Array, answers?: Answers) => (await plan(document, answers)).write();

describe('the report before anything is written', () => {
  it('says what was found: the kind of file, department, year, unit, projects, indicators, the sum', async () => {
    const { told } = await plan(formsDocument(FORM, { name: '示例项目二', code: 'EXAMPLE-2', total: '2.5' }));
    expect(told).toMatch(
      /document\.docx：Word 文件（\.docx）\n {2}2026年，999001 示例县示例局：2个项目，6条指标，预算数共12\.50?万元/,
    );
    expect(await readdir(directory)).toEqual(['document.docx']);
  });

  it('has what the checks will say of the files', async () => {
    const { report, told } = await plan(formsDocument({ ...FORM, total: '待定' }));
    expect(report.checks.errors).toBe(1);
    expect(report.checks.findings.map(({ rule }) => rule)).toContain('money/format');
    expect(told).toMatch(
      /检查将要写入的文件：1个错误，.*\n {2}错误 .*EXAMPLE-1\.yaml:\d+ .*待定.*提示：请对照原文改正/,
    );
    expect(told).toMatch(/\n {2}警告 .*“效益指标”.*提示：/);
  });

  it('names one row that was set in, and no other', async () => {
    await write(formsDocument(FORM));
    const [first, ...others] = MADE_ROWS;
    const { report } = await plan(
      formsDocument({ ...FORM, rows: [first, ['数量指标', '示例新增场次', '2场'], ...others] }),
    );
    const changes = report.files.flatMap((file) => (file.name === '' ? [] : file.changes));
    expect(changes).toEqual([
      { field: '产出指标的一行', before: null, after: '数量指标 | 示例新增场次 | 2场' },
    ]);
  });

  it('names what changed in the words of the form, also in a row that stands elsewhere now', async () => {
    await write(formsDocument({ ...FORM, goals: '1.做好示例工作。\n2.提高示例水平。' }));
    const [first, second, third] = MADE_ROWS;
    const { told } = await plan(
      formsDocument({
        ...FORM,
        total: '11.00',
        goals: '1.提高示例水平。',
        rows: [third, first, ['数量指标', '示例培训期数', '5期']],
      }),
    );
    expect(second[2]).toBe('4期');
    expect(told).toContain('  预算数：10.00 → 11.00\n');
    expect(told).toContain('  绩效目标第1条：去掉 做好示例工作。\n');
    expect(told).toContain('  产出指标“示例合格率”的次序：第3行 → 第1行\n');
    expect(told).toContain('  产出指标“示例培训期数”的指标值：4期 → 5期\n');
  });

  it('names projects that have a file and are not in the document, and leaves them', async () => {
    await write(formsDocument(FORM, { name: '示例项目二', code: 'EXAMPLE-2' }));
    const { told, write: writeAll } = await plan(formsDocument(FORM));
    expect(told).toMatch(/文件里没有、内容里有：.*EXAMPLE-2\.yaml（示例项目二），保留不动/);
    await writeAll();
    expect(await readdir(join(directory, '2026/999001/projects'))).toHaveLength(2);
  });

  it('names a label that no field has, with the line that teaches it', async () => {
    const { told } = await plan(formsDocument({ ...FORM, totalLabel: '示例核定数' }));
    expect(told).toContain('放进“补充信息”的：示例核定数（1个项目）');
    expect(told).toContain('3条指标，都没有读出预算数；');
    const [, line = ''] = /import-words\.yaml 里写一行，再导入：(.*)$/m.exec(told) ?? [];
    expect(line).toBe('预算数: [示例核定数]');
    await writeFile(join(directory, 'import-words.yaml'), `${line}\n`);
    const again = await plan(formsDocument({ ...FORM, totalLabel: '示例核定数' }));
    expect(again.told).toContain('预算数共10.00万元');
    expect(again.told).not.toContain('补充信息');
    await writeFile(join(directory, 'import-words.yaml'), '预算数: [财政资金]\n');
    await expect(plan(formsDocument(FORM))).rejects.toThrow(/import-words\.yaml”有错误，没有写入任何文件/);
  });
});

describe('what an editor wrote of a row', () => {
  const NOTES = [
    '核对说明:',
    '  - 位置: 绩效指标.产出指标[3].指标值',
    '    原文: ≥95%',
    '    说明: 示例说明。',
    '更正:',
    '  - 位置: 绩效指标.产出指标[2].指标值',
    '    原值: 4期',
    '    依据: 示例文号',
    '    日期: 2026-06-30',
    '',
  ].join('\n');
  const [first, second, third] = MADE_ROWS;
  beforeEach(async () => {
    await write(formsDocument(FORM));
    const text = (await now(FILE)).replace('指标值: 4期', '指标值: 6期');
    await writeFile(join(directory, FILE), text + NOTES);
  });

  it('follows the row where another was set in before it', async () => {
    await write(
      formsDocument({ ...FORM, rows: [['数量指标', '示例新增场次', '2场'], first, second, third] }),
    );
    const text = await now(FILE);
    expect(text).toContain('- 位置: 绩效指标.产出指标[4].指标值\n    原文: ≥95%');
    expect(text).toContain('- 位置: 绩效指标.产出指标[3].指标值\n    原值: 4期');
    expect(text).toContain('指标值: 6期');
  });

  it('is named where the row is gone', async () => {
    const { told } = await plan(formsDocument({ ...FORM, rows: [first, second] }));
    expect(told).toContain('注意：核对说明“绩效指标.产出指标[3].指标值”所说的值在新文件里没有了');
  });
});

describe('projects without codes', () => {
  it('keep what an editor added when one is set in before them', async () => {
    await write(formsDocument({ name: '示例项目一' }, { name: '示例项目二' }));
    const second = join(directory, '2026/999001/projects/002.yaml');
    await writeFile(second, `${await readFile(second, 'utf8')}上年项目编码: EXAMPLE-9\n变动说明: 示例理由\n`);
    await write(formsDocument({ name: '示例项目一' }, { name: '示例项目新' }, { name: '示例项目二' }));
    expect(await now('2026/999001/projects/003.yaml')).toContain('项目名称: 示例项目二');
    expect(await now('2026/999001/projects/003.yaml')).toContain(
      '上年项目编码: EXAMPLE-9\n变动说明: 示例理由\n',
    );
    expect(await now('2026/999001/projects/002.yaml')).not.toContain('上年项目编码');
  });
});

describe('a label that no field has', () => {
  it('is told also where it stands over a column of indicators', async () => {
    const made = formsDocument(FORM);
    const files = unzipSync(made);
    const document = strFromU8(files['word/document.xml'] ?? made)
      .replace(/<w:t[^>]*>指标值<\/w:t>.*?<\/w:tc>/, `$&${cell('示例备查')}`)
      .replace(/<w:t[^>]*>≥100人<\/w:t>.*?<\/w:tc>/, `$&${cell('见附件')}`);
    const { told } = await plan(zipSync({ ...files, 'word/document.xml': strToU8(document) }));
    expect(told).toContain('放进“补充信息”的：示例备查（1个项目）');
  });
});

describe('a document that does not name its department', () => {
  const document = formsDocument({ ...FORM, department: '' });
  it('is asked for name and code at once, and takes both', async () => {
    await expect(plan(document, {})).rejects.toThrow(
      /没有写明部门名称，请用“--department 示例局=313001”写明.*\n.*没有写明部门编码。/,
    );
    await expect(plan(document, { department: '999001' })).rejects.toThrow('没有写明部门名称');
    await write(document, { name: '示例县示例局', codes: new Map([['示例县示例局', '999001']]) });
    expect(await now('2026/999001/department.md')).toContain('部门名称: 示例县示例局');
  });

  it('does not take the name for others beside it, whose name stands there', async () => {
    const both = formsDocument(FORM, { name: '示例项目二', department: '' });
    const codes = new Map([['示例县样本局', '999001']]);
    await expect(plan(both, { name: '示例县样本局', codes })).rejects.toThrow(
      '这张表没有写明部门名称，别的表写了。请在原文件里补上',
    );
  });
});

describe('a document of several departments without codes', () => {
  it('takes a code for each by its name', async () => {
    const document = formsDocument(FORM, { name: '示例项目二', department: '示例县样本局' });
    await expect(plan(document, {})).rejects.toThrow('--department 示例县样本局=313001');
    const codes = new Map([
      ['示例县示例局', '999001'],
      ['示例县样本局', '999002'],
    ]);
    await write(document, { codes });
    expect(await readdir(join(directory, '2026'))).toEqual(['999001', '999002']);
  });
});

describe('the command', () => {
  const command = (...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      ['src/cli/mingzhang.mjs', 'import', join(directory, 'document.docx'), '--content', directory, ...args],
      { encoding: 'utf8' },
    );

  it('only reports with --dry-run, also as data', async () => {
    const document = formsDocument(FORM, { name: '示例项目二', department: '示例县样本局' });
    await writeFile(join(directory, 'document.docx'), document);
    const { status, stdout } = command(
      ...['--dry-run', '--format', 'json'],
      ...['--department', '示例县示例局=999001', '--department', '示例县样本局=999002'],
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      documents: [{ departments: [{ code: '999001', projects: 1, budget: '10.00' }, { code: '999002' }] }],
      absent: [],
    });
    expect(await readdir(directory)).toEqual(['document.docx']);
    expect(command('--department', '=1').status).toBe(2);
  });
});
