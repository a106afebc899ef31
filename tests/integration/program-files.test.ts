import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyProgramFiles, programRoutes } from '../../src/integration/program-files.ts';

let folder = '';
const write = (name: string, text: string) => {
  mkdirSync(join(folder, 'pages/projects'), { recursive: true });
  writeFileSync(join(folder, name), text);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const patterns = (pages: string) => programRoutes(pages).map(({ pattern }) => pattern);

describe("the program's pages", () => {
  it('stand in a project at the addresses that they have in the program', () => {
    const found = patterns(join(folder, 'pages'));
    expect(found).toContain('/');
    expect(found).toContain('/404');
    expect(found).toContain('/projects');
    expect(found).toContain('/projects/projects.json');
    expect(found).toContain('/[year]/[department]/[project]');
    expect(found).toContain('/indicators/[...part]');
  });

  it("give way to the project's own at the same address", () => {
    write('pages/index.astro', '');
    write('pages/projects/index.md', '');
    write('pages/guide.astro', '');
    const found = patterns(join(folder, 'pages'));
    expect(found).not.toContain('/');
    expect(found).not.toContain('/projects');
    expect(found).toContain('/glossary');
  });

  it("are not added where Astro finds them itself: in the program's own repository", () => {
    expect(patterns('src/pages')).toEqual([]);
  });
});

describe("the program's files", () => {
  it('are copied into a built site, but for those that the project has itself', () => {
    write('favicon.svg', 'of the project');
    copyProgramFiles(folder);
    expect(readFileSync(join(folder, 'favicon.svg'), 'utf8')).toBe('of the project');
    expect(readFileSync(join(folder, 'schema/site.schema.json'), 'utf8')).toContain('站点名称');
    expect(readFileSync(join(folder, 'service-worker.js'), 'utf8')).toContain('mingzhang');
  });
});

it('every view names its JSX runtime: an installed package has no tsconfig.json that is read', () => {
  const source = join(import.meta.dirname, '../../src');
  const views = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  expect(views.length).toBeGreaterThan(10);
  const without = views.filter(
    (name) => !readFileSync(join(source, name), 'utf8').startsWith('/** @jsxImportSource preact */\n'),
  );
  expect(without).toEqual([]);
});
