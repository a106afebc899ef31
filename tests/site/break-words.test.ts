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
