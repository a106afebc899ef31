import type { Indicator } from '../../model/indicator.ts';
import { LABELS as L } from '../../model/terms.ts';
import { pathOf, quoted } from '../project-texts.ts';
import { isRate, unitOf, wholeOf } from '../rates.ts';
import type { Rule } from '../rule.ts';

export const targetUnit: Rule = {
  id: 'target/unit',
  title: '单位与指标不相称',
  severity: 'information',
  reason: '指标值的单位与指标不相称，可能填错了栏，也可能漏了单位。',
  example: {
    wrong: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 时效指标',
      '      三级指标: 培训按期完成率',
      '      指标值: 2022年12月',
    ],
    right: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 时效指标',
      '      三级指标: 培训按期完成率',
      '      指标值: 100%',
    ],
  },
  checkProject({ indicators }, remark) {
    for (const row of indicators) {
      const problem = problemOf(row);
      if (problem === undefined) continue;
      remark([...pathOf(row), L.target], {
        message: `${quoted(row.name)}的${L.target}是“${row.target.text}”：${problem}。`,
        value: row.target.text,
      });
    }
  },
};

const COUNT = /^(?:人|人数|人次|次|次数)$/;
/** What no rate is counted in. */
const NO_RATE = /^(?:万?人|人数|人次|名|户|家|次|次数|件|项)$/;

function problemOf(row: Indicator): string | undefined {
  const { kind, name, target } = row;
  const { type } = target.reading;
  if (isRate(row) && (type === 'date' || type === 'time')) {
    return `指标是比率，值却是${type === 'date' ? '日期' : '时间'}`;
  }
  const unit = unitOf(row);
  if (unit === undefined) return undefined;
  if (unit === '') return '数后面没有单位';
  if (isRate(row) && unit.endsWith('元')) return '指标是比率，值却是金额';
  if (isRate(row) && NO_RATE.test(unit)) return `指标是比率，单位却是“${unit}”`;
  if (kind.endsWith('成本指标') && COUNT.test(unit)) return `${kind}的单位一般是金额，这里是“${unit}”`;
  if (/(?:人数|次数|数量|个数)$/.test(name) && wholeOf(unit) !== undefined) return '指标是数量，值却是百分比';
  if (name.endsWith('成本') && wholeOf(unit) !== undefined) return '指标是成本，值却是百分比';
  return undefined;
}
