import { answeredRows } from '../../model/outcome.ts';
import { readTarget, targetKey } from '../../model/target.ts';
import { RESULT_LABELS as R } from '../../model/terms.ts';
import { quoted, resultPathOf } from '../project-texts.ts';
import type { Rule } from '../rule.ts';

export const resultChangedTarget: Rule = {
  id: 'result/changed-target',
  title: '自评换了目标',
  severity: 'warning',
  isGrave: true,
  reason: '结果要和年初公开的目标比；自评表里的目标和它不同，读者应当知道。',
  example: {
    wrong: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训人数',
      '      指标值: ≥100人',
      '自评:',
      '  指标:',
      '    - 三级指标: 培训人数',
      '      指标值: ≥90人',
      '      实际完成值: 92人',
    ],
    right: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训人数',
      '      指标值: ≥100人',
      '自评:',
      '  指标:',
      '    - 三级指标: 培训人数',
      '      指标值: ≥100人',
      '      实际完成值: 92人',
    ],
  },
  checkProject(project, remark) {
    for (const { indicator, result } of answeredRows(project)) {
      const { text } = result.target;
      if (text === '' || targetKey(readTarget(text)) === targetKey(indicator.target)) continue;
      remark(resultPathOf(result, R.target), {
        message: `${quoted(indicator.name)}在自评表里的目标是“${text}”，公开的目标是“${indicator.target.text}”。`,
        hint: '请对照两份原文核对。若原文如此，请在“核对说明”中说明；是否完成，按公开的目标比较。',
        value: text,
      });
    }
  },
};
