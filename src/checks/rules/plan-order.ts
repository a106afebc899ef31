import { compare, format, trim, ZERO } from '../../model/decimal.ts';
import { countedShares } from '../../model/disbursement-plan.ts';
import { LABELS as L } from '../../model/terms.ts';
import { whyNoPlan } from '../cannot-judge.ts';
import type { Rule } from '../rule.ts';

export const planOrder: Rule = {
  id: 'plan/order',
  title: '计划比例倒退',
  severity: 'warning',
  isGrave: true,
  reason: '比例是累计的，后一个月底不会低于前一个月底。',
  example: {
    wrong: ['资金支出计划:', '  3月底: 50%', '  6月底: 25%'],
    right: ['资金支出计划:', '  3月底: 25%', '  6月底: 50%'],
  },
  checkProject({ disbursementPlan }, remark, _, cannotJudge) {
    const unread = whyNoPlan(disbursementPlan);
    if (unread !== undefined) cannotJudge(unread);
    for (const { period, stated, counted, status } of countedShares(disbursementPlan)) {
      // A share below 0 % is out of range, which says more.
      if (status !== 'below-last' || stated.value === undefined || compare(stated.value, ZERO) < 0) continue;
      remark([L.disbursementPlan, period], {
        message: `${L.disbursementPlan}“${period}”是“${stated.text}”，低于前面已经列明的${format(trim(counted))}%。`,
        hint: '比例是累计数，包括前面已经支出的部分。若原文如此，请在“核对说明”中说明。',
        value: stated.text,
      });
    }
  },
};
