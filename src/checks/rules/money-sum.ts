import { add, equals, format, ZERO } from '../../model/decimal.ts';
import { isBlank } from '../../model/stated.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const moneySum: Rule = {
  id: 'money/sum',
  title: '金额加起来不等',
  severity: 'warning',
  reason: '预算数应等于财政资金与其他资金之和，不等时总有一个数写错了。',
  example: {
    wrong: ['预算规模:', '  预算数: 190.00', '  财政资金: 100.00', '  其他资金: 80.00'],
    right: ['预算规模:', '  预算数: 190.00', '  财政资金: 100.00', '  其他资金: 90.00'],
  },
  checkProject({ budget: { total, fiscal, other } }, remark) {
    if (total.value === undefined || (isBlank(fiscal) && isBlank(other))) return;
    const parts = [fiscal, other].map((part) => (isBlank(part) ? ZERO : part.value));
    const [fiscalValue, otherValue] = parts;
    if (fiscalValue === undefined || otherValue === undefined) return;
    const sum = add(fiscalValue, otherValue);
    if (equals(sum, total.value)) return;
    remark([L.budget, L.total], {
      message: `“${L.total}”是${total.text}，而“${L.fiscal}”与“${L.other}”之和是${format(sum)}（万元）。`,
      hint: '请对照原文核对三个数。若原文如此，请在“核对说明”中说明。',
      value: total.text,
    });
  },
};
