import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeMadeUpContent, madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mingzhang-export-'));
const content = join(folder, 'content');
writeMadeUpContent(content, [madeUpDepartment({ year: 2099, code: '999001', projects: [sampleProject()] })]);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What stands for a browser where none may be started: a program that there is. */
const NEVER_STARTED = process.execPath;

function run(args: readonly string[], browser = NEVER_STARTED, script?: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/mingzhang.mjs', 'export', '--content', content, ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, CHROMIUM_PATH: browser, npm_lifecycle_event: script },
    },
  );
  return { status, stdout, stderr };
}

describe('npm run export', () => {
  it('refuses a kind of file that it does not write, as a wrong call', () => {
    expect(run(['--to', 'doc'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('选项 --to 的值应是 docx、xlsx、pdf 之一，现为“doc”。') as unknown,
    });
  });

  it.each(['docx', 'xlsx'])(
    'writes the forms as .%s without a browser, and again over its own file',
    (kind) => {
      const file = join(folder, `forms.${kind}`);
      const missing = join(folder, 'no-browser');
      const said = { status: 0, stdout: `已写入“${file}”，共1张表。\n` };
      expect(run(['--to', kind, '--out', file], missing)).toMatchObject(said);
      const first = readFileSync(file);
      expect(run(['--to', kind, '--out', file], missing)).toMatchObject(said);
      expect(readFileSync(file)).toEqual(first);
    },
  );

  it('refuses a name whose ending is that of another kind', () => {
    const { status, stderr } = run(['--to', 'docx', '--out', join(folder, 'a.xlsx')]);
    expect(status).toBe(1);
    expect(stderr).toContain('后缀与 --to docx 不符');
  });

  it('names a project that there is not', () => {
    const { status, stderr } = run(['--to', 'pdf', '--project', 'X']);
    expect([status, stderr]).toEqual([1, '没有编码为“X”的项目。\n']);
  });

  it('says what to do where there is no browser', () => {
    const missing = run(['--to', 'pdf'], join(folder, 'no-browser'));
    expect(missing).toMatchObject({ status: 1, stdout: '' });
    expect(missing.stderr).toMatch(/^没有找到浏览器，.*CHROMIUM_PATH/);
  });

  it('sets up the browser by itself where npm runs it, for PDF alone', () => {
    const missing = join(folder, 'no-browser');
    const pdf = run(['--to', 'pdf'], missing, 'export');
    // What the set-up says where it must not choose a browser by itself.
    expect(pdf).toMatchObject({ status: 1, stdout: '' });
    expect(pdf.stderr).toContain(`CHROMIUM_PATH 所指的“${missing}”不是可以运行的程序`);
    const word = run(['--to', 'docx', '--out', join(folder, 'without.docx')], missing, 'export');
    expect(word).toMatchObject({ status: 0, stderr: expect.not.stringContaining('CHROMIUM') as unknown });
  });

  it('refuses a file that it must not write, before a browser is started', () => {
    const file = join(folder, 'letter.docx');
    writeFileSync(file, '虚构的信');
    const { status, stderr } = run(['--to', 'pdf', '--out', file]);
    expect([status, stderr]).toEqual([
      1,
      `不能写到“${file}”：这里已有一个不是PDF的文件，写入会丢失它。请用 --out 换一个文件。\n`,
    ]);
    expect(readFileSync(file, 'utf8')).toBe('虚构的信');
  });

  it('writes nothing of content with errors and lists them', () => {
    const broken = join(folder, 'broken');
    writeMadeUpContent(broken, [
      madeUpDepartment({ year: 2099, code: '999001', projects: [sampleProject({ amount: '十元' })] }),
    ]);
    const { status, stderr } = run(['--to', 'pdf', '--content', broken]);
    expect(status).toBe(1);
    expect(stderr).toContain('十元');
    expect(stderr).toContain('没有写出文件');
  });
});
