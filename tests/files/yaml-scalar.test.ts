import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scalar } from '../../src/files/yaml-scalar.ts';
import { parseYaml, treeAt } from '../../src/files/yaml-tree.ts';

describe('a text as canonical YAML', () => {
  it.each([
    ['≥95%', '≥95%'],
    ['100%', '100%'],
    ['2022年12月', '2022年12月'],
    ['“保定人才十条”经费', '“保定人才十条”经费'],
    ['%100%', '"%100%"'],
    ['>10百分比', '">10百分比"'],
    ['%', '"%"'],
    ['11', '"11"'],
    ['313001', '"313001"'],
    ['190.00', '"190.00"'],
    ['true', '"true"'],
    ['null', '"null"'],
    ['~', '"~"'],
    ['0x1F', '"0x1F"'],
    ['1e3', '"1e3"'],
    ['*重要', '"*重要"'],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ['a#b', 'a#b'],
    ['- x', '"- x"'],
    ['a\tb', 'a\tb'],
    ['a:\tb', '"a:\\tb"'],
    ['a\t#b', '"a\\t#b"'],
    ['结尾:', '"结尾:"'],
    [' 前空', '" 前空"'],
    ['', ''],
    ['第一行\n第二行', '|-\n  第一行\n  第二行'],
    ['第一行\n\n第三行', '|-\n  第一行\n\n  第三行'],
    ['行尾有空格 \n第二行', '"行尾有空格 \\n第二行"'],
  ])('%j is written as %j', (text, yaml) => {
    expect(scalar(text, 0)).toBe(yaml);
  });

  it.each(['null', '~', 'Null', 'true', 'yes', '0190', '190.00', '2022-01-01', '1e3', '0x1F'])(
    '%j, written plain, is read as it stands',
    (text) => {
      expect(treeAt(parseYaml(`k: ${text}\n`).tree, ['k'])).toMatchObject({ text });
    },
  );

  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...Array.from(' \n\t:-#"\'%>|[]{}&*!?@`,~0.1年底≥“”养老')) }),
    fc.string({ unit: 'binary' }),
  );

  it('reads back as the same text, by our reader and by the YAML core schema', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(0, 2, 4), (text, indent) => {
        // What is not seen but acts is refused; see below.
        fc.pre(!/[\p{Surrogate}\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n\t\r]/u.test(text));
        const pad = ' '.repeat(indent);
        const yaml = `${indent > 0 ? 'a:\n' : ''}${pad}k: ${scalar(text, indent)}\n${pad}z: end\n`;
        const { tree, faults } = parseYaml(yaml);
        expect(faults).toEqual([]);
        const path = indent > 0 ? ['a', 'k'] : ['k'];
        expect(treeAt(tree, path)).toMatchObject({ type: 'text', text });
        if (text === '') return;
        const plain = parse(yaml) as { k?: unknown; a?: { k: unknown } };
        expect(indent > 0 ? plain.a?.k : plain.k).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['a\u0000b', 'a\u001b[31mb', 'a\u202eb', 'a\u009bb', 'a\ud800b'])(
    'is refused by the reader where it holds the control character in %j',
    (text) => {
      expect(parseYaml(`k: ${scalar(text, 0)}\n`).faults.map(({ code }) => code)).toContain('CONTROL');
    },
  );
});
