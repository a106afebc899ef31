import { readShare, type DisbursementPlan } from '../../src/model/disbursement-plan.ts';
import { readEvaluation, type Evaluation } from '../../src/model/evaluation.ts';
import {
  EVALUATION_FIELDS,
  forEachField,
  RESULT_FIELDS,
  type EvaluationField,
  type ResultField,
} from '../../src/model/form.ts';
import { numberIndicators, type IndicatorTexts } from '../../src/model/indicator.ts';
import { readAmount } from '../../src/model/money.ts';
import { NOTHING_ADDED, type Project } from '../../src/model/project.ts';
import type { Category } from '../../src/model/terms.ts';

/** The plan of a form with the four month-ends of 2022. */
export function planOf(march: string, june: string, october: string, december: string): DisbursementPlan {
  return [
    { period: '3月底', stated: readShare(march) },
    { period: '6月底', stated: readShare(june) },
    { period: '10月底', stated: readShare(october) },
    { period: '12月底', stated: readShare(december) },
  ];
}

/** Amounts in 万元; what is left out is blank. */
export function budgetOf(total: string, fiscal = '', other = '', carriedOver = ''): Project['budget'] {
  const read = (text: string) => readAmount(text, '万元');
  return { total: read(total), fiscal: read(fiscal), carriedOver: read(carriedOver), other: read(other) };
}

/** A self-evaluation with amounts in 万元; what is left out is blank. */
export function evaluationOf(
  texts: Partial<Record<EvaluationField, string>>,
  results: readonly Partial<Record<ResultField, string>>[],
): Evaluation {
  return readEvaluation(
    {
      ...forEachField(EVALUATION_FIELDS, ({ name }) => texts[name] ?? ''),
      results: results.map((own) => forEachField(RESULT_FIELDS, ({ name }) => own[name] ?? '')),
    },
    '万元',
  );
}

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
    unit: '万元',
    budget: budgetOf(amount, amount),
    purpose: '测试用途',
    disbursementPlan: planOf('25%', '50%', '75%', '100%'),
    goals: ['虚构目标'],
    indicators: numberIndicators(rows),
    additional: [],
    ...NOTHING_ADDED,
    ...rest,
    record: rest.record ?? rest.code ?? '99990099P00000010001A',
  };
}
