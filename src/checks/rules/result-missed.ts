import { answeredRows } from '../../model/outcome.ts';
import { RESULT_LABELS as R } from '../../model/terms.ts';
import { quoted, resultPathOf } from '../project-texts.ts';
import type { Rule } from '../rule.ts';

export const resultMissed: Rule = {
  id: 'result/missed',
  title: '没有完成又没有写原因',
  severity: 'warning',
  isGrave: true,
  reason: '没有达到目标的，自评表要写明偏差的原因。',
  example: {
    wrong: [
      '绩效指标:',
      '  满意度指标:',
      '    - 二级指标: 服务对象满意度指标',
      '      三级指标: 参训人员满意率',
      '      指标值: ≥95%',
      '自评:',
      '  指标:',
      '    - 三级指标: 参训人员满意率',
      '      实际完成值: 93%',
    ],
    right: [
      '绩效指标:',
      '  满意度指标:',
      '    - 二级指标: 服务对象满意度指标',
      '      三级指标: 参训人员满意率',
      '      指标值: ≥95%',
      '自评:',
      '  指标:',
      '    - 三级指标: 参训人员满意率',
      '      实际完成值: 93%',
      '      偏差原因: 部分课程改为线上，下年恢复面授。',
    ],
  },
  checkProject(project, remark) {
    for (const { indicator, result, outcome } of answeredRows(project)) {
      if (outcome !== '未完成' || result.reason.text !== '') continue;
      const { text } = result.achieved;
      remark(resultPathOf(result, R.achieved), {
        message: `${quoted(indicator.name)}的目标是“${indicator.target.text}”，${R.achieved}是“${text}”，没有写${R.reason}。`,
        hint: `请对照自评表补上“${R.reason}”。若原文没有写，请在“核对说明”中说明。`,
        value: text,
      });
    }
  },
};
