import type { ValuePath } from '../../files/value-path.ts';
import type { Decimal } from '../../model/decimal.ts';
import { readShare } from '../../model/disbursement-plan.ts';
import { readScore } from '../../model/evaluation.ts';
import { EVALUATION_FIELDS, RESULT_FIELDS, type CellKind } from '../../model/form.ts';
import { nameFigureTypos, plainFigures } from '../../model/money.ts';
import type { Stated } from '../../model/stated.ts';
import { LABELS as L } from '../../model/terms.ts';
import { hintWithoutFigures } from '../hint-without-figures.ts';
import { quoted, resultPathOf } from '../project-texts.ts';
import type { RemarkOn, Rule } from '../rule.ts';

export const resultFormat: Rule = {
  id: 'result/format',
  title: '得分、执行率不是数',
  severity: 'error',
  confirmable: true,
  reason: '得分要能相加，执行率要能比较，所以得分必须是数字，执行率必须是百分数。',
  example: {
    wrong: ['自评:', '  总分: 九十八分'],
    right: ['自评:', '  总分: 98'],
  },
  checkProject({ evaluation }, remark) {
    if (evaluation === undefined) return;
    for (const { name, label, kind } of EVALUATION_FIELDS) {
      checkCell(remark, [L.evaluation, label], `“${label}”`, label, kind, evaluation[name]);
    }
    for (const result of evaluation.results) {
      for (const { name, label, kind } of RESULT_FIELDS) {
        const subject = `${quoted(result.name.text)}的${label}`;
        checkCell(remark, resultPathOf(result, label), subject, label, kind, result[name]);
      }
    }
  },
};

/** How each kind of figures is called and read, and the sign at its end. Amounts are those of `money/format`. */
const FORMS: Readonly<
  Partial<
    Record<
      CellKind,
      {
        readonly wanted: string;
        readonly what: string;
        readonly sign: string;
        readonly read: (text: string) => Stated<Decimal>;
      }
    >
  >
> = {
  share: { wanted: '百分数', what: '执行率', sign: '%', read: readShare },
  score: { wanted: '数字（小数最多4位，不写“分”）', what: '分数', sign: '', read: readScore },
};

function checkCell(
  remark: RemarkOn,
  path: ValuePath,
  subject: string,
  label: string,
  kind: CellKind,
  { text, value }: Stated<unknown>,
): void {
  const form = FORMS[kind];
  if (form === undefined || text === '' || value !== undefined) return;
  const meant = `${plainFigures(text).replace(/[分%]$/, '')}${form.sign}`;
  remark(path, {
    message: `${subject}应为${form.wanted}，现为“${text}”${nameFigureTypos(text)}。`,
    hint:
      form.read(meant).value === undefined
        ? hintWithoutFigures(text, form.what)
        : `应写作“${label}: ${meant}”。`,
    value: text,
  });
}
