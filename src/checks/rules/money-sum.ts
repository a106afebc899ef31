import { equals, sum } from '../../model/decimal.ts';
import { BUDGET_FIELDS } from '../../model/form.ts';
import { formatIn } from '../../model/money.ts';
import { isBlank } from '../../model/stated.ts';
import { LABELS as L } from '../../model/terms.ts';
import { whyNoAmount } from '../cannot-judge.ts';
import type { Rule } from '../rule.ts';

/** What 预算数 is made of. */
const PARTS = BUDGET_FIELDS.filter(({ name }) => name !== 'total');

export const moneySum: Rule = {
  id: 'money/sum',
  title: '金额加起来不等',
  severity: 'warning',
  isGrave: true,
  reason: '预算数应等于财政资金、上年结转与其他资金之和，不等时总有一个数写错了。',
  example: {
    wrong: ['预算规模:', '  预算数: 190.00', '  财政资金: 100.00', '  其他资金: 80.00'],
    right: ['预算规模:', '  预算数: 190.00', '  财政资金: 100.00', '  其他资金: 90.00'],
  },
  checkProject({ budget, unit }, remark, _, cannotJudge) {
    const { total } = budget;
    const parts = PARTS.filter(({ name }) => !isBlank(budget[name]));
    if (parts.length === 0) {
      cannotJudge('没有列明各项资金');
      return;
    }
    const values = parts.flatMap(({ name }) => budget[name].value ?? []);
    // A part that cannot be read may be any amount.
    if (total.value === undefined || values.length < parts.length) {
      cannotJudge(whyNoAmount(L.total, total) ?? '有的金额读不出');
      return;
    }
    const whole = sum(values);
    if (equals(whole, total.value)) return;
    const names = parts.map(({ label }) => `“${label}”`).join('与');
    const [first] = parts.map(({ name }) => `${budget[name].text}${unit}`);
    const what =
      parts.length === 1 ? `只列了${names}${first ?? ''}` : `${names}之和是${formatIn(whole, unit)}`;
    remark([L.budget, L.total], {
      message: `“${L.total}”是${total.text}${unit}，而${what}。`,
      hint: '请对照原文核对这几个数。若原文如此，请在“核对说明”中说明。',
      value: total.text,
    });
  },
};
