import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../src/checks/check-content.ts';
import { readContent } from '../../src/files/read-content.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'mingzhang-init-'));
const repository = join(folder, 'budget');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function init(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'src/cli/mingzhang.mjs'), 'init', ...args],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const read = (name: string) => readFileSync(join(repository, name), 'utf8');
const program = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly files: readonly string[];
};
const manifest = () =>
  JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>;
    readonly dependencies: Readonly<Record<string, string>>;
  };

beforeAll(() => {
  // An empty repository, as a host gives it, counts as an empty folder.
  mkdirSync(join(repository, '.git'), { recursive: true });
  const { status, stdout, stderr } = init('budget');
  expect([status, stdout]).toEqual([0, 'budget\n']);
  expect(stderr).toContain('npm install');
});

describe('a new content repository', () => {
  it('has content of one department and one project that say that they are made up, without a finding', async () => {
    const content = await readContent(join(repository, 'content'));
    // Whom readers turn to is for the department to say.
    expect(checkContent(content).map(({ rule }) => rule)).toEqual(['site/contact']);
    const { departments, settings } = content.site;
    expect(content.site.areas).toHaveLength(1);
    expect(departments).toHaveLength(1);
    expect(departments[0]?.projects).toHaveLength(1);
    expect(settings.nature).toBe('演示');
    for (const name of [settings.publisher, departments[0]?.name, departments[0]?.projects[0]?.name]) {
      expect(name).toContain('（虚构）');
    }
  });

  it('depends on the version of the program that wrote it, or on what it is told', () => {
    expect(manifest().dependencies).toEqual({ mingzhang: program.version });
    writeFileSync(join(folder, 'packed.tgz'), '');
    expect(init('other', '--from', 'packed.tgz').status).toBe(0);
    const other = readFileSync(join(folder, 'other/package.json'), 'utf8');
    expect(other).toContain('"mingzhang": "file:../packed.tgz"');
  });

  it('has an npm script for each command that its README, pipelines, tasks and hook call', () => {
    const files = ['README.md', '.github/workflows/check.yml', '.github/workflows/publish.yml'];
    const texts = [...files, '.gitlab-ci.yml', '.githooks/pre-commit'].map(read).join('\n');
    const called = [...texts.matchAll(/npm run (?:-s |--silent )?([a-z:-]+)/g)].map(([, name = '']) => name);
    const { tasks } = JSON.parse(read('.vscode/tasks.json')) as {
      readonly tasks: readonly { readonly script: string }[];
    };
    const scripts = Object.keys(manifest().scripts);
    expect(
      [...called, ...tasks.map(({ script }) => script)].filter((name) => !scripts.includes(name)),
    ).toEqual([]);
    expect(new Set(called)).toContain('check');
  });

  it('completes YAML files by schemas that the installed program brings', () => {
    const settings = read('.vscode/settings.json');
    const schemas = [...settings.matchAll(/"\.\/node_modules\/mingzhang\/(public\/schema\/\S+\.json)":/g)];
    expect(schemas).toHaveLength(7);
    for (const [, path = ''] of schemas) expect(statSync(join(ROOT, path)).isFile()).toBe(true);
    expect(settings).not.toContain('"./public/');
    expect(program.files).toContain('public');
  });

  it('has a configuration of three lines, and nothing of the program', () => {
    expect(read('astro.config.mjs').trimEnd().split('\n')).toHaveLength(3);
    const names = readdirSync(repository, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => /\.(?:ts|astro|css|mjs)$/.test(name))).toEqual(['astro.config.mjs']);
    expect(parse(read('.gitlab-ci.yml'))).toHaveProperty('pages');
    expect(statSync(join(repository, '.githooks/pre-commit')).mode & 0o111).not.toBe(0);
  });

  it('is not written where something lies already, and the words say what', () => {
    const before = readdirSync(folder, { recursive: true });
    const { status, stderr } = init('budget');
    expect([status, stderr]).toEqual([
      1,
      '“budget”不是空的（里面有“.gitattributes”），没有写入任何文件。请换一个文件夹。\n',
    ]);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });
});
