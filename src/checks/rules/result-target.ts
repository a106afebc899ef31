import { nearestWord } from '../../files/nearest-word.ts';
import { answersOf, type Result, type Untied } from '../../model/evaluation.ts';
import type { Project } from '../../model/project.ts';
import { LABELS as L, RESULT_LABELS as R } from '../../model/terms.ts';
import { quoted, resultPathOf } from '../project-texts.ts';
import type { Remark, Rule } from '../rule.ts';

export const resultTarget: Rule = {
  id: 'result/target',
  title: '自评的指标对不上目标',
  severity: 'error',
  confirmable: true,
  reason: '自评的每个结果要对到绩效指标的一行，读者才能把目标和结果放在一起看。',
  example: {
    wrong: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训人数',
      '      指标值: ≥100人',
      '自评:',
      '  指标:',
      '    - 三级指标: 培训人次',
      '      实际完成值: 98人',
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
      '      实际完成值: 98人',
    ],
  },
  checkProject(project, remark) {
    for (const [result, why] of answersOf(project).untied) {
      remark(resultPathOf(result, R.name), { ...SAY[why](result, project), value: result.name.text });
    }
  },
};

const SAY: Readonly<Record<Untied, (result: Result, project: Project) => Remark>> = {
  unknown: ({ name, category, kind }, { indicators }) => {
    const names = [...new Set(indicators.map((row) => row.name))];
    const levels = [category.text, kind.text].filter(Boolean).join('、');
    const nearest = names.includes(name.text) ? undefined : nearestWord(name.text, names);
    return {
      message: `${levels === '' ? '' : `“${levels}”下面的`}${quoted(name.text)}在“${L.indicators}”里没有。`,
      hint: `${nearest === undefined ? '请照绩效指标里的写法改。' : `是不是“${nearest}”？`}自评表里的确另有这一项的，请在“核对说明”中说明，结果另外列出。`,
    };
  },
  ambiguous: ({ name }, { indicators }) => ({
    message: `“${L.indicators}”里有${String(indicators.filter((row) => row.name === name.text).length)}行${quoted(name.text)}，分不清这是哪一行的结果。`,
    hint: `请在这一条写上“${R.category}”和“${R.kind}”；还分不清的，再写上“${R.target}”，和那一行的相同。`,
  }),
  taken: ({ name }) => ({
    message: `${quoted(name.text)}的结果写了不止一次。`,
    hint: '请对照自评表，删去多写的一条；如果是别的指标的结果，请改正“三级指标”。',
  }),
};
