import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partsOf } from '../export/office-parts.ts';
import { madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const TABLE = '产出指标\t数量指标\t示例指标\t说明\t≥10次\t计划\n\t\t示例指标二\t说明\t次\t\n';
const WRITTEN = '2099/999001/projects/002.yaml';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-rows-'));
  writeMadeUpContent(folder, [
    madeUpDepartment({ year: 2099, code: '999001', projects: [sampleProject({ sequence: 1 })] }),
  ]);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `new` for a made-up project with a table. */
function create(rows: string, input: string | Buffer = '', name: readonly string[] = ['--name', '示例项目']) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['src/cli/mingzhang.mjs', 'new', '--content', folder, '--year', '2099', '--department', '999001'],
      ...['--rows', rows, ...name],
    ],
    { encoding: 'utf8', input },
  );
  return { status, stdout, stderr };
}

/** Runs `new` with other options. */
function blank(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/mingzhang.mjs', 'new', '--content', folder, ...options],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('mingzhang new --template', () => {
  it.each(['xlsx', 'docx'])(
    'writes blank forms as %s with what the content knows, and replaces nothing',
    (kind) => {
      const file = join(folder, `blank.${kind}`);
      const options = ['--template', kind, '--department', '999001', '--year', '2100', '--out', file];
      expect(blank(...options)).toEqual({
        ...{ status: 0, stdout: `${file}\n` },
        stderr: '已写出空白表格。填好以后，用 npm run import 导入。\n',
      });
      const bytes = readFileSync(file);
      const texts = Object.values(partsOf(bytes)).join('');
      for (const known of ['999001', '虚构部门999001', '2100', '万元'])
        expect(texts).toContain(`>${known}</`);
      expect(blank(...options)).toMatchObject({
        ...{ status: 1, stdout: '' },
        stderr: `不能写到“${file}”：这里已有一个文件，写入会丢失它。请用 --out 换一个文件。\n`,
      });
      expect(readFileSync(file)).toEqual(bytes);
    },
  );

  it('needs neither department nor content, and has as many forms as are asked for', () => {
    const file = join(folder, 'blank.xlsx');
    const args = ['--template', 'xlsx', '--out', file, '--projects', '3', '--content', join(folder, 'none')];
    expect(blank(...args)).toMatchObject({ status: 0 });
    const workbook = partsOf(readFileSync(file))['xl/workbook.xml'] ?? '';
    expect([...workbook.matchAll(/name="(项目\d)"/g)].map(([, name]) => name)).toEqual([
      '项目1',
      '项目2',
      '项目3',
    ]);
  });

  it.each([
    ['the name of a project', ['--template', 'xlsx', '--name', '示例'], '--name 不能和 --template 一起写。'],
    ['a number of forms alone', ['--projects', '3'], '--projects 只用于空白表格，要和 --template 一起写。'],
    ['a code that is none', ['--template', 'xlsx', '--department', '某局'], '部门编码“某局”应是'],
  ])('is a wrong call with %s', (_what, options, message) => {
    const { status, stdout, stderr } = blank(...options);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('refuses a name whose ending is that of the other kind', () => {
    const { status, stderr } = blank('--template', 'docx', '--out', join(folder, 'a.xlsx'));
    expect(status).toBe(1);
    expect(stderr).toContain('后缀与 --template docx 不符');
  });
});

describe('mingzhang new --rows', () => {
  it('writes the rows of a table from standard input, and tells what is blank and what is odd in them', () => {
    const { status, stderr } = create('-', TABLE);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^还空着：项目编码、预算数、.*绩效目标。/m);
    expect(stderr).toMatch(/002\.yaml:\d+:\d+ 警告 target\/no-number/);
    expect(stderr).not.toMatch(/plan\/end|field\/missing|运行 npm run check/);
    expect(readFileSync(join(folder, WRITTEN), 'utf8')).toContain(
      '      三级指标: 示例指标二\n      绩效指标描述: 说明\n      指标值: 次\n',
    );
  });

  it.each([
    ['UTF-16, as Excel saves “Unicode text”', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TABLE}`)],
    // 产出指标 数量指标 示例 1次
    [
      'GBK, as Excel saves “text”',
      Buffer.from('b2fab3f6d6b8b1ea09cafdc1bfd6b8b1ea09cabec0fd0931b4ce', 'hex'),
    ],
  ])('reads a file in %s', (_what, bytes) => {
    const file = join(folder, '..', `${String(process.pid)}-指标.txt`);
    writeFileSync(file, bytes);
    expect(create(file)).toMatchObject({ status: 0 });
    rmSync(file);
    expect(readFileSync(join(folder, WRITTEN), 'utf8')).toContain('三级指标: 示例');
  });

  it.each([
    ['what it cannot place', '-', '\t数量指标\t示例\t1\t2\t3\t4\t5\n', /^粘贴的表格，第1行：没有表头/],
    ['a file that is not there', '没有.txt', '', /^找不到文件“没有\.txt”/],
    ['an Excel file', '-', Buffer.from('PK\u0003\u0004'), /是 Excel 或 Word 文件/],
    ['Chinese that a terminal has lost', '-', '????\t????\t??\t1?\n', /汉字都变成了“\?”/],
    ['no table', '-', '', /没有读到任何内容/],
  ])('refuses %s, and writes nothing', (_what, rows, input, message) => {
    const { status, stdout, stderr } = create(rows, input);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(existsSync(join(folder, WRITTEN))).toBe(false);
  });

  it('needs the name of a project', () => {
    expect(create('-', TABLE, [])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('缺少 --name') as unknown,
    });
  });
});
