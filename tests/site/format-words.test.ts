import { expect, it } from 'vitest';
import { formatWords } from '../../src/site/words.ts';

it.each([
  ['批复.docx', 'Word文档'],
  ['批复.DOC', 'Word文档'],
  ['2022年.绩效目标.pdf', 'PDF文件'],
  ['原文.txt', '文本文件'],
  ['附件.xlsx', 'Excel工作簿'],
  ['附件.odt', 'ODT文件'],
  ['附件', '文件'],
])('the name %s is that of: %s', (name, words) => {
  expect(formatWords(name)).toBe(words);
});
