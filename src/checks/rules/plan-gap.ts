import type { PlannedShare } from '../../model/disbursement-plan.ts';
import { isBlank } from '../../model/stated.ts';
import { LABELS as L } from '../../model/terms.ts';
import { whyNoPlan } from '../cannot-judge.ts';
import type { Rule } from '../rule.ts';

export const planGap: Rule = {
  id: 'plan/gap',
  title: '计划中间空缺',
  severity: 'warning',
  reason: '前后都填了比例，中间空着，多半是漏填。',
  example: {
    wrong: ['资金支出计划:', '  3月底: 25%', '  6月底:', '  10月底: 75%'],
    right: ['资金支出计划:', '  3月底: 25%', '  6月底: 50%', '  10月底: 75%'],
  },
  checkProject({ disbursementPlan }, remark, _, cannotJudge) {
    const unread = whyNoPlan(disbursementPlan);
    if (unread !== undefined) cannotJudge(unread);
    disbursementPlan.forEach(({ period, stated }, index) => {
      if (!isBlank(stated)) return;
      const isStated = (other: PlannedShare) => !isBlank(other.stated);
      const before = disbursementPlan.slice(0, index).findLast(isStated);
      const after = disbursementPlan.slice(index + 1).find(isStated);
      if (before === undefined || after === undefined) return;
      remark([L.disbursementPlan, period], {
        message: `${L.disbursementPlan}“${period}”空着，而“${before.period}”是“${before.stated.text}”，“${after.period}”是“${after.stated.text}”。`,
        hint: '请对照原文核对是否漏填。若原文就是空白，请在“核对说明”中说明。',
        value: '',
      });
    });
  },
};
