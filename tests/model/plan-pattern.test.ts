import { describe, expect, it } from 'vitest';
import { planPatternOf } from '../../src/model/plan-pattern.ts';
import { planOf } from '../setup/sample.ts';
import { recordedProjects } from '../site/recorded-projects.ts';

describe('the pattern of a plan', () => {
  it.each<[readonly [string, string, string, string], string]>([
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
  ])('of %j is %s', (shares, pattern) => {
    expect(planPatternOf(planOf(...shares))).toBe(pattern);
  });

  it('is told of each of the 40 plans of the document', () => {
    const patterns = new Map<string, number>();
    for (const { 资金支出计划: plan } of recordedProjects()) {
      const pattern = planPatternOf(
        planOf(plan['3月底'] ?? '', plan['6月底'] ?? '', plan['10月底'] ?? '', plan['12月底'] ?? ''),
      );
      patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
    }
    expect(Object.fromEntries(patterns)).toEqual({ quarterly: 26, december: 8, once: 3, other: 3 });
  });
});
