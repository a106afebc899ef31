import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { placeOf } from '../../src/files/source-file.ts';
import { readContent } from '../../src/files/read-content.ts';
import { readFile } from 'node:fs/promises';

let directory = '';
const projects = () => join(directory, '2022', '313001', 'projects');
const project = () => join(projects(), '13060522P00416610001C.yaml');

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingzhang-'));
  await cp('content', directory, { recursive: true });
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

/** What reader and rules find, in one line each: rule, file name, line and column. */
async function findings(): Promise<readonly string[]> {
  return checkContent(await readContent(directory))
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, file, range }) => {
      const { line, column } = placeOf(file.text, range.start);
      return `${rule} ${file.path.split('/').slice(-1).join('/')}:${line}:${column}`;
    });
}

async function change(path: string, edit: (text: string) => string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const changed = edit(text);
  expect(changed).not.toBe(text);
  await writeFile(path, changed);
}

describe('the content folder', () => {
  it('is without errors as published', async () => {
    expect(await findings()).toEqual([]);
  });

  it('may hold what programs leave behind', async () => {
    for (const name of ['.DS_Store', 'Thumbs.db', '~$a.docx', '.a.swp'])
      await writeFile(join(projects(), name), 'x');
    expect(await findings()).toEqual([]);
  });

  it.each([
    [
      'a code with a sign of addresses',
      '13060522P00416610001C',
      '13060522P0041661/001C',
      'project/code 13060522P00416610001C.yaml:2:7',
    ],
    [
      'an amount with its unit',
      '预算数: 5.10',
      '预算数: 5.10万元',
      'money/format 13060522P00416610001C.yaml:5:8',
    ],
    ['a share without its sign', '6月底: 50%', '6月底: 50', 'plan/format 13060522P00416610001C.yaml:11:8'],
    [
      'an unknown second level',
      '二级指标: 数量指标',
      '二级指标: 数量',
      'indicator/level 13060522P00416610001C.yaml:19:13',
    ],
    [
      'a sequence that stands twice',
      '序号: 37',
      '序号: 1',
      'project/sequence 13060522P00416610001C.yaml:1:5',
    ],
  ])('reports %s at its place', async (_what, before, after, expected) => {
    await change(project(), (text) => text.replace(before, after));
    expect(await findings()).toContain(expected);
  });

  it('reports all broken files at once', async () => {
    await change(project(), (text) => text.replace('预算数: 5.10', '预算数: 待定'));
    await change(join(projects(), '13060522P004064100019.yaml'), (text) =>
      text.replace('项目名称:', '项目名:'),
    );
    await writeFile(join(projects(), 'leer.yaml'), '');
    await writeFile(join(projects(), 'bild.yaml'), Buffer.from([0x89, 0x50, 0, 0, 1]));
    await writeFile(join(projects(), 'gbk.yaml'), Buffer.from([0xd0, 0xf2, 0xba, 0xc5]));
    await writeFile(join(projects(), 'notes.txt'), 'x');
    await mkdir(join(projects(), 'ordner.yaml'));
    await symlink('/etc/passwd', join(projects(), 'link.yaml'));
    await writeFile(join(projects(), 'gross.yaml'), 'x'.repeat(1024 * 1024 + 1));
    expect(await findings()).toEqual([
      'field/unknown 13060522P004064100019.yaml:3:1',
      'money/format 13060522P00416610001C.yaml:5:8',
      'file/kind bild.yaml:1:1',
      // Its only word is “序号”, which lacks its colon.
      ...['field/missing', 'field/missing', 'field/missing', 'yaml/encoding', 'yaml/syntax'].map(
        (rule) => `${rule} gbk.yaml:1:1`,
      ),
      'yaml/limits gross.yaml:1:1',
      'file/kind leer.yaml:1:1',
      'file/kind link.yaml:1:1',
      'file/kind notes.txt:1:1',
      'file/kind ordner.yaml:1:1',
    ]);
  });

  it('reports projects without their department, and a department in the wrong folder', async () => {
    const department = join(directory, '2022', '313001', 'department.md');
    await change(department, (text) => text.replace('年度: 2022', '年度: 2023'));
    expect(await findings()).toEqual(['department/mismatch department.md:4:5']);
    await rm(department);
    expect(await findings()).toEqual(['department/missing 313001:1:1']);
  });

  it('reports a department’s folder, a year or a whole site that holds nothing', async () => {
    await rm(join(directory, '2022', '313001', 'projects'), { recursive: true });
    expect(await findings()).toEqual([`department/missing ${basename(directory)}:1:1`]);
    await rm(join(directory, '2022', '313001'), { recursive: true });
    await mkdir(join(directory, '2022', '313001'));
    expect(await findings()).toEqual(['department/missing 313001:1:1']);
    await rm(join(directory, '2022', '313001'), { recursive: true });
    expect(await findings()).toEqual(['department/missing 2022:1:1']);
    await rm(join(directory, '2022'), { recursive: true });
    expect(await findings()).toEqual([`department/missing ${basename(directory)}:1:1`]);
  });

  it('reports raw HTML in Markdown at its place', async () => {
    await change(
      join(directory, '2022', '313001', 'department.md'),
      (text) => `${text}\n<script>alert(1)</script>\n`,
    );
    expect((await findings())[0]).toMatch(/^markdown\/html department\.md:\d+:1$/);
  });

  it('that is not there, is a link or a file is told once and truly', async () => {
    const link = join(directory, 'link');
    await symlink(join(directory, '2022'), link);
    const said = async (path: string) => (await readContent(path)).findings.map(({ message }) => message);
    expect(await said(join(directory, 'nirgends'))).toEqual([expect.stringMatching(/^没有“.*nirgends”/)]);
    expect(await said(link)).toEqual([expect.stringMatching(/link”是一个链接。$/)]);
    expect(await said(join(directory, 'site.yaml'))).toEqual([
      expect.stringMatching(/是文件，不是内容文件夹。$/),
    ]);
  });

  it.each([
    [(text: string) => text.replaceAll('---', '———'), '第一行应写作“---”'],
    [(text: string) => text.replace(/^---\n## /m, '## ').replace(/(?<=\n)---\n/, ''), '补上一行“---”'],
    [(text: string) => `\n\n${text}`, '删去文件开头的2个空行'],
    [(text: string) => text.replaceAll('---\n', ''), '第一行写“---”'],
  ])('says what department.md lacks, and no more: %#', async (edit, hint) => {
    const path = join(directory, '2022', '313001', 'department.md');
    await change(path, (text) => edit(text.replace('金额单位: 万元', '金额单位: 元')));
    await change(project(), (text) => text.replace('预算数: 5.10', '预算数: 5.1万元'));
    const found = checkContent(await readContent(directory)).filter(({ severity }) => severity === 'error');
    expect(found.map(({ rule }) => rule)).toEqual(['field/missing', 'money/format']);
    expect(found[0]?.hint).toContain(hint);
    // The unit of a file that cannot be read counts all the same.
    expect(found[1]?.hint).toBe('应写作“预算数: 51000”。');
  });
});
