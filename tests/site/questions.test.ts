import { expect, it } from 'vitest';
import { examplesIn, questionsOf } from '../../src/site/questions.ts';
import { readShare } from '../../src/model/disbursement-plan.ts';
import { sampleProject } from '../setup/sample.ts';

const pathsOf = (...input: Parameters<typeof questionsOf>) => questionsOf(...input).map(({ path }) => path);

it('asks nothing to which no project has an answer', () => {
  expect(questionsOf([], () => true)).toEqual([]);
  expect(pathsOf([sampleProject({ amount: '99.99' })], () => false)).toEqual([]);
  expect(examplesIn([sampleProject()])).toEqual([]);
});

it('asks what the projects answer, with how many do', () => {
  const late = {
    '3月底': readShare(''),
    '6月底': readShare(''),
    '10月底': readShare(''),
    '12月底': readShare('100%'),
  };
  const projects = Array.from({ length: 11 }, (_, index) =>
    sampleProject({ sequence: index + 1, amount: String(95 + index) }),
  ).concat(sampleProject({ name: '虚构养老补助', amount: '1', disbursementPlan: late }));
  expect(questionsOf(projects, ({ sequence }) => sequence > 9)).toEqual([
    { text: '哪些钱花在养老上？', path: `search/?q=${encodeURIComponent('养老')}`, count: undefined },
    { text: '最大的10个项目', path: 'projects/?rows=10', count: 10 },
    { text: '只列明12月底支付的项目', path: 'projects/?plan=december', count: 1 },
    { text: '100万元以上的项目', path: 'projects/?least=100', count: 6 },
    { text: '有数据说明的项目', path: 'projects/?notes=with', count: 2 },
  ]);
  expect(examplesIn(projects)).toEqual(['养老']);
});
