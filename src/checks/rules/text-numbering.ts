import { LABELS as L } from '../../model/terms.ts';
import { quoted } from '../project-texts.ts';
import type { Rule } from '../rule.ts';

export const textNumbering: Rule = {
  id: 'text/numbering',
  title: '多写了编号',
  severity: 'warning',
  reason: '表上已经给绩效目标编了号，目标里又写一个编号，读出来就是“1.1.”。',
  example: {
    wrong: ['绩效目标:', '  - 1.做好经费保障工作。'],
    right: ['绩效目标:', '  - 做好经费保障工作。'],
  },
  checkProject({ goals }, remark) {
    goals.forEach((goal, place) => {
      const [number] = /^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])\s*/.exec(goal) ?? [];
      if (number === undefined) return;
      remark([L.goals, place], {
        message: `${L.goals}${quoted(goal)}开头多了一个编号“${number.trim()}”。`,
        hint: `表上已有编号，不用再写。若原文如此，请在“核对说明”中说明。`,
        value: goal,
      });
    });
  },
};
