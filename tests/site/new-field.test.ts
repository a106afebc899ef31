import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

type Search = typeof import('../../src/search/search-engine.ts');

const ROOT = join(import.meta.dirname, '../..');
const PROJECT = '2022/313001/projects/13060522P00416610001C.yaml';
const PAGE = 'dist/2022/313001/13060522P00416610001C';

/** A copy of the program whose table of the form has one more entry of each sort, and content that uses them. */
const copy = mkdtempSync(join(tmpdir(), 'mingzhang-field-'));
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

const ENTRIES = [
  [
    "{ name: 'purpose', label: '资金用途', kind: 'text', explanation: '资金用途；可以分行。' },",
    "{ name: 'madeUpGround', label: '虚构依据', kind: 'text', explanation: '虚构依据。', optional: true },",
  ],
  [
    "{ name: 'other', label: '其他资金', explanation: '其中：其他资金。' },",
    "{ name: 'madeUpFunds', label: '虚构资金', explanation: '其中：虚构资金。', optional: true },",
  ],
  [
    "{ name: 'description', label: '绩效指标描述', explanation: '绩效指标描述：怎样计算或认定。' },",
    "{ name: 'madeUpUnit', label: '虚构计量', explanation: '虚构计量。', optional: true },",
  ],
] as const;

const VALUES = [
  ['绩效目标:\n', '虚构依据: 测试文号第九十九号\n绩效目标:\n'],
  ['预算数: 5.10\n', '预算数: 9.44\n'],
  ['  其他资金:\n', '  其他资金:\n  虚构资金: 4.34\n'],
  ['      指标值: 5.1万元\n', '      指标值: 5.1万元\n      虚构计量: 虚构计量方法\n'],
] as const;

const read = (path: string) => readFileSync(join(copy, path), 'utf8');

function replaceIn(path: string, changes: readonly (readonly [string, string])[]): void {
  let text = read(path);
  for (const [before, after] of changes) {
    expect(text).toContain(before);
    text = text.replace(before, () => after);
  }
  writeFileSync(join(copy, path), text);
}

function run(...args: readonly string[]): void {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:NODE_ENV|TEST|DEV|PROD|VITEST.*)$/.test(name)),
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', env });
  expect(status, stdout + stderr).toBe(0);
  // What the browser gets has nothing of Node.js in it.
  expect(stderr).not.toContain('[plugin');
}

beforeAll(() => {
  for (const part of ['src', 'public', 'scripts', 'LICENSE', 'package.json', 'tsconfig.json']) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  cpSync(join(ROOT, 'content/site.yaml'), join(copy, 'content/site.yaml'));
  mkdirSync(join(copy, 'content/2022/313001/projects'), { recursive: true });
  for (const file of ['2022/313001/department.md', PROJECT]) {
    cpSync(join(ROOT, 'content', file), join(copy, 'content', file));
  }
  writeFileSync(
    join(copy, 'astro.config.mjs'),
    "import mingzhang from 'mingzhang';\nexport default { integrations: [mingzhang({ content: './content' })] };\n",
  );
  replaceIn(
    'src/model/form.ts',
    ENTRIES.map(([before, entry]) => [before, `${before}\n  ${entry}`]),
  );
  replaceIn(`content/${PROJECT}`, VALUES);
  run('src/cli/mingzhang.mjs', 'build');
});

it('is read from its file and written back at its place in the table', () => {
  run('src/cli/mingzhang.mjs', 'fix');
  const text = read(`content/${PROJECT}`);
  expect(text).toMatch(/资金用途: .*\n虚构依据: 测试文号第九十九号\n资金支出计划:/);
  expect(text).toContain('  其他资金:\n  虚构资金: 4.34\n');
  expect(text).toMatch(/绩效指标描述: 完成工作所需资金\n {6}虚构计量: 虚构计量方法\n {6}指标值: 5.1万元\n/);
});

it('is known to editor programs', () => {
  run('scripts/schemas.ts');
  expect(read('public/schema/project.schema.json')).toContain('"虚构依据"');
});

it('stands on the page of the project and on its printed form', () => {
  const page = read(`${PAGE}/index.html`);
  const [screen = '', form = ''] = page.split('<section class="form"');
  for (const part of [screen, form]) {
    expect(part).toContain('虚构依据');
    expect(part).toContain('测试文号第九十九号');
    expect(part).toContain('虚构资金');
    expect(part).toContain('4.34');
    expect(part).toContain('虚构计量方法');
  }
});

it('stands in the data of the project', () => {
  expect(JSON.parse(read(`${PAGE}/project.json`))).toMatchObject({
    madeUpGround: '测试文号第九十九号',
    budget: { madeUpFunds: { text: '4.34' } },
  });
});

it('has its columns in the open data', () => {
  expect(JSON.parse(read('dist/data/2022/projects.json'))).toMatchObject([
    { madeUpGround: '测试文号第九十九号', madeUpFunds: '4.34', madeUpFundsWan: '4.34' },
  ]);
  expect(read('dist/data/indicators.csv')).toMatch(/^\uFEFF.*,虚构计量（空白为未列）,[^]*,虚构计量方法,/);
  for (const description of ['datapackage.json', 'openapi.json', 'indicators.csv-metadata.json'])
    expect(read(`dist/data/${description}`)).toContain('"虚构计量（空白为未列）"');
  expect(read(`${PAGE}/project.csv`)).toContain('预算规模.虚构资金,4.34\r\n');
  expect(read(`${PAGE}/project.yaml`)).toContain('\n  虚构资金: 4.34\n');
});

it.each(['测试文号第九十九号', '虚构计量方法', '4.34'])('is found by the search for %s', async (query) => {
  const { SearchEngine } = (await import(join(copy, 'src/search/search-engine.ts'))) as Search;
  const load = (name: string) => Promise.resolve<unknown>(JSON.parse(read(`dist/search/index/${name}`)));
  const { exact } = await new SearchEngine(load).ask(query, {}, 20);
  const found = exact.map(({ document }) => document.path);
  expect(found).toEqual(['2022/313001/13060522P00416610001C/']);
});
