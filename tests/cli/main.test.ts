import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'mingzhang-main-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function mingzhang(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'src/cli/mingzhang.mjs'), ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('mingzhang', () => {
  it('lists its commands, those that the npm scripts call among them', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const called = Object.values(scripts).flatMap((line) => /mingzhang\.mjs (\S+)/.exec(line)?.[1] ?? []);
    const { status, stdout } = mingzhang();
    expect(status).toBe(0);
    expect(called).toContain('build');
    for (const name of [...called, 'init']) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
    expect(mingzhang('--help').stdout).toBe(stdout);
  });

  it('refuses a command that there is not, and names the nearest', () => {
    expect(mingzhang('biuld')).toEqual({
      status: 2,
      stdout: '',
      stderr: '没有 biuld 这个命令，是不是 build。\n用法见 mingzhang --help\n',
    });
    expect(mingzhang('constructor').status).toBe(2);
  });

  it('says its version', () => {
    expect(mingzhang('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('builds only where a project is configured', () => {
    writeMadeUpContent(join(folder, 'content'), [
      madeUpDepartment({ year: 2099, code: '999001', projects: [sampleProject()] }),
    ]);
    const { status, stderr } = mingzhang('build');
    expect(status).toBe(1);
    expect(stderr).toContain('astro.config.mjs');
    expect(stderr).not.toContain('    at ');
  });
});

describe('mingzhang check', () => {
  const content = join(folder, 'checked');
  const broken = sampleProject({ amount: '十元' });
  writeMadeUpContent(content, [
    madeUpDepartment({ year: 2098, code: '999001', projects: [broken] }),
    madeUpDepartment({ year: 2099, code: '999001', projects: [sampleProject()] }),
    madeUpDepartment({ year: 2099, code: '999002', projects: [broken] }),
  ]);
  const foundIn = (...args: readonly string[]) => {
    const { status, stdout } = mingzhang('check', '--content', 'checked', '--format', 'json', ...args);
    const findings = JSON.parse(stdout) as readonly { readonly file: string; readonly severity: string }[];
    const errors = findings.filter(({ severity }) => severity === 'error');
    return { status, files: [...new Set(errors.map(({ file }) => file))] };
  };
  const fileOf = (department: string) => `checked/${department}/projects/${broken.code}.yaml`;

  it('lists what is found in a year, a department, a file or a folder', () => {
    expect(foundIn()).toEqual({ status: 1, files: [fileOf('2098/999001'), fileOf('2099/999002')] });
    expect(foundIn('--year', '2098').files).toEqual([fileOf('2098/999001')]);
    expect(foundIn('--department', '999002').files).toEqual([fileOf('2099/999002')]);
    expect(foundIn('--year', '2099', '--department', '999001')).toEqual({ status: 0, files: [] });
    expect(foundIn(fileOf('2099/999002')).files).toEqual([fileOf('2099/999002')]);
    expect(foundIn('checked/2098', 'checked/2099/999001').files).toEqual([fileOf('2098/999001')]);
  });

  it('counts for people what is found elsewhere, and does not fail for it', () => {
    const { status, stdout } = mingzhang(
      'check',
      '--content',
      'checked',
      '--year',
      '2099',
      '--department',
      '999001',
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^别的文件里的没有列出，也不算在结果里：共 4 个错误/m);
    expect(mingzhang('check', '--content', 'checked').stdout).not.toContain('没有列出');
  });

  it('refuses a file, year or department that is not there', () => {
    const check = (...args: readonly string[]) => mingzhang('check', '--content', 'checked', ...args);
    const missing = check('checked/2097');
    expect([missing.status, missing.stderr]).toEqual([2, '“checked/2097”不存在，请检查路径是否写对。\n']);
    const year = check('--year', '2097', '--department', '999001');
    expect([year.status, year.stderr]).toEqual([2, '内容里没有2097年、999001的文件夹，没有可检查的。\n']);
  });

  it('refuses a file that is not in the content folder', () => {
    writeFileSync(join(folder, 'notes.yaml'), '');
    const { status, stderr } = mingzhang('check', '--content', 'checked', 'notes.yaml');
    expect([status, stderr]).toEqual([2, '“notes.yaml”不在内容文件夹“checked”里。\n']);
  });
});
