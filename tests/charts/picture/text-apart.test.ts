import { expect, it } from 'vitest';
import { shortenApart, widthOf } from '../../../src/charts/picture/text.ts';

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
