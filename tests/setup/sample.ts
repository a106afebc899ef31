import { readShare } from '../../src/model/disbursement-plan.ts';
import { numberIndicators, type IndicatorTexts } from '../../src/model/indicator.ts';
import { readAmount } from '../../src/model/money.ts';
import type { Project } from '../../src/model/project.ts';
import type { Category } from '../../src/model/terms.ts';

/** A made-up project of a made-up department, for tests alone. */
export function sampleProject(change: Partial<Project> & { readonly amount?: string } = {}): Project {
  const { amount = '100.00', ...rest } = change;
  const rows: Partial<Record<Category, readonly IndicatorTexts[]>> = {
    产出指标: [{ kind: '数量指标', name: '测试数量', description: '', target: '≥10次', basis: '测试依据' }],
  };
  return {
    year: 2099,
    departmentCode: '999001',
    sequence: 1,
    code: '99990099P00000010001A',
    name: '虚构项目',
    budget: {
      total: readAmount(amount, '万元'),
      fiscal: readAmount(amount, '万元'),
      other: { text: '' },
    },
    purpose: '测试用途',
    disbursementPlan: {
      '3月底': readShare('25%'),
      '6月底': readShare('50%'),
      '10月底': readShare('75%'),
      '12月底': readShare('100%'),
    },
    goals: ['虚构目标'],
    indicators: numberIndicators(rows),
    explanations: [],
    corrections: [],
    previousCode: undefined,
    ...rest,
  };
}
