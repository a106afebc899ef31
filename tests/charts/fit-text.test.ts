import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, shortenApart, widthOf, wrap } from '../../src/charts/fit-text.ts';

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

const NAMES = [
  '虚构提前下达城乡居民补助资金（180万）',
  '虚构提前下达城乡居民补助资金（1万）',
  '虚构的另一个很长很长很长很长的项目名称',
  '虚构短名',
];

it('names that would look alike when cut differ, and fit their room', () => {
  const short = shortenApart(NAMES, 15, () => 165);
  expect(new Set(short).size).toBe(NAMES.length);
  expect(short[0]).toMatch(/….*180万）$/);
  expect(short[1]).toMatch(/….*（1万）$/);
  expect(short[2]).toMatch(/^虚构的另一个.*…$/);
  expect(short[3]).toBe('虚构短名');
  expect(short.map((text) => widthOf(text, 15)).filter((width) => width > 165)).toEqual([]);
});

it('the same name twice is cut in the same way', () => {
  expect(shortenApart(['甲'.repeat(30), '甲'.repeat(30)], 15, () => 100)).toEqual(
    Array.from({ length: 2 }, () => '甲甲甲甲甲…'),
  );
});
