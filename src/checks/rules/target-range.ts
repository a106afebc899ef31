import { compare, decimal, ZERO, type Decimal } from '../../model/decimal.ts';
import type { Indicator } from '../../model/indicator.ts';
import { isInCalendar } from '../../model/target-date.ts';
import { LABELS as L } from '../../model/terms.ts';
import { pathOf, quoted } from '../project-texts.ts';
import { isPartOfWhole, unitOf, wholeOf } from '../rates.ts';
import type { Rule } from '../rule.ts';

export const targetRange: Rule = {
  id: 'target/range',
  title: '指标值不可能',
  severity: 'warning',
  reason: '比率不会低于0%，也不会高于100%；日历上没有的日期做不到；成本是金额，不是日期。',
  example: {
    wrong: [
      '绩效指标:',
      '  满意度指标:',
      '    - 二级指标: 服务对象满意度指标',
      '      三级指标: 参训人员满意率',
      '      指标值: ≥950%',
    ],
    right: [
      '绩效指标:',
      '  满意度指标:',
      '    - 二级指标: 服务对象满意度指标',
      '      三级指标: 参训人员满意率',
      '      指标值: ≥95%',
    ],
  },
  checkProject({ indicators }, remark, _, cannotJudge) {
    for (const row of indicators) {
      const { text, reading } = row.target;
      const isNumber = reading.type === 'quantity' || reading.type === 'malformed' || reading.type === 'unit';
      if (isNumber && isPartOfWhole(row) && !unitOf(row)) cannotJudge('有比率的指标值读不出是百分之几');
      const problem = problemOf(row);
      if (problem === undefined) continue;
      remark([...pathOf(row), L.target], {
        message: `${quoted(row.name)}的${L.target}是“${text}”：${problem}。`,
        hint: '请对照原文核对。若原文如此，请在“核对说明”中说明，数值按原文公开。',
        value: text,
      });
    }
  },
};

function problemOf(row: Indicator): string | undefined {
  const { reading } = row.target;
  switch (reading.type) {
    case 'date':
      if (!isInCalendar(reading) || (reading.until !== undefined && !isInCalendar(reading.until))) {
        return '日历上没有这个日期';
      }
      return row.kind.endsWith('成本指标') || row.name.endsWith('成本')
        ? '指标是成本，值却是日期'
        : undefined;
    case 'range':
      if (compare(reading.low, reading.high) > 0) return '前面的数比后面的大';
      return isImpossible(row, reading.low, reading.high) ? BEYOND : undefined;
    case 'quantity':
      return isImpossible(row, reading.number, reading.number) ? BEYOND : undefined;
    default:
      return undefined;
  }
}

const BEYOND = '比率应在0%到100%之间';

/** Whether a share of a whole is below nothing or above all; more than all, or less than nothing, is so too. */
function isImpossible(row: Indicator, low: Decimal, high: Decimal): boolean {
  const whole = wholeOf(unitOf(row));
  if (whole === undefined || !isPartOfWhole(row)) return false;
  const { reading } = row.target;
  const sign = reading.type === 'quantity' ? reading.comparator : '=';
  return (
    compare(low, ZERO) < (sign === '<' ? 1 : 0) || compare(high, decimal(whole)) > (sign === '>' ? -1 : 0)
  );
}
