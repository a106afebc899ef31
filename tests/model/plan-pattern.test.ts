import { describe, expect, it } from 'vitest';
import { readShare, type DisbursementPlan } from '../../src/model/disbursement-plan.ts';
import { planPatternOf } from '../../src/model/plan-pattern.ts';
import { recordedProjects } from '../site/recorded-projects.ts';

const planOf = (march = '', june = '', october = '', december = ''): DisbursementPlan => ({
  '3月底': readShare(march),
  '6月底': readShare(june),
  '10月底': readShare(october),
  '12月底': readShare(december),
});

describe('the pattern of a plan', () => {
  it.each([
    [['', '', '', '100%'], 'december'],
    [['', '', '', '80%'], 'december'],
    [['25%', '50%', '75%', '100%'], 'quarterly'],
    [['25.0%', '50.00%', '75%', '100%'], 'quarterly'],
    [['100%', '100%', '100%', '100%'], 'once'],
    [['', '', '100%', '100%'], 'once'],
    [['10%', '20%', '30%', '100%'], 'uneven'],
    [['0%', '0%', '0%', '100%'], 'uneven'],
    [['25%', '', '75%', '100%'], 'other'],
    [['', '50%', '75%', '100%'], 'other'],
    [['100%', '', '', ''], 'other'],
    [['', '', '', ''], 'other'],
    [['25%', '50%', '750000%', '100%'], 'other'],
    [['50%', '25%', '75%', '100%'], 'other'],
    [['', '', '', '待定'], 'other'],
    [['', '', '', '120%'], 'other'],
  ] as const)('of %j is %s', (shares, pattern) => {
    expect(planPatternOf(planOf(...shares))).toBe(pattern);
  });

  it('is told of each of the 40 plans of the document', () => {
    const patterns = new Map<string, number>();
    for (const { 资金支出计划: plan } of recordedProjects()) {
      const pattern = planPatternOf(planOf(plan['3月底'], plan['6月底'], plan['10月底'], plan['12月底']));
      patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
    }
    expect(Object.fromEntries(patterns)).toEqual({ quarterly: 26, december: 8, once: 3, other: 3 });
  });
});
