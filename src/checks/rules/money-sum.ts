import { equals, sum } from '../../model/decimal.ts';
import { formatStated } from '../../model/money.ts';
import { isBlank } from '../../model/stated.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

/** What 预算数 is made up of; a blank part counts as 0 where another is stated. */
const PARTS = ['fiscal', 'other'] as const;

export const moneySum: Rule = {
  id: 'money/sum',
  title: '金额加起来不等',
  severity: 'warning',
  reason: '预算数应等于财政资金与其他资金之和，不等时总有一个数写错了。',
  example: {
    wrong: ['预算规模:', '  预算数: 190.00', '  财政资金: 100.00', '  其他资金: 80.00'],
    right: ['预算规模:', '  预算数: 190.00', '  财政资金: 100.00', '  其他资金: 90.00'],
  },
  checkProject({ budget }, remark, { unit }) {
    const { total } = budget;
    const parts = PARTS.filter((part) => !isBlank(budget[part]));
    const values = parts.flatMap((part) => budget[part].value ?? []);
    if (total.value === undefined || parts.length === 0 || values.length < parts.length) return;
    const whole = sum(values);
    if (equals(whole, total.value)) return;
    const names = parts.map((part) => `“${L[part]}”`).join('、');
    remark([L.budget, L.total], {
      message: `“${L.total}”是${formatStated(total.value, unit)}，而${names}${parts.length > 1 ? '之和' : ''}是${formatStated(whole, unit)}。`,
      hint: '请对照原文核对这几个数。若原文如此，请在“核对说明”中说明。',
      value: total.text,
    });
  },
};
