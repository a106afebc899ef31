import { expect, it } from 'vitest';
import { termId } from '../../src/model/site.ts';

it.each([
  ['预算数', '预算数'],
  ['main', 'term-main'],
  ['top', 'term-top'],
  ['group-1', 'term-group-1'],
  ['达到100%', '达到100~0025'],
  ['公共 服务', '公共~0020服务'],
])('the entry of the term %j has the id %j, which no other part of the page has', (term, id) => {
  expect(termId(term)).toBe(id);
});

it('different terms have different ids', () => {
  const terms = ['a b', 'a-b', 'a%b', 'a~b', 'a\tb', 'a~0020b', '甲 乙', '甲乙'];
  expect(new Set(terms.map(termId)).size).toBe(terms.length);
});
