import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/files/finding.ts';
import { checkMarkdown, escapeMarkdown, markdownText } from '../../src/files/markdown.ts';

describe('a line of text as Markdown', () => {
  it.each(['1.组织建设', '（一）提高政治站位', '≥95%', '“人才十条”'])('%s needs no escape', (line) => {
    expect(escapeMarkdown(line)).toBe(line);
  });
  it('reads back as exactly the same text', () => {
    const line = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom(...Array.from('*_`#+-=<>[]()!|~&\\.1) :/养老@')),
          fc.string({ minLength: 1, maxLength: 1 }),
        ),
      })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(
        fc.oneof(
          line,
          line.map((text) => `https://www.x.cn/${text} a@b.cn`),
        ),
        (text) => {
          expect(markdownText(escapeMarkdown(text))).toBe(text);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('Markdown that is published', () => {
  const rulesOf = (body: string) => {
    const findings: Finding[] = [];
    checkMarkdown(body, 0, { path: 'x.md', text: body }, (finding) => findings.push(finding));
    return findings.map(({ rule, value }) => `${rule} ${value ?? ''}`);
  };
  it.each(['<b>粗</b>', '<script>alert(1)</script>', '<!-- 注释 -->'])('may not hold %s', (body) => {
    expect(rulesOf(body).length).toBeGreaterThan(0);
  });
  it.each([
    '[x](javascript:alert(1))',
    '![x](data:text/html,x)',
    '[x]( JavaScript:alert(1))',
    '[a]: vbscript:x\n\n[a]',
  ])('may not link to %s', (body) => {
    expect(rulesOf(body)[0]).toMatch(/^markdown\/html /);
  });
  it.each([
    '[x](https://example.cn/a:b)',
    '[x](/2022/)',
    '[x](mailto:a@example.cn)',
    '[x](../a)',
    '## 一、目标（2022年）\n\n[x](#一目标2022年)',
    '## 甲\n\n## 甲\n\n[x](#甲-1)',
    '## 用 `check`\n\n[x](#用-check)',
    '[x](#)',
    '[x](#main)',
    '注[^1]\n\n[^1]: 脚注',
    'a < b',
  ])('may hold %s', (body) => {
    expect(rulesOf(body)).toEqual([]);
  });
});

describe('Markdown that would take the parser long', () => {
  const messagesOf = (body: string) => {
    const messages: string[] = [];
    checkMarkdown(body, 0, { path: 'content/pages/x.md', text: body }, ({ rule, message, hint = '' }) =>
      messages.push(`${rule} ${message}${hint}`),
    );
    return messages;
  };
  it.each([
    ['*a_'.repeat(8000), /1000多个.*空行分段/],
    ['[a]('.repeat(50_000), /1000多个/],
    ['['.repeat(20_000), /1000多个/],
    [`> 甲\n${'乙\n'.repeat(20_000)}`, /2000多行/],
    ['> 甲\n\n'.repeat(20_000), /引用和列表项超过2000个/],
    ['- 甲\n\n> 乙\n\n'.repeat(10_000), /引用和列表项超过2000个/],
    ['> '.repeat(40) + '甲', /嵌套太深/],
    ['国'.repeat(200_001), /太长/],
  ])('is not read, and is told why: %#', (body, message) => {
    expect(messagesOf(body)).toEqual([expect.stringMatching(message)]);
    expect(messagesOf(body)[0]).toMatch(/^yaml\/limits /);
  });
  it.each([
    `[甲](https://example.cn/${'%20'.repeat(16_000)})`,
    `[甲](x${' '.repeat(16_000)})`,
    '**甲**乙\n\n'.repeat(2000),
    `| 甲 | 乙 |\n| --- | --- |\n${'| `a` | [b](https://example.cn) |\n'.repeat(300)}`,
    '- 甲\n'.repeat(1000),
  ])('is told from Markdown that is only long: %#', (body) => {
    expect(messagesOf(body)).toEqual([]);
  });
});

describe('a picture in Markdown', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mingzhang-'));
    await mkdir(join(directory, '2099/999001/sources'), { recursive: true });
    for (const name of ['附图 1.png', '附件.pdf']) {
      await writeFile(join(directory, '2099/999001/sources', name), 'x');
    }
    await writeFile(join(directory, '2099/999001/secret.png'), 'x');
  });
  afterEach(async () => {
    await rm(directory, { recursive: true });
  });
  const found = (body: string, path = '2099/999001/department.md') => {
    const findings: Finding[] = [];
    const file = { path: join(directory, path), text: `---\n${body}` };
    checkMarkdown(body, 4, file, (finding) => findings.push(finding));
    return findings.map(({ rule, severity, message, value, range }) => {
      const at = file.text.slice(range.start, range.end);
      return `${rule} ${severity} ${message} ${value ?? ''} @${at}`;
    });
  };

  it.each([
    ['https://evil.example/x.png', '图片在别的网站上，页面不会显示。'],
    ['//evil.example/x.png', '图片在别的网站上，页面不会显示。'],
    ['http://[x.png', '图片的地址不对。'],
    ['sources/没有.png', '没有这个图片文件，页面上不会显示。'],
    ['/没有.png', '没有这个图片文件，页面上不会显示。'],
    ['secret.png', '没有这个图片文件，页面上不会显示。'],
    ['/2099/999001/sources/..%2fsecret.png', '没有这个图片文件，页面上不会显示。'],
    ['sources/附件.pdf', '这个地址不是图片文件。'],
  ])('of %s is found, because no page shows it', (url, message) => {
    expect(found(`文字 ![图](${url}) 文字`)).toEqual([
      `markdown/html error ${message} ${url} @![图](${url})`,
    ]);
    expect(found(`![图][a]\n\n[a]: ${url}`)).toEqual([`markdown/html error ${message} ${url} @![图][a]`]);
  });

  it.each([
    ['2099/999001/department.md', '![图](<sources/附图 1.png>)'],
    ['2099/999001/department.md', '![图](/2099/999001/sources/附图%201.png)'],
    ['pages/about.md', '![图](../2099/999001/sources/附图%201.png)'],
    ['pages/about.md', '![图](/favicon.svg)'],
    ['pages/about.md', '![图](../favicon.svg)'],
  ])('that is published may stand in %s: %s', (path, body) => {
    expect(found(body, path)).toEqual([]);
  });

  it('of another site may be linked to', () => {
    expect(found('[图](https://example.cn/x.png)')).toEqual([]);
  });
});

describe('a link within the page', () => {
  const found = (body: string, path: string) => {
    const findings: Finding[] = [];
    checkMarkdown(body, 0, { path, text: body }, (finding) => findings.push(finding));
    return findings.map(({ rule, severity, value }) => `${rule} ${severity} ${value ?? ''}`);
  };
  it('is doubted where the page has no such place', () => {
    expect(found('## 甲\n\n[x](#乙) [y][1]\n\n[1]: #甲-1', 'content/pages/about.md')).toEqual([
      'markdown/anchor warning #乙',
      'markdown/anchor warning #甲-1',
    ]);
  });
  it("may lead to the parts of a department's page, which a free page has not", () => {
    expect(found('[x](#plan)', 'content/2099/999001/department.md')).toEqual([]);
    expect(found('[x](#plan)', 'content/pages/about.md')).toEqual(['markdown/anchor warning #plan']);
  });
});
