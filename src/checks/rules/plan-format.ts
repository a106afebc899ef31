import { nameFigureTypos, plainFigures } from '../../model/money.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const planFormat: Rule = {
  id: 'plan/format',
  title: '计划不是百分数',
  severity: 'error',
  confirmable: true,
  reason: '支出计划要能相加，所以必须是百分数。',
  example: {
    wrong: ['资金支出计划:', '  12月底: 全部'],
    right: ['资金支出计划:', '  12月底: 100%'],
  },
  checkProject({ disbursementPlan }, remark) {
    for (const { period, stated } of disbursementPlan) {
      const { text, value } = stated;
      if (text === '' || value !== undefined) continue;
      const figures = /^0*(\d+(?:\.\d+)?)%?$/.exec(plainFigures(text))?.[1];
      remark([L.disbursementPlan, period], {
        message: `${L.disbursementPlan}“${period}”应为百分数，现为“${text}”${nameFigureTypos(text)}。`,
        hint: figures === undefined ? '如果原文没有写明比例，请留空。' : `应写作“${period}: ${figures}%”。`,
        value: text,
      });
    }
  },
};
