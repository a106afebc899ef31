import { expect, it } from 'vitest';
import { termId } from '../../src/model/site.ts';

it.each([
  ['预算数', '预算数'],
  ['main', 'term-main'],
  ['top', 'term-top'],
  ['group-1', 'term-group-1'],
  ['达到100%', '达到100-'],
  ['公共 服务', '公共-服务'],
])('the entry of the term %j has the id %j, which no other part of the page has', (term, id) => {
  expect(termId(term)).toBe(id);
});
