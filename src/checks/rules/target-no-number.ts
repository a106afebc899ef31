import { foldTarget } from '../../model/target-text.ts';
import { LABELS as L } from '../../model/terms.ts';
import { pathOf, quoted } from '../project-texts.ts';
import type { Rule } from '../rule.ts';

export const targetNoNumber: Rule = {
  id: 'target/no-number',
  title: '指标值没有数',
  severity: 'warning',
  reason: '指标值只有单位没有数，就无法知道承诺了多少。',
  example: {
    wrong: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 参加基本医疗保险人数',
      '      指标值: 人',
    ],
    right: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 参加基本医疗保险人数',
      '      指标值: ≥11万人',
    ],
  },
  checkProject({ indicators }, remark) {
    for (const row of indicators) {
      const { text, reading } = row.target;
      const isSign = /^[≥≤<>=]+$/.test(foldTarget(text).trim());
      if (reading.type !== 'unit' && !isSign) continue;
      remark([...pathOf(row), L.target], {
        message: `${quoted(row.name)}的${L.target}只有${isSign ? '符号' : '单位'}“${text}”，没有数。`,
        hint: '请对照原文核对。若原文如此，请在“核对说明”中说明。',
        value: text,
      });
    }
  },
};
