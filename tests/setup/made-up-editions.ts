import type { Department } from '../../src/model/department.ts';
import { numberIndicators, type IndicatorTexts } from '../../src/model/indicator.ts';
import type { Project } from '../../src/model/project.ts';
import { madeUpDepartment } from './made-up-content.ts';
import { evaluationOf, planOf, sampleProject } from './sample.ts';

const row = (name: string, change: Partial<IndicatorTexts> = {}): IndicatorTexts => ({
  ...{ kind: '数量指标', name, description: name, target: '≥10次', basis: '虚构的工作计划' },
  ...change,
});

const project = (departmentCode: string, change: Partial<Project> & { readonly amount?: string }) =>
  sampleProject({
    departmentCode,
    indicators: numberIndicators({ 产出指标: [row('虚构巡护次数')] }),
    ...change,
  });

/** Made-up projects of several years in which is what makes these hard; each is named by its code. */
const PROJECTS: readonly Project[] = [
  // Left out for a year; its goal, an indicator's name and its plan are worded otherwise after.
  project('999001', { year: 2095, code: 'GAP', name: '虚构巡护', amount: '50', goals: ['做好湿地巡护。'] }),
  project('999001', {
    ...{ year: 2097, code: 'GAP', name: '虚构巡护', amount: '' },
    goals: ['做好湿地和林地巡护。', '开展宣传。'],
    disbursementPlan: planOf('', '50%', '750000%', '100%'),
    indicators: numberIndicators({ 产出指标: [row('宣传', { target: '≥4场' }), row('虚构巡护总次数')] }),
  }),
  ...[2094, 2095, 2096, 2097, 2098, 2099].map((year) =>
    project('999001', {
      ...{ year, code: 'SIX', name: '虚构的六年项目', amount: `${String(year - 2000)}.5` },
      indicators: numberIndicators({ 产出指标: [row('虚构巡护次数', { target: `≥${String(year)}次` })] }),
    }),
  ),
  // One code by mistake in two departments, in two years each.
  ...[2098, 2099].flatMap((year) => [
    project('999001', { year, code: 'TWICE', name: '虚构培训', amount: '10' }),
    project('999002', { year, code: 'TWICE', name: '虚构维修', amount: '20' }),
  ]),
  // Split, under a code of its own and a new one.
  project('999002', { year: 2098, code: 'WHOLE', name: '虚构修缮', amount: '30' }),
  project('999002', { year: 2099, code: 'WHOLE', name: '虚构修缮', amount: '20' }),
  project('999002', {
    ...{ year: 2099, code: 'PART', name: '虚构绿化', amount: '10', previousCode: 'WHOLE' },
    changeReason: '由虚构修缮分出。',
  }),
  // Withdrawn in a year between others, after its self-evaluation, and in the year after its only one.
  ...[2097, 2098, 2099].map((year) =>
    project('999002', {
      ...{ year, code: 'BACK', name: '虚构演练', amount: '45' },
      ...(year === 2098 && {
        withdrawal: { date: '2098-09-01', grounds: '虚构文号' },
        evaluation: evaluationOf({ published: '2099-03-05', total: '88' }, [
          { name: '虚构巡护次数', achieved: '12次' },
        ]),
      }),
    }),
  ),
  project('999002', { year: 2094, code: 'ONCE', name: '虚构调研', amount: '5' }),
  project('999002', {
    ...{ year: 2096, code: 'ONCE', name: '虚构调研', amount: '6' },
    withdrawal: { date: '2096-08-07', grounds: '虚构文号' },
  }),
];
const projectsIn = (year: number, department: string, isWithdrawn: boolean) =>
  PROJECTS.filter(
    (one) =>
      one.year === year &&
      one.departmentCode === department &&
      (one.withdrawal !== undefined) === isWithdrawn,
  );

/** The departments of these projects, year by year. */
export const EDITIONS: readonly Department[] = [2094, 2095, 2096, 2097, 2098, 2099].flatMap((year) =>
  ['999001', '999002'].map((code) =>
    madeUpDepartment({
      ...{ year, code },
      endedProjects:
        year === 2098 && code === '999001' ? [{ code: 'GAP', reason: '虚构的巡护已经做完。' }] : [],
      projects: projectsIn(year, code, false).map((one, place) => ({ ...one, sequence: place + 1 })),
      withdrawn: projectsIn(year, code, true).map((one) => ({ ...one, sequence: 99 })),
    }),
  ),
);
