import { nameFigureTypos, plainFigures } from '../../model/money.ts';
import { BUDGET_FIELDS } from '../../model/form.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const moneyFormat: Rule = {
  id: 'money/format',
  title: '金额不是数字',
  severity: 'error',
  confirmable: true,
  reason: '金额要能准确相加，所以必须是数字。',
  example: {
    wrong: ['预算规模:', '  预算数: 1,392万元'],
    right: ['预算规模:', '  预算数: 1392'],
  },
  checkProject({ budget }, remark) {
    for (const { name, label } of BUDGET_FIELDS) {
      const { text, value } = budget[name];
      if (text === '' || value !== undefined) continue;
      const [, zeros = '', rest = ''] = /^(0+)(?=[1-9])(\d+)$/.exec(text) ?? [];
      const corrected = plainFigures(text).replace(/(?:万|亿)?元$/, '');
      remark([L.budget, label], {
        message: `“${label}”应为数字（最多6位小数，不写逗号和单位），现为“${text}”${nameFigureTypos(text)}。`,
        // A zero too many, or a point too few.
        hint:
          zeros !== ''
            ? `请对照原文，看是哪一个：应写作“${label}: ${rest}”或“${label}: 0.${zeros.slice(1)}${rest}”。`
            : /^\d+(\.\d{1,6})?$/.test(corrected)
              ? `应写作“${label}: ${corrected}”。`
              : '如果原文没有写明金额，请留空。',
        value: text,
      });
    }
  },
};
