import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { placeOf } from '../../src/files/source-file.ts';

let root = '';
let content = '';
const department = () => join(content, '2022', '313001');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'mingzhang-'));
  content = join(root, 'content');
  await cp('content', content, { recursive: true });
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

/** The rules of what is found, each with the last part of its path. */
async function found(): Promise<readonly string[]> {
  const { findings } = await readContent(content);
  return findings.map(({ rule, file }) => `${rule} ${file.path.split('/').at(-1) ?? ''}`);
}

describe('a hostile editor', () => {
  it.each(['sources', 'projects'])('cannot publish a folder of the machine by a link as %s', async (name) => {
    const secret = join(root, 'secret');
    await mkdir(secret);
    await writeFile(join(secret, 'key.txt'), 'secret');
    await rm(join(department(), name), { recursive: true });
    await symlink(secret, join(department(), name));
    const without = name === 'projects' ? ['department/missing content'] : [];
    expect(await found()).toEqual([`file/kind ${name}`, ...without]);
    const { site } = await readContent(content);
    expect(JSON.stringify(site.departments[0]?.documents.map(({ fileName }) => fileName))).not.toContain(
      'key',
    );
  });

  it.each(['公告.html', 'a.svg', 'a.js', '附件#1.txt', '50%.pdf', 'a?b.txt', 'a\\b.txt', '说明'])(
    'cannot offer %j among the official documents',
    async (name) => {
      await writeFile(join(department(), 'sources', name), 'x');
      expect(await found()).toEqual([`file/kind ${name}`]);
    },
  );

  it('can offer documents with Chinese names and blanks', async () => {
    await writeFile(join(department(), 'sources', '2022年 绩效目标（本级）.docx'), 'x');
    expect(await found()).toEqual([]);
    const names = (await readContent(content)).site.departments[0]?.documents.map(({ fileName }) => fileName);
    expect(names).toContain('2022年 绩效目标（本级）.docx');
  });

  it.each(['2022.md', 'search.md', 'index.md', 'checks.md', '-a.md'])(
    'cannot put a page in the place of %s',
    async (name) => {
      await writeFile(join(content, 'pages', name), '---\n标题: 假的\n---\n假的\n');
      expect(await found()).toEqual([`file/kind ${name}`]);
    },
  );

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'https://a b'])(
    'cannot make %j an address that pages link to',
    async (address) => {
      await writeFile(
        join(content, 'site.yaml'),
        `站点名称: 甲\n发布机构: 乙\n联系:\n  网址: "${address}"\n`,
      );
      expect(await found()).toEqual(['field/type site.yaml']);
    },
  );

  it.each([
    'http://site.invalid/',
    'javascript:alert(1)',
    'https://a b',
    'a@site.invalid\\nContact: b',
    'tel:1',
  ])('cannot make %j a line of security.txt', async (contact) => {
    await writeFile(
      join(content, 'site.yaml'),
      `站点名称: 甲\n发布机构: 乙\n安全联系:\n  联系方式: "${contact}"\n  有效期至: 2099-12-31\n`,
    );
    expect(await found()).toEqual(['field/type site.yaml']);
  });

  it.each([
    'a@b.c?cc=x@y.z 随便',
    'office@example.cn?bcc=x@example.com',
    'a@example.cn,b@example.cn',
    '办公室 <office@example.cn>',
    'office@example',
    'office＠example.cn',
    'office',
  ])('cannot make %j an address that every page writes mail to', async (address) => {
    await writeFile(
      join(content, 'site.yaml'),
      `站点名称: 甲\n发布机构: 乙\n联系:\n  电子邮箱: "${address}"\n`,
    );
    const { findings } = await readContent(content);
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      `field/type “联系.电子邮箱”应是一个电子邮箱地址，现为“${address}”。`,
    ]);
  });

  it.each(['office@example.cn', 'zhang.san+budget@mail.example.gov.cn', 'a_b-c@政务.中国', ''])(
    'can give %j as the address for mail',
    async (address) => {
      await writeFile(
        join(content, 'site.yaml'),
        `站点名称: 甲\n发布机构: 乙\n联系:\n  电子邮箱: ${address}\n`,
      );
      expect(await found()).toEqual([]);
    },
  );

  it('is told once of a file whose references would multiply, not at each of them', async () => {
    const [name = ''] = await readdir(join(department(), 'projects'));
    const path = join(department(), 'projects', name);
    const bomb = Array.from({ length: 42 }, () => '  - *a').join('\n');
    await writeFile(
      path,
      `${await readFile(path, 'utf8')}甲: &a [1, 2]\n乙:\n${bomb}\n丙: [${'*a, '.repeat(120)}]\n`,
    );
    expect(await found()).toEqual([`yaml/limits ${name}`]);
  });

  it('cannot give a term twice in the glossary', async () => {
    const path = join(content, 'glossary.yaml');
    await writeFile(
      path,
      '- 术语: 甲\n  通俗解释: 一\n- 术语: 乙\n  通俗解释: 二\n- 术语: 甲\n  通俗解释: 三\n',
    );
    const { findings, site } = await readContent(content);
    const [finding] = findings;
    if (finding === undefined) throw new Error('nothing was found');
    expect(findings).toHaveLength(1);
    expect(finding.rule).toBe('glossary/duplicate');
    expect(placeOf(finding.file.text, finding.range.start)).toEqual({ line: 5, column: 7 });
    expect(site.glossary.map(({ term, plain }) => term + plain)).toEqual(['甲一', '乙二']);
  });

  it.each([
    ['- 文件用语: 甲\n  日常用语: [乙]\n- 文件用语: 甲\n  日常用语: [丙]\n', 3, '文件用语“甲”写了两次。'],
    ['- 文件用语: 甲\n  日常用语:\n    - 乙\n    - 乙\n', 4, '日常用语“乙”写了两次。'],
    ['- 文件用语: 甲\n  日常用语:\n    - 甲\n', 3, '日常用语“甲”与文件用语相同。'],
  ])('cannot give an everyday word twice: %j', async (text, line, message) => {
    await writeFile(join(content, 'everyday-words.yaml'), text);
    const { findings } = await readContent(content);
    expect(
      findings.map((finding) => [
        finding.rule,
        placeOf(finding.file.text, finding.range.start).line,
        finding.message,
      ]),
    ).toEqual([['words/duplicate', line, message]]);
  });

  it('is told of an official word without everyday words', async () => {
    await writeFile(join(content, 'everyday-words.yaml'), '- 文件用语: 甲\n  日常用语:\n');
    expect(await found()).toEqual(['field/missing everyday-words.yaml']);
  });
});
