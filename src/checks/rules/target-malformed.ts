import { LABELS as L } from '../../model/terms.ts';
import { pathOf, quoted } from '../project-texts.ts';
import type { Rule } from '../rule.ts';

export const targetMalformed: Rule = {
  id: 'target/malformed',
  title: '指标值读不成数',
  severity: 'warning',
  reason: '指标值里的数写得不完整或多了符号，读者和程序都读不准。',
  example: {
    wrong: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 质量指标',
      '      三级指标: 补助资金到位率',
      '      指标值: "%100%"',
    ],
    right: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 质量指标',
      '      三级指标: 补助资金到位率',
      '      指标值: 100%',
    ],
  },
  checkProject({ indicators }, remark) {
    for (const row of indicators) {
      const { text, reading } = row.target;
      if (reading.type !== 'malformed') continue;
      const { likely } = reading;
      remark([...pathOf(row), L.target], {
        message: `${quoted(row.name)}的${L.target}“${text}”读不成一个完整的数。`,
        hint: `${likely === undefined ? '' : `疑为“${likely}”。`}若原文如此，请在“核对说明”中说明，数值按原文公开。`,
        value: text,
      });
    }
  },
};
