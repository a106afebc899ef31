import { nearestWord } from '../../files/nearest-word.ts';
import { isKindOf } from '../../model/indicator.ts';
import { CATEGORIES, KINDS, LABELS as L, type Category } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const indicatorLevel: Rule = {
  id: 'indicator/level',
  title: '二级指标不在表式之内',
  severity: 'error',
  confirmable: true,
  reason: '二级指标由表式规定，写错了就归不了类。',
  example: {
    wrong: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 社会效益指标',
      '      三级指标: 培训人数',
      '      指标值: ≥100人',
    ],
    right: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训人数',
      '      指标值: ≥100人',
    ],
  },
  checkProject({ indicators }, remark) {
    for (const { category, kind, place } of indicators) {
      if (isKindOf(kind, category)) continue;
      remark([L.indicators, category, place - 1, L.kind], {
        message:
          kind === ''
            ? `“${category}”第${place}项没有填“${L.kind}”。`
            : `“${category}”下没有名为“${kind}”的${L.kind}。`,
        hint: `${hintFor(kind, category)}若原文如此，请在“${L.explanations}”中说明。`,
        value: kind,
      });
    }
  },
};

/** Where the kind belongs, or which kind was meant, or which there are. */
function hintFor(kind: string, category: Category): string {
  const owner = CATEGORIES.find((candidate) => isKindOf(kind, candidate));
  if (owner !== undefined) return `“${kind}”属于“${owner}”，请把这一项移到“${owner}”下面。`;
  const nearest = nearestWord(kind, KINDS[category]);
  if (nearest !== undefined) return `是不是“${nearest}”？`;
  return `“${category}”下可以写：${KINDS[category].join('、')}。`;
}
