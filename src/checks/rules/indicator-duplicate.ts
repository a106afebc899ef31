import { LABELS as L } from '../../model/terms.ts';
import { pathOf, quoted } from '../project-texts.ts';
import type { Rule } from '../rule.ts';

export const indicatorDuplicate: Rule = {
  id: 'indicator/duplicate',
  title: '指标重复',
  severity: 'warning',
  reason: '同一指标列了两遍，多半是复制后忘了修改。',
  example: {
    wrong: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训人数',
      '      绩效指标描述: 参加培训的人数',
      '      指标值: ≥100人',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训人数',
      '      绩效指标描述: 参加培训的人数',
      '      指标值: ≥100人',
    ],
    right: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训人数',
      '      绩效指标描述: 参加培训的人数',
      '      指标值: ≥100人',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训场次',
      '      绩效指标描述: 举办培训的场次',
      '      指标值: ≥4场',
    ],
  },
  checkProject({ indicators }, remark) {
    const seen = new Set<string>();
    for (const row of indicators) {
      const key = [row.category, row.kind, row.name, row.description].join('\n');
      if (!seen.has(key)) {
        seen.add(key);
        continue;
      }
      remark([...pathOf(row), L.indicatorName], {
        message: `“${row.kind}”下的${quoted(row.name)}已经列过，名称和描述都相同。`,
        hint: '请对照原文核对。若原文如此，请在“核对说明”中说明。',
        value: row.name,
      });
    }
  },
};
