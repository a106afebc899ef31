import { strFromU8, unzipSync } from 'fflate';
import type { Department } from '../../src/model/department.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import type { Project } from '../../src/model/project.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { budgetOf, planOf, sampleProject } from '../setup/sample.ts';

/** The parts of an Office file as texts, by their paths. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** A made-up department with overall goals and two forms, the first with what the argument says. */
export function bookOfTwo(change: Partial<Project> = {}): {
  readonly kind: 'book';
  readonly department: Department;
} {
  const row = (kind: string, name: string) => ({ kind, name, description: '', target: '', basis: '' });
  const first = sampleProject({
    budget: budgetOf('190.00', '190', ''),
    disbursementPlan: planOf('', '12.5%', '', '100%'),
    indicators: numberIndicators({
      产出指标: [row('数量指标', '甲'), row('数量指标', '乙')],
      满意度指标: [row('服务对象满意度指标', '丙')],
    }),
    ...change,
  });
  const second = sampleProject({
    sequence: 2,
    code: '123456789012345678901',
    name: '虚构项目二',
    indicators: [],
  });
  return {
    kind: 'book',
    department: madeUpDepartment({
      ...{ year: 2099, code: '999001', projects: [first, second] },
      overallGoals: '## 一、总体目标\n\n虚构的目标。',
    }),
  };
}
