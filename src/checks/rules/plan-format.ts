import { compare, decimal, parseDecimal, shift, toText, trim, ZERO } from '../../model/decimal.ts';
import { nameFigureTypos, plainFigures } from '../../model/money.ts';
import { LABELS as L } from '../../model/terms.ts';
import { hintWithoutFigures } from '../hint-without-figures.ts';
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
      const [one, other] = sharesMeant(text).map((share) => `“${period}: ${share}”`);
      remark([L.disbursementPlan, period], {
        message: `${L.disbursementPlan}“${period}”应为百分数，现为“${text}”${nameFigureTypos(text)}。`,
        hint:
          one === undefined
            ? hintWithoutFigures(text, '比例')
            : other === undefined
              ? `应写作${one}。`
              : `请对照原文，看是哪一个：应写作${one}或${other}。`,
        value: text,
      });
    }
  },
};

/**
 * The shares that a text without its sign, or written otherwise, may stand for. A spreadsheet copies the cell
 * 50% as 0.5, which an editor may also have typed for 0.5%.
 */
function sharesMeant(text: string): readonly string[] {
  const [, figures = '', sign] = /^0*(\d+(?:\.\d+)?)(%?)$/.exec(plainFigures(text)) ?? [];
  const value = parseDecimal(figures);
  if (value === undefined || compare(value, decimal(100)) > 0) return [];
  const isFraction = sign === '' && compare(value, ZERO) > 0 && compare(value, decimal(1)) <= 0;
  return [...(isFraction ? [`${toText(trim(shift(value, 2)))}%`] : []), `${figures}%`];
}
