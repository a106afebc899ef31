import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/content/finding.ts';
import { checkMarkdown, escapeMarkdown, markdownText } from '../../src/content/markdown.ts';

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
    '[x](#a)',
    '[x](mailto:a@example.cn)',
    '[x](../a)',
    'a < b',
  ])('may hold %s', (body) => {
    expect(rulesOf(body)).toEqual([]);
  });
});
