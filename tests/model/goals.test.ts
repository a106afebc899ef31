import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberGoals, splitGoals } from '../../src/model/goals.ts';

describe('the goals of a form', () => {
  it('are numbered, also a single one, and none where there is none', () => {
    expect(numberGoals(['甲', '1.丙'])).toBe('1.甲\n2.1.丙');
    expect(numberGoals(['甲'])).toBe('1.甲');
    expect(numberGoals([])).toBe('');
  });

  it('are numbered otherwise where the usual way would read as a quantity or as two goals', () => {
    expect(numberGoals(['5个村通水', '修路'])).toBe('（1）5个村通水\n（2）修路');
    expect(numberGoals(['1.挂牌112株；2.复壮8株。'])).toBe('1.挂牌112株；2.复壮8株。');
  });

  it('read back as they were, a line each', () => {
    const beginning = fc.constantFrom('', '1.', '2、', '（1）', '3', '2022年', '5万', '1.5', '目标2：', '20');
    const words = fc.constantFrom('甲村通水', '修路3公里；修桥', '挂牌112株；2.复壮8株', '甲；3、乙');
    const goal = fc.tuple(beginning, words).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(goal, { maxLength: 5 }), (goals) => {
        expect(splitGoals(numberGoals(goals))).toEqual(goals);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});
