import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { judgeContent } from '../../src/checks/check-content.ts';
import { fixContent } from '../../src/files/fix/fix-content.ts';
import { readContent } from '../../src/files/read-content.ts';
import { sampleProject } from '../setup/sample.ts';
import { madeUpDepartment, writeMadeUpContent } from '../setup/made-up-content.ts';

const PROJECT = sampleProject();
const PAGE = `/${String(PROJECT.year)}/999001/${PROJECT.code}/`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-moved-'));
  writeMadeUpContent(folder, [madeUpDepartment({ year: PROJECT.year, code: '999001', projects: [PROJECT] })]);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What is found in a `moved.yaml` of these addresses, as old and new: each finding's rule, message and hint. */
async function found(...moved: readonly (readonly [from: string, to: string])[]) {
  const lines = moved.map(([from, to]) => `- 旧址: ${JSON.stringify(from)}\n  新址: ${JSON.stringify(to)}\n`);
  writeFileSync(join(folder, 'moved.yaml'), lines.join(''));
  const content = await readContent(folder);
  return judgeContent(content)
    .findings.filter(({ file }) => file.path.endsWith('moved.yaml'))
    .map(({ rule, message, hint = '' }) => `${rule} ${message} ${hint}`);
}

it.each([
  ['/2021/999001/038/', PAGE],
  ['/projects/OLD-1/', `/projects/${PROJECT.code}/`],
  ['/show.html', '/'],
  ['/a/b_c/d~/v1.2/', `/${String(PROJECT.year)}/999001/print/`],
  ['/terms/', '/checks/rules/'],
])('%s may lead to %s', async (from, to) => {
  expect(await found([from, to])).toEqual([]);
});

it.each([
  '//evil.example/',
  '/\\evil.example/',
  'javascript:alert(1)',
  'https://evil.example/',
  '/../',
  '/2022/../../',
  '/./',
  '/%2e%2e/',
  '/a/%2F/',
  '/a//b/',
  '/a?b=c',
  '/a/#b',
  '/a b/',
  '/a/\n/b/',
  '/a";/',
  '/a/$1/',
  '/.htaccess/',
  '/-e/',
  '/_assets/',
  `/${'a/'.repeat(12)}`,
  `/${'a'.repeat(300)}/`,
  'glossary/',
  '/glossary',
])('an address like %j is refused as an old and as a new one', async (address) => {
  expect(await found([address, '/glossary/'])).toEqual([expect.stringMatching(/^field\/type .*旧址/)]);
  expect(await found(['/old/', address])).toEqual([expect.stringMatching(/^field\/type .*新址/)]);
});

it('an address that lacks its slashes or has the host before it is shown as it should be', async () => {
  expect(await found(['/old', '/glossary/'])).toEqual([expect.stringContaining('应写作“旧址: /old/”')]);
  expect(await found(['/old/', 'https://a.example/glossary'])).toEqual([
    expect.stringContaining('应写作“新址: /glossary/”'),
  ]);
});

it('what is no page of the site is refused as the place to lead to, with the page that is likely meant', async () => {
  expect(await found(['/old/', '/glosary/'])).toEqual([
    expect.stringMatching(/^moved\/target 本站没有“\/glosary\/”.*是不是“\/glossary\/”/),
  ]);
});

it('a chain is refused and its end named; a loop has none', async () => {
  expect(await found(['/a/', '/b/'], ['/b/', '/c/'], ['/c/', '/glossary/'])).toEqual([
    expect.stringMatching(/^moved\/target .*转两次.*应写作“新址: \/glossary\/”/),
    expect.stringMatching(/^moved\/target .*应写作“新址: \/glossary\/”/),
  ]);
  expect(await found(['/a/', '/b/'], ['/b/', '/a/'])).toEqual([
    expect.stringContaining('永远到不了'),
    expect.stringContaining('永远到不了'),
  ]);
  expect(await found(['/a/', '/a/'])).toEqual([expect.stringContaining('永远到不了')]);
});

it.each([PAGE, '/glossary/', '/Glossary/', '/data/2022/', '/embed/2022/'])(
  '%s is still a page, or the program’s own, and cannot be an old address',
  async (from) => {
    expect(await found([from, '/'])).toEqual([expect.stringMatching(/^moved\/taken/)]);
  },
);

it.each(['/old/', '/OLD/'])('%s beside /old/ is one address twice', async (from) => {
  expect(await found(['/old/', '/'], [from, '/glossary/'])).toEqual([
    expect.stringMatching(/^moved\/duplicate/),
  ]);
});

it('fixing lays the file out', async () => {
  writeFileSync(join(folder, 'moved.yaml'), '-   新址: /glossary/\n    旧址:   "/old/"\n');
  await (await fixContent(folder)).write();
  expect(readFileSync(join(folder, 'moved.yaml'), 'utf8')).toBe('- 旧址: /old/\n  新址: /glossary/\n');
});
