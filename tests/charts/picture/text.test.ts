import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml, shorten, widthOf, wrap } from '../../../src/charts/picture/text.ts';

describe('a text cut into lines', () => {
  it('keeps figures with their units, and marks with what they belong to', () => {
    for (let width = 140; width < 400; width += 7) {
      const lines = wrap('到10月底原文为“750000%”，不能采信；合计1,209.41万元。', 16, width);
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。；”%]|^月底|^万元|[“]$/u);
        expect(line).not.toMatch(/\d$/);
      }
    }
  });
  it('loses nothing, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 40, max: 400 }), (text, width) => {
        const plain = (words: string) => words.replace(/\s/gu, '');
        expect(plain(wrap(text, 16, width).join(''))).toBe(plain(text));
      }),
    );
  });
  it('has no line wider than its room', () => {
    const lines = wrap(`见${'a'.repeat(200)}，https://example.org/${'b'.repeat(90)}`, 16, 300);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(widthOf(line, 16)).toBeLessThanOrEqual(300);
  });
});

it('a name too long for its row is shortened, any other is not', () => {
  expect(shorten('城乡居民基本养老保险', 10, 60)).toBe('城乡居民基…');
  expect(shorten('养老保险', 10, 60)).toBe('养老保险');
});

it('text in SVG is escaped, and what XML does not allow is left out', () => {
  expect(escapeXml('<甲 & "乙">\u0000\u001B\uD800\uFFFF𠮷')).toBe('&lt;甲 &amp; &quot;乙&quot;&gt;𠮷');
});
