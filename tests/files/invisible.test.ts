import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/files/finding.ts';
import { invisibleIn, invisibleInValue, withoutInvisible } from '../../src/files/invisible.ts';
import { checkMarkdown } from '../../src/files/markdown.ts';
import { readContent } from '../../src/files/read-content.ts';

describe('a character that cannot be seen', () => {
  it.each([
    ['养\u200b老', '的“养”后面有看不见的字符：U+200B（零宽空格）。', 'warning'],
    ['\u2060养老', '开头有看不见的字符：U+2060（词连接符）。', 'warning'],
    ['养\t老', 'U+0009（制表符（Tab））', 'warning'],
    ['养\ufeff\u00ad老', 'U+FEFF（字节顺序标记）、U+00AD（软连字符）', 'warning'],
    ['养\u{e0041}老', 'U+E0041（标签字符）', 'warning'],
    ['\uf0b390%', 'U+F0B3（专用区字符', 'warning'],
    ['养\u200f老', 'U+200F（改变文字方向的字符）', 'warning'],
    ['养\ufffd老', 'U+FFFD（替换符，原来的字已经丢失）', 'warning'],
    ['养\u0007老', 'U+0007（响铃符）', 'error'],
    ['养\u202e老', 'U+202E（改变文字方向的字符）', 'error'],
  ])('in %j is named with its place', (text, words, severity) => {
    const said = invisibleIn(text, '“资金用途”');
    expect(said?.message).toContain(words);
    expect(said?.severity).toBe(severity);
  });
  it.each(['养老 保险', '第一行\n第二行', '第一行\r\n第二行', '葛\u{e0100}', '　养老', 'é'])(
    'is not in %j',
    (text) => {
      expect(invisibleIn(text, '')).toBeUndefined();
    },
  );
  it('is told wherever it is left out of a text, and nothing is told of any other character', () => {
    const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    // Of what Unicode leaves to everybody's own use, some are left out and others are shown as another sign.
    const told = signs.filter(
      (sign) => !/\p{Co}/u.test(sign) && invisibleIn(`养${sign}老`, '') !== undefined,
    );
    expect(told).toEqual(
      signs.filter((sign) => !/\p{Co}/u.test(sign) && withoutInvisible(`养${sign}老`) === '养老'),
    );
    const blank = signs.filter(
      (sign) => !/\p{Co}/u.test(sign) && invisibleInValue(sign, ['资金用途'])?.severity === 'error',
    );
    expect(blank).toEqual(expect.arrayContaining([' ', '\u3000', '\u00a0', '\u200b']));
    expect(blank.filter((sign) => withoutInvisible(sign).trim() !== '' && !told.includes(sign))).toEqual([]);
  });
});

describe('in Markdown', () => {
  const found = (body: string) => {
    const findings: Finding[] = [];
    const file = { path: 'pages/a.md', text: body };
    checkMarkdown(body, 0, file, (finding) => findings.push(finding));
    return findings.map(({ rule, severity, range }) => [rule, severity, range.start]);
  };
  it.each([
    ['付款 \u202e元001 万元', 'error', 3],
    ['# 甲\u200b乙', 'warning', 3],
    ['甲&#x202e;乙', 'error', 0],
    ['`甲\u2060`', 'warning', 2],
    ['[甲](https://a.example "乙\u200b")', 'warning', 24],
  ])('%j is found where it stands', (body, severity, place) => {
    expect(found(body)).toEqual([['text/invisible', severity, place]]);
  });
  it('a link of which nothing can be seen is an error', () => {
    expect(found('[\u200b](https://a.example)')).toContainEqual(['text/invisible', 'error', 0]);
  });
  it('tabs and line ends are none', () => {
    expect(found('甲\t乙\r\n丙\r\n\r\n    代码\t\r\n')).toEqual([]);
  });
});

describe('in a content folder', () => {
  let content = '';
  beforeEach(async () => {
    content = await mkdtemp(join(tmpdir(), 'mingzhang-'));
    await cp('content', content, { recursive: true });
  });
  afterEach(async () => {
    await rm(content, { recursive: true });
  });
  const found = async () =>
    (await readContent(content)).findings.map(({ rule, severity, file }) => {
      return `${rule} ${severity} ${file.path.split('/').at(-1) ?? ''}`;
    });
  const append = async (path: string, text: string) => {
    const file = join(content, path);
    await writeFile(file, `${await readFile(file, 'utf8')}${text}`);
  };

  it('is reported once and in the same way wherever it stands', async () => {
    await writeFile(join(content, 'site.yaml'), '站点名称: 测试\u200b\n发布机构: 测试\n');
    await append('glossary.yaml', '- 术语: 测试\n  通俗解释: 甲\u200b乙\n');
    await append('everyday-words.yaml', '- 文件用语: 测试\n  日常用语:\n    - 甲\u200b乙\n');
    await append('areas.yaml', '- 领域: 测试\n  词:\n    - 甲\u200b乙\n');
    await append('pages/about.md', '\n甲\u200b乙\n');
    await append('2022/313001/department.md', '\n甲\u200b乙\n');
    await writeFile(join(content, '2022/313001/sources/附\u202e件.txt'), 'x');
    expect(await found()).toEqual([
      ...['site.yaml', 'glossary.yaml', 'everyday-words.yaml', 'areas.yaml', 'about.md', 'department.md'].map(
        (name) => `text/invisible warning ${name}`,
      ),
      'text/invisible error 附\u202e件.txt',
    ]);
  });
  it.each(['"　"', '"\u200b\u2060"', '"\\u200b"'])('a name of %j is an error', async (name) => {
    await writeFile(join(content, 'site.yaml'), `站点名称: ${name}\n发布机构: 测试\n`);
    expect(await found()).toEqual(['text/invisible error site.yaml']);
  });
});
