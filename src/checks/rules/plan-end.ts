import { decimal, equals } from '../../model/decimal.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

const LAST = '12月底';

export const planEnd: Rule = {
  id: 'plan/end',
  title: '年底不是100%',
  severity: 'warning',
  reason: '预算是一年的，到12月底应计划支出100%。',
  example: {
    wrong: ['资金支出计划:', '  12月底: 90%'],
    right: ['资金支出计划:', '  12月底: 100%'],
  },
  checkProject({ disbursementPlan }, remark, _, cannotJudge) {
    const last = disbursementPlan.find(({ period }) => period === LAST);
    // A form that does not ask for the end of the year has nothing to be held to.
    if (last === undefined) {
      cannotJudge(`表上没有${LAST}`);
      return;
    }
    const { text, value } = last.stated;
    // A text that is no share is spoken of by plan/format.
    if (text !== '' && value === undefined) cannotJudge('有的比例读不出');
    if (text !== '' && (value === undefined || equals(value, decimal(100)))) return;
    remark([L.disbursementPlan, LAST], {
      message:
        text === ''
          ? `${L.disbursementPlan}“${LAST}”空着，应为100%。`
          : `${L.disbursementPlan}“${LAST}”应为100%，现为“${text}”。`,
      hint: '请对照原文核对。若原文如此，请在“核对说明”中说明。',
      value: text,
    });
  },
};
