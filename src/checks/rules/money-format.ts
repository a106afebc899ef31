import { amountMeant, nameFigureTypos, plainFigures } from '../../model/money.ts';
import { BUDGET_FIELDS, EVALUATION_FIELDS } from '../../model/form.ts';
import type { Project } from '../../model/project.ts';
import { LABELS as L } from '../../model/terms.ts';
import { hintWithoutFigures } from '../hint-without-figures.ts';
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
  checkProject(project, remark) {
    const { unit } = project;
    for (const { path, label, text, value } of amountsOf(project)) {
      if (text === '' || value !== undefined) continue;
      const meant = amountMeant(text, unit);
      const [, zeros = '', rest = ''] = /^(0+)(?=[1-9])(\d+)$/.exec(text) ?? [];
      remark(path, {
        message: `“${label}”应为数字（以${unit}计，整数最多15位，小数最多6位，不写逗号和单位），现为“${text}”${faultOf(text)}。`,
        // A zero too many, or a point too few.
        hint:
          zeros !== ''
            ? `请对照原文，看是哪一个：应写作“${label}: ${rest}”或“${label}: 0.${zeros.slice(1)}${rest}”。`
            : meant === undefined
              ? hintWithoutFigures(text, '金额')
              : `应写作“${label}: ${meant}”。`,
        value: text,
      });
    }
  },
};

/** All amounts that a project states, of its self-evaluation too. */
function amountsOf({ budget, evaluation }: Project) {
  return [
    ...BUDGET_FIELDS.map(({ name, label }) => ({ path: [L.budget, label], label, ...budget[name] })),
    ...EVALUATION_FIELDS.flatMap(({ name, label, kind }) =>
      evaluation === undefined || kind !== 'amount'
        ? []
        : [{ path: [L.evaluation, label], label, ...evaluation[name] }],
    ),
  ];
}

const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^[-−－]\d/, '，是负数'],
  [/^\d+(?:\.\d+)?e[-+]?\d+$/i, '，是科学记数法，要写出全部数字'],
  [/^\d+\.\d{7,}$/, '，小数超过了6位'],
  [/^\d{16,}/, '，整数超过了15位'],
];

function faultOf(text: string): string {
  const plain = plainFigures(text);
  const fault = FAULTS.find(([shape]) => shape.test(plain))?.[1];
  return fault ?? nameFigureTypos(text);
}
