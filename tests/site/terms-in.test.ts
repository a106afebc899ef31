import { expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import { termsIn } from '../../src/site/terms-in.ts';

const { site } = await readContent('content');
const termsOf = (...texts: readonly string[]) => termsIn(texts, site.glossary);

it('the terms in a text are found by their name and by another one', () => {
  expect(termsOf('机关事业单位退休人员统筹外项目资金')).toEqual(['统筹外项目']);
  expect(termsOf('退休人员虚账纪实正常缴纳')).toEqual(['虚账记实']);
});

it('labels of the form and short words are no terms of a text', () => {
  expect(termsOf('预算数、财政资金、项目、绩效目标')).toEqual([]);
});

it('a text with very many terms names a few', () => {
  expect(termsOf(...site.glossary.map(({ term }) => term)).length).toBeLessThanOrEqual(6);
});
