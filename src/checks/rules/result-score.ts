import { compare, equals, format, sum, trim, type Decimal } from '../../model/decimal.ts';
import { readScore, type Evaluation } from '../../model/evaluation.ts';
import { answeredRows } from '../../model/outcome.ts';
import type { Stated } from '../../model/stated.ts';
import { EVALUATION_LABELS as E, LABELS as L, RESULT_LABELS as R } from '../../model/terms.ts';
import { quoted, resultPathOf } from '../project-texts.ts';
import type { CannotJudge, RemarkOn, Rule } from '../rule.ts';

export const resultScore: Rule = {
  id: 'result/score',
  title: '得分对不上',
  severity: 'warning',
  reason: '得分不会高于分值，各项得分加起来就是总分；对不上时，总有一个数写错了。',
  example: {
    wrong: [
      '自评:',
      '  执行率分值: 10',
      '  执行率得分: 9.8',
      '  总分: 98.8',
      '  指标:',
      '    - 三级指标: 测试数量',
      '      实际完成值: 10次',
      '      分值: 90',
      '      得分: 90',
    ],
    right: [
      '自评:',
      '  执行率分值: 10',
      '  执行率得分: 9.8',
      '  总分: 99.8',
      '  指标:',
      '    - 三级指标: 测试数量',
      '      实际完成值: 10次',
      '      分值: 90',
      '      得分: 90',
    ],
  },
  checkProject(project, remark, _, cannotJudge) {
    const { evaluation } = project;
    if (evaluation === undefined) return;
    const { ratePoints, rateScore, results } = evaluation;
    if (isAbove(rateScore, ratePoints)) {
      remark([L.evaluation, E.rateScore], above(`“${E.rate}”`, rateScore, ratePoints));
    }
    for (const result of results) {
      const { name, score, points } = result;
      if (isAbove(score, points)) {
        remark(resultPathOf(result, R.score), above(quoted(name.text), score, points));
      }
    }
    for (const { indicator, result } of answeredRows(project)) {
      const { points } = result;
      const weight = readScore(indicator.weight.replace(/[分%％]$/, '')).value;
      if (weight === undefined || points.value === undefined || equals(weight, points.value)) continue;
      remark(resultPathOf(result, R.points), {
        message: `${quoted(indicator.name)}的${R.points}是${points.text}，目标里的${L.weight}是${indicator.weight}。`,
        value: points.text,
        severity: 'information',
      });
    }
    checkTotal(evaluation, remark, cannotJudge);
  },
};

const isAbove = (score: Stated<Decimal>, points: Stated<Decimal>): boolean =>
  score.value !== undefined && points.value !== undefined && compare(score.value, points.value) > 0;

const above = (name: string, score: Stated<Decimal>, points: Stated<Decimal>) => ({
  message: `${name}的得分是${score.text}，高于分值${points.text}。`,
  hint: '请对照自评表核对这两个数。若原文如此，请在“核对说明”中说明。',
  value: score.text,
});

function checkTotal(
  { total, rateScore, results }: Evaluation,
  remark: RemarkOn,
  cannotJudge: CannotJudge,
): void {
  if (total.value === undefined) return;
  const scores = results.flatMap(({ score }) => score.value ?? []);
  const whole = sum([...scores, ...(rateScore.value === undefined ? [] : [rateScore.value])]);
  if (equals(whole, total.value)) return;
  if (scores.length < results.length || results.length === 0 || rateScore.value === undefined) {
    cannotJudge('自评没有列明各项得分');
    return;
  }
  remark([L.evaluation, E.total], {
    message: `“${E.total}”是${total.text}，而各项得分加起来是${format(trim(whole))}。`,
    hint: '请对照自评表核对各项得分。若原文如此，请在“核对说明”中说明。',
    value: total.text,
  });
}
