import { expect, it } from 'vitest';
import { equals, parseDecimal } from '../../src/model/decimal.ts';
import {
  areaPath,
  examplesIn,
  largestOf,
  questionsOf,
  searchExamplesIn,
} from '../../src/browse/questions.ts';
import type { Department } from '../../src/model/department.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { contentWith } from '../setup/remarks.ts';
import { planOf, sampleProject } from '../setup/sample.ts';

const pathsOf = (...input: Parameters<typeof questionsOf>) => questionsOf(...input).map(({ path }) => path);

it('asks nothing to which no project has an answer', () => {
  expect(questionsOf([], () => true)).toEqual([]);
  expect(pathsOf([sampleProject({ amount: '99.99' })], () => false)).toEqual([]);
  expect(examplesIn([sampleProject()])).toEqual([]);
  expect(searchExamplesIn([sampleProject()])).toEqual([]);
});

it('asks what the projects answer, with how many do', () => {
  const late = planOf('', '', '', '100%');
  const projects = Array.from({ length: 11 }, (_, index) =>
    sampleProject({ sequence: index + 1, amount: String(95 + index) }),
  ).concat(sampleProject({ name: '虚构养老补助', amount: '1', disbursementPlan: late }));
  const found = questionsOf(projects, ({ sequence }) => sequence > 9);
  expect(found.map(({ text, path, count }) => [text, path, count])).toEqual([
    ['名称或用途里有“养老”的项目', `projects/?q=${encodeURIComponent('养老')}`, 1],
    ['只写了12月底付款计划的项目', 'projects/?plan=december', 1],
    ['100万元以上（含100万元）的项目', 'projects/?least=100', 6],
    ['附有数据说明的项目（本站核对时发现疑点）', 'projects/?notes=with', 2],
  ]);
  // 100 + 101 + … + 105; of projects with notes a sum would say nothing.
  const sums = found.map(({ sum }) => sum);
  expect(
    sums.map((sum, place) => sum && equals(sum, parseDecimal(['1', '1', '615'][place] ?? '') ?? sum)),
  ).toEqual([true, true, true, undefined]);
  expect(examplesIn(projects)).toEqual(['养老']);
  expect(searchExamplesIn([...projects, sampleProject({ goals: ['虚构党建'] })])).toEqual(['养老', '党建']);
});

it('takes those that share the last place among the largest, unless they are very many', () => {
  const withAmounts = (amounts: readonly number[]) =>
    amounts.map((amount, index) => sampleProject({ sequence: index + 1, amount: String(amount) }));
  expect(largestOf(withAmounts([5, 4, 3, 3, 2]), 3)).toHaveLength(4);
  expect(largestOf(withAmounts([5, 4, 3, 2]), 3)).toHaveLength(3);
  expect(largestOf(withAmounts(Array.from({ length: 30 }, () => 1)), 3)).toHaveLength(3);
});

it('leads to an area with the year and the department that the list does not show by itself', () => {
  const [first, other] = [2099, 2098].map((year) => madeUpDepartment({ year, code: '999001', projects: [] }));
  const second = madeUpDepartment({ year: 2099, code: '999002', projects: [] });
  if (first === undefined || other === undefined) throw new Error('no department was made up');
  const { site } = contentWith([]);
  const asked = (...departments: readonly Department[]) =>
    (['2099', '2098'] as const).map((year) => {
      const path = areaPath({ ...site, departments }, '虚构保障', Number(year), '999001');
      return decodeURIComponent(path);
    });
  expect(asked(first, other)).toEqual(['projects/?area=虚构保障', 'projects/?year=2098&area=虚构保障']);
  expect(asked(first, second, other)).toEqual([
    'projects/?department=999001&area=虚构保障',
    'projects/?year=2098&department=999001&area=虚构保障',
  ]);
});
