import { expect, it } from 'vitest';
import { judgeContent } from '../../src/checks/check-content.ts';
import { RULES } from '../../src/checks/rules.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import type { Project } from '../../src/model/project.ts';
import { contentWith } from '../setup/remarks.ts';
import { budgetOf, planOf, sampleProject } from '../setup/sample.ts';

/** Why each rule could not judge a made-up project, but for what compares it with the year before. */
const unjudged = (change: Partial<Project>) =>
  judgeContent(contentWith([sampleProject(change)]), RULES)
    .unjudged.filter(({ rule }) => rule !== 'change/unexplained')
    .map(({ rule, reason }) => `${rule}: ${reason}`);

const target = (name: string, text: string) =>
  numberIndicators({
    产出指标: [{ kind: '成本指标', name, description: '', basis: '', target: text }],
  });

it('a project that states all that is compared is judged by every rule but those on codes of Hebei', () => {
  expect(unjudged({ code: '13060522P004064100019' })).toEqual([]);
  expect(unjudged({ code: '530000210000000012345' })).toEqual([
    'code/check: 编码没有校验位',
    'code/year: 编码里没有年份',
  ]);
});

it.each<[string, Partial<Project>, readonly string[]]>([
  ['no total', { budget: budgetOf('', '100') }, ['money/sum: 预算数未列']],
  ['a total alone', { budget: budgetOf('100') }, ['money/sum: 没有列明各项资金']],
  ['a part that cannot be read', { budget: budgetOf('100', '待定') }, ['money/sum: 有的金额读不出']],
  [
    'a cost and no total',
    { budget: budgetOf(''), indicators: target('资金成本', '20万元') },
    ['money/sum: 没有列明各项资金', 'cost/budget: 预算数未列'],
  ],
  [
    'no plan',
    { disbursementPlan: [] },
    [
      'plan/range: 没有列支出计划',
      'plan/order: 没有列支出计划',
      'plan/gap: 没有列支出计划',
      'plan/end: 表上没有12月底',
    ],
  ],
  [
    'a share that cannot be read',
    { disbursementPlan: planOf('25%', '一半', '75%', '100%') },
    ['plan/range: 有的比例读不出', 'plan/order: 有的比例读不出', 'plan/gap: 有的比例读不出'],
  ],
  [
    'a rate without a number',
    { indicators: target('虚构完成率', '%') },
    ['target/range: 有比率的指标值读不出是百分之几'],
  ],
])('%s is said to keep a rule from judging', (_, change, expected) => {
  expect(unjudged({ code: '13060522P004064100019', ...change })).toEqual(expected);
});
