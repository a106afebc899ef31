import { compare, equals } from '../../model/decimal.ts';
import { formatIn, toWan } from '../../model/money.ts';
import { LABELS as L } from '../../model/terms.ts';
import { whyNoAmount } from '../cannot-judge.ts';
import { pathOf } from '../project-texts.ts';
import type { Rule } from '../rule.ts';

/** Indicators that state what the whole project costs. */
const WHOLE_COST = /^(?:资金成本|运行成本|项目(?:总)?成本|资金总成本|总成本)$/;

export const costBudget: Rule = {
  id: 'cost/budget',
  title: '成本与预算数不同',
  severity: 'warning',
  isGrave: true,
  reason: '项目的总成本应等于预算数，不等时其中一个可能来自别的项目。',
  example: {
    wrong: [
      '预算规模:',
      '  预算数: 84.14',
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 成本指标',
      '      三级指标: 资金成本',
      '      指标值: 25.72万元',
    ],
    right: [
      '预算规模:',
      '  预算数: 84.14',
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 成本指标',
      '      三级指标: 资金成本',
      '      指标值: 84.14万元',
    ],
  },
  checkProject({ budget: { total }, indicators, unit }, remark, _, cannotJudge) {
    for (const row of indicators) {
      const { text, reading } = row.target;
      if (!WHOLE_COST.test(row.name) || reading.type !== 'quantity') continue;
      if (reading.unit !== '元' && reading.unit !== '万元' && reading.unit !== '亿元') continue;
      if (total.value === undefined) {
        cannotJudge(whyNoAmount(L.total, total) ?? '');
        return;
      }
      const cost = toWan(reading.number, reading.unit);
      // An upper limit above the budget is no contradiction; one below it is.
      const agrees = reading.comparator === '=' ? equals(cost, total.value) : compare(cost, total.value) >= 0;
      if (agrees || (reading.comparator !== '=' && reading.comparator !== '≤')) continue;
      remark([...pathOf(row), L.target], {
        message: `“${row.name}”的${L.target}是“${text}”，而${L.total}是${formatIn(total.value, unit)}。`,
        hint: '请对照原文核对。若原文如此，请在“核对说明”中说明。',
        value: text,
      });
    }
  },
};
