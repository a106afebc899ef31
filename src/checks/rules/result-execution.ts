import { compare, round } from '../../model/decimal.ts';
import { executionOf } from '../../model/evaluation.ts';
import { formatIn } from '../../model/money.ts';
import { EVALUATION_LABELS as E, LABELS as L } from '../../model/terms.ts';
import { shareWords } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

export const resultExecution: Rule = {
  id: 'result/execution',
  title: '执行数、执行率不可能',
  severity: 'warning',
  isGrave: true,
  reason: '全年执行数不该超过全年预算数；执行率就是两个数相除，算出来不一样，总有一个数写错了。',
  example: {
    wrong: ['自评:', '  全年预算数: 190.00', '  全年执行数: 191.20'],
    right: ['自评:', '  全年预算数: 190.00', '  全年执行数: 189.20', '  执行率: 99.58%'],
  },
  checkProject({ evaluation, budget, unit }, remark, _, cannotJudge) {
    if (evaluation === undefined) return;
    const { spent, rate } = evaluation;
    // Where the year's budget is not stated, it is the one that was published.
    const [name, whole] =
      evaluation.allocated.text === '' ? [L.total, budget.total] : [E.allocated, evaluation.allocated];
    if (spent.value === undefined || whole.value === undefined) {
      cannotJudge('自评没有列明执行数或者预算数');
      return;
    }
    if (compare(spent.value, whole.value) > 0) {
      remark([L.evaluation, E.spent], {
        message: `“${E.spent}”是${spent.text}${unit}，超过了“${name}”${formatIn(whole.value, unit)}。`,
        hint: '请对照自评表核对这两个数。若原文如此，请在“核对说明”中说明。',
        value: spent.text,
      });
    }
    const counted = executionOf(evaluation);
    if (rate.value === undefined || counted === undefined) return;
    // A rate is stated with as many places as its document has.
    const places = Math.min(rate.value.scale, counted.scale);
    if (compare(round(counted, places), round(rate.value, places)) === 0) return;
    remark([L.evaluation, E.rate], {
      message: `“${E.rate}”是${rate.text}，而“${E.spent}”除以“${E.allocated}”是${shareWords(counted)}。`,
      hint: '请对照自评表核对这几个数。若原文如此，请在“核对说明”中说明。',
      value: rate.text,
    });
  },
};
