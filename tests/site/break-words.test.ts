import { expect, it } from 'vitest';
import { breakWords } from '../../src/site/break-words.ts';

it('a heading breaks between words and before brackets, and nowhere within them', () => {
  expect(breakWords('本项目累计金额（万元）').at(-1)).toBe('（万元）');
  expect(breakWords('部门平均（至少）（%）').slice(-2)).toEqual(['（至少）', '（%）']);
  for (const heading of ['本项目累计占预算（%）', '计划累计支出与部门平均', '截至', '']) {
    const pieces = breakWords(heading);
    expect(pieces.join('')).toBe(heading);
    expect(pieces).not.toContain('（');
  }
  expect(breakWords('计划累计支出与部门平均')).toContain('支出');
});

it('the name of an office breaks between its words', () => {
  expect(breakWords('保定白沟新城管理委员会组织人事局（本级）')).toEqual([
    '保定',
    '白沟',
    '新城',
    '管理',
    '委员会',
    '组织',
    '人事局',
    '（本级）',
  ]);
});

it('a year stays whole, a mark stays with its word, and what the segmenter does not know stays together', () => {
  const pieces = breakWords('组织人事局《关于提前下达2022年中央就业补助资金预算的通知》');
  expect(pieces).toContain('2022年');
  expect(pieces).toContain('《关于');
  expect(pieces.at(-1)).toBe('通知》');
  expect(breakWords('2022-城乡居民')[0]).toBe('2022-');
  expect(breakWords('下派选调生到村工作')).toEqual(['下派选调生到村', '工作']);
});
