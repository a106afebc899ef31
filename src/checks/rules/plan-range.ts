import { compare, decimal, format, shift, trim, ZERO, type Decimal } from '../../model/decimal.ts';
import { countedShares } from '../../model/disbursement-plan.ts';
import { LABELS as L } from '../../model/terms.ts';
import { whyNoPlan } from '../cannot-judge.ts';
import type { Rule } from '../rule.ts';

const HUNDRED = decimal(100);

export const planRange: Rule = {
  id: 'plan/range',
  title: '计划比例不可能',
  severity: 'warning',
  isGrave: true,
  reason: '累计支出的比例不会低于0%，也不会高于100%。',
  example: {
    wrong: ['资金支出计划:', '  10月底: 750000%'],
    right: ['资金支出计划:', '  10月底: 75%'],
  },
  checkProject({ disbursementPlan }, remark, _, cannotJudge) {
    const unread = whyNoPlan(disbursementPlan);
    if (unread !== undefined) cannotJudge(unread);
    for (const { period, stated, counted } of countedShares(disbursementPlan)) {
      if (stated.value === undefined) continue;
      if (compare(stated.value, ZERO) >= 0 && compare(stated.value, HUNDRED) <= 0) continue;
      const likely = likelyShare(stated.value, counted);
      remark([L.disbursementPlan, period], {
        message: `${L.disbursementPlan}“${period}”应在 0% 到 100% 之间，现为“${stated.text}”。`,
        hint: `${likely === undefined ? '' : `疑为“${likely}”。`}若原文如此，请在“核对说明”中说明，数值按原文公开。`,
        value: stated.text,
      });
    }
  },
};

/**
 * The share that was likely meant where a percentage was written as a percentage once or twice too often:
 * 750000 % is 75 % times 100 times 100. Not less than what is paid before. What is not even ten times the whole
 * may as well be a slip of the keys, such as 250 % for 25 %.
 */
function likelyShare(value: Decimal, before: Decimal): string | undefined {
  if (compare(value, decimal(1000)) < 0) return undefined;
  const [candidate, ...others] = [-2, -4]
    .map((places) => trim(shift(value, places)))
    .filter((one) => compare(one, before) >= 0 && compare(one, HUNDRED) <= 0);
  // 25000 % is 2.5 % or 25 %.
  return candidate === undefined || others.length > 0 || compare(candidate, decimal(10)) < 0
    ? undefined
    : `${format(candidate)}%`;
}
