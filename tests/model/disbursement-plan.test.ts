import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, decimal, equals, parseDecimal, sum, toText, ZERO } from '../../src/model/decimal.ts';
import { countedShares, plannedAmount, readShare, sumPlans } from '../../src/model/disbursement-plan.ts';
import { readAmount } from '../../src/model/money.ts';
import { planOf } from '../setup/sample.ts';

const project = (amount: string, ...shares: [string, string, string, string]) => ({
  budget: { total: readAmount(amount, '万元') },
  disbursementPlan: planOf(...shares),
});
const counted = (...shares: [string, string, string, string]) =>
  countedShares(planOf(...shares)).map(({ counted: share, status }) => `${toText(share)} ${status}`);

describe('a share', () => {
  it.each(['25%', '33.3%', '0%', '-5%', '750000%'])('is read from %s', (text) => {
    expect(readShare(text).value).toEqual(parseDecimal(text.slice(0, -1)));
  });
  it.each(['', '25', '%', '%100%', '25％', '25 %', '待定'])(
    'has no value in %j, but its text stays',
    (text) => {
      expect(readShare(text)).toEqual({ text });
    },
  );
});

describe('the shares that sums count', () => {
  it('are those stated where all are in order', () => {
    expect(counted('25%', '50%', '75%', '100%')).toEqual([
      '25 stated',
      '50 stated',
      '75 stated',
      '100 stated',
    ]);
  });
  it('are 0 for blanks at the start', () => {
    expect(counted('', '', '', '100%')).toEqual(['0 blank', '0 blank', '0 blank', '100 stated']);
  });
  it('are the last stated one for a blank in between', () => {
    expect(counted('25%', '', '75%', '100%')[1]).toBe('25 blank');
  });
  it('are the last accepted one for what cannot be true', () => {
    expect(counted('25%', '50%', '750000%', '100%')).toEqual([
      '25 stated',
      '50 stated',
      '50 above-range',
      '100 stated',
    ]);
    expect(counted('50%', '25%', '-1%', '100%')).toEqual([
      '50 stated',
      '50 below-last',
      '50 below-last',
      '100 stated',
    ]);
  });
  it('take 100 % and an equal share as true', () => {
    expect(counted('100%', '100%', '100%', '100%').every((line) => line.endsWith('stated'))).toBe(true);
  });
  it('are the last accepted one for a text that is no share', () => {
    expect(counted('25%', '待定', '75%', '100%')[1]).toBe('25 unreadable');
  });
  it('never fall and never leave 0 to 100 %, whatever is written', () => {
    const share = fc.oneof(
      fc.constant(''),
      fc.integer({ min: -200, max: 900 }).map((n) => `${n}%`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.tuple(share, share, share, share), (shares) => {
        let last = ZERO;
        for (const { counted: now } of countedShares(planOf(...shares))) {
          expect(compare(now, last)).toBeGreaterThanOrEqual(0);
          expect(compare(now, decimal(100))).toBeLessThanOrEqual(0);
          last = now;
        }
      }),
    );
  });
});

describe('the sum of plans', () => {
  it('names what is not stated with its budgets', () => {
    const [march, june] = sumPlans([
      project('100', '25%', '50%', '75%', '100%'),
      project('10', '', '50%', '75%', '100%'),
    ]);
    expect(toText(march?.amount ?? ZERO)).toBe('25.00');
    expect(march?.notStated).toEqual({ count: 1, amount: decimal(10) });
    expect(march?.share && toText(march.share)).toBe('22.73');
    expect(june?.notStated.count).toBe(0);
  });
  it('counts what is not accepted apart from what is not stated', () => {
    const october = sumPlans([project('5.10', '25%', '50%', '750000%', '100%')])[2];
    expect(october).toMatchObject({ notAccepted: 1, notStated: { count: 0 } });
    expect(toText(october?.amount ?? ZERO)).toBe('2.5500');
  });
  it('leaves out projects whose budget is not stated', () => {
    expect(sumPlans([project('', '25%', '50%', '75%', '100%')])[3]).toMatchObject({
      share: undefined,
      notStated: { count: 0 },
    });
  });
  it('is the sum of its payments, and of the projects one by one', () => {
    const shares = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 100 }).map((n) => `${n}%`)));
    const projects = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 10 ** 9 }), shares)
        .map(([cents, [a = '', b = '', c = '', d = '']]) =>
          project(toText({ digits: BigInt(cents), scale: 2 }), a, b, c, d),
        ),
    );
    fc.assert(
      fc.property(projects, (all) => {
        const points = sumPlans(all);
        const payments = points.reduce((whole, { payment }) => add(whole, payment), ZERO);
        expect(equals(payments, points.at(-1)?.amount ?? ZERO)).toBe(true);
        const single = sum(
          all.map(({ budget, disbursementPlan }) =>
            plannedAmount(budget.total.value ?? ZERO, countedShares(disbursementPlan)[3]?.counted ?? ZERO),
          ),
        );
        expect(equals(single, points.at(-1)?.amount ?? ZERO)).toBe(true);
      }),
    );
  });
});
