import { numberIndicators } from '../../src/model/indicator.ts';
import type { Project } from '../../src/model/project.ts';
import { madeUpCode, madeUpDepartment } from '../setup/made-up-content.ts';
import { planOf, sampleProject } from '../setup/sample.ts';

const YEAR = 2099;
const DEPARTMENT = '999001';

/** A made-up project: its place, name, amount and the four shares of its plan. */
function madeUp(
  sequence: number,
  name: string,
  amount: string,
  plan: readonly [string, string, string, string],
  change: Partial<Project> = {},
): Project {
  const [march, june, october, december] = plan;
  return sampleProject({
    year: YEAR,
    departmentCode: DEPARTMENT,
    sequence,
    code: madeUpCode(YEAR, sequence),
    name,
    amount,
    disbursementPlan: planOf(march, june, october, december),
    ...change,
  });
}

/** The indicators that a form can hold: numbers with and without signs and units, words, a unit alone, a blank. */
const INDICATORS = numberIndicators({
  产出指标: [
    row(
      '数量指标',
      '虚构受益人数',
      '虚构项目帮助的人数，说明比名称长，要写成两行以上才写得完的那一种',
      '≥1,200人',
    ),
    row('质量指标', '虚构合格率', '虚构合格率', '≥98%'),
    row('时效指标', '虚构完成时间', '虚构完成时间', '2099年12月31日前'),
    row('成本指标', '虚构成本', '虚构成本', '≤25.72万元'),
  ],
  效益指标: [
    row('社会效益指标', '虚构事件数量', '虚构事件数量', '件'),
    row('生态效益指标', '虚构环保节能', '', ''),
  ],
  满意度指标: [row('服务对象满意度指标', '虚构满意度', '虚构满意度', '=100%')],
});

function row(kind: string, name: string, description: string, target: string) {
  return { kind, name, description, target, basis: '虚构依据' };
}

/** Projects with what real documents have: a blank plan, a share that cannot be true, equal and tiny amounts, a blank. */
export const PROJECTS: readonly Project[] = [
  madeUp(1, '2099-虚构城乡居民补助资金', '1392.00', ['', '', '100%', '100%']),
  madeUp(
    2,
    '虚构部门关于提前下达2099年度虚构就业补助资金预算的通知（名称很长）',
    '348.00',
    ['25%', '50%', '750000%', '100%'],
    {
      indicators: INDICATORS,
      goals: ['虚构目标一，写得比较长，在手机上要分成几行，编号仍然对齐', '虚构目标二'],
      purpose: '虚构用途：按照规定用于虚构的补贴。',
      corrections: [
        {
          location: '资金支出计划.6月底',
          originalValue: '5%',
          grounds: '虚构批复〔2099〕1号',
          date: '2099-03-01',
        },
      ],
    },
  ),
  madeUp(3, '虚构培训费', '100.00', ['25%', '50%', '75%', '100%']),
  madeUp(4, '虚构评审费', '100.00', ['', '', '', '100%']),
  madeUp(5, '虚构小额经费', '0.05', ['25%', '25%', '60%', '100%']),
  madeUp(6, '虚构未列金额的项目', '', ['', '', '', '']),
];

/** The project with the most on it. */
export const RICHEST = PROJECTS[1] ?? sampleProject();

/** The department of all of them. */
export const MADE_UP = madeUpDepartment({
  year: YEAR,
  code: DEPARTMENT,
  name: '虚构市虚构管理局（本级）',
  projects: PROJECTS,
  overallGoals: '虚构的总体目标。\n\n## 一、虚构职责\n\n- 虚构任务一\n- 虚构任务二\n',
});
