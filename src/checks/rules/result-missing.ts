import { answersOf } from '../../model/evaluation.ts';
import { LABELS as L, RESULT_LABELS as R } from '../../model/terms.ts';
import { pathOf, quoted, resultPathOf } from '../project-texts.ts';
import type { Rule } from '../rule.ts';

export const resultMissing: Rule = {
  id: 'result/missing',
  title: '目标没有结果',
  severity: 'information',
  reason: '公开了自评的项目，每个目标都该写明完成得怎样；没有写的，读者看不出有没有完成。',
  example: {
    wrong: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训人数',
      '      指标值: ≥100人',
      '自评:',
      '  总分: 95',
    ],
    right: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训人数',
      '      指标值: ≥100人',
      '自评:',
      '  总分: 95',
      '  指标:',
      '    - 三级指标: 培训人数',
      '      实际完成值: 102人',
    ],
  },
  checkProject(project, remark) {
    if (project.evaluation === undefined) return;
    const { byRow } = answersOf(project);
    for (const row of project.indicators) {
      const result = byRow.get(row);
      if (result !== undefined && result.achieved.text !== '') continue;
      const path =
        result === undefined ? [...pathOf(row), L.indicatorName] : resultPathOf(result, R.achieved);
      remark(path, {
        message: `自评没有写${quoted(row.name)}的${R.achieved}。`,
        value: result === undefined ? row.name : '',
      });
    }
  },
};
