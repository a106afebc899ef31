import { describe, expect, it } from 'vitest';
import { costBudget } from '../../../src/checks/rules/cost-budget.ts';
import { moneySum } from '../../../src/checks/rules/money-sum.ts';
import { planEnd } from '../../../src/checks/rules/plan-end.ts';
import { planGap } from '../../../src/checks/rules/plan-gap.ts';
import { planOrder } from '../../../src/checks/rules/plan-order.ts';
import { planRange } from '../../../src/checks/rules/plan-range.ts';
import { numberIndicators } from '../../../src/model/indicator.ts';
import { readAmount } from '../../../src/model/money.ts';
import { findingsOf, valuesFound } from '../../setup/remarks.ts';
import { budgetOf, planOf, sampleProject } from '../../setup/sample.ts';

const withPlan = (march: string, june: string, october: string, december: string) =>
  sampleProject({
    disbursementPlan: planOf(march, june, october, december),
  });
/** 预算数, 财政资金, 其他资金, 上年结转. */
type Amounts = [string, string, string, string?];
const withBudget = (...amounts: Amounts) => sampleProject({ budget: budgetOf(...amounts) });

describe('money/sum', () => {
  it('speaks of amounts in the unit in which they are stated', () => {
    const budget = {
      total: readAmount('1900000', '元'),
      fiscal: readAmount('1800000.50', '元'),
      carriedOver: { text: '' },
      other: { text: '' },
    };
    const [finding] = findingsOf(moneySum, sampleProject({ unit: '元', budget }));
    expect(finding?.message).toBe('“预算数”是1900000元，而只列了“财政资金”1800000.50元。');
  });
  it.each([
    ['100', '100', ''],
    ['100', '', '100.00'],
    ['100.00', '60.5', '39.5'],
    ['100', '', ''],
    ['', '100', ''],
    ['100', '待定', '50'],
    ['0.3', '0.1', '0.2'],
    ['0.3', '0.1', '', '0.2'],
  ] as readonly Amounts[])('accepts %s = %s + %s', (...amounts) => {
    expect(findingsOf(moneySum, withBudget(...amounts))).toEqual([]);
  });
  it.each([
    ['100', '90', ''],
    ['100', '60', '39.99'],
    ['100', '0', '0'],
    ['100', '60', '30', '20'],
  ] as readonly Amounts[])('doubts %s = %s + %s', (...amounts) => {
    expect(valuesFound(moneySum, withBudget(...amounts))).toEqual(['100']);
  });
});

describe('cost/budget', () => {
  it('speaks of the budget in the unit in which it is stated', () => {
    const indicators = numberIndicators({
      产出指标: [{ kind: '成本指标', name: '总成本', description: '', target: '25.72万元', basis: '' }],
    });
    const budget = { ...budgetOf(''), total: readAmount('841400', '元') };
    expect(findingsOf(costBudget, sampleProject({ unit: '元', budget, indicators }))[0]?.message).toBe(
      '“总成本”的指标值是“25.72万元”，而预算数是841,400元。',
    );
  });
});

describe('plan/range', () => {
  it.each(['0%', '100%', '', '99.99%'])('accepts %j', (share) => {
    expect(findingsOf(planRange, withPlan('0%', '0%', share, '100%'))).toEqual([]);
  });
  it.each([
    ['750000%', '疑为“75%”。'],
    ['7500%', '疑为“75%”。'],
    ['100.01%', '若原文如此'],
    ['-1%', '若原文如此'],
    ['300%', '若原文如此'],
    ['250%', '若原文如此'],
    ['25000%', '若原文如此'],
    ['5000%', '疑为“50%”。'],
  ])('doubts %j and hints at what was meant', (share, hint) => {
    const [finding] = findingsOf(planRange, withPlan('25%', '50%', share, '100%'));
    expect(finding).toMatchObject({ value: share, severity: 'warning' });
    expect(finding?.hint?.startsWith(hint)).toBe(true);
  });
});

describe('plan/order', () => {
  it('accepts equal shares, blanks, and 100 % after a value that cannot be true', () => {
    expect(findingsOf(planOrder, withPlan('25%', '25%', '', '100%'))).toEqual([]);
    expect(findingsOf(planOrder, withPlan('25%', '50%', '750000%', '100%'))).toEqual([]);
  });
  it('doubts a share below the last that can be true, but leaves negative ones to plan/range', () => {
    expect(valuesFound(planOrder, withPlan('50%', '25%', '49.9%', '100%'))).toEqual(['25%', '49.9%']);
    expect(findingsOf(planOrder, withPlan('50%', '-5%', '75%', '100%'))).toEqual([]);
  });
});

describe('plan/gap', () => {
  it('accepts blanks before the first share, and none at all', () => {
    expect(findingsOf(planGap, withPlan('', '', '50%', '100%'))).toEqual([]);
    expect(findingsOf(planGap, withPlan('', '', '', ''))).toEqual([]);
    expect(findingsOf(planGap, withPlan('25%', '50%', '', ''))).toEqual([]);
  });
  it('doubts each blank between two shares, also two in a row', () => {
    expect(findingsOf(planGap, withPlan('25%', '', '', '100%'))).toHaveLength(2);
    expect(findingsOf(planGap, withPlan('25%', '', '75%', '100%'))[0]?.message).toContain('“6月底”空着');
  });
});

describe('plan/end', () => {
  it.each(['100%', '100.0%'])('accepts %s', (share) => {
    expect(findingsOf(planEnd, withPlan('', '', '', share))).toEqual([]);
  });
  it.each(['99%', '', '101%', '0%'])('doubts %j', (share) => {
    expect(valuesFound(planEnd, withPlan('', '', '', share))).toEqual([share]);
  });
});
