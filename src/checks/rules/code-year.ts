import { parseProjectCode } from '../../model/project-code.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const codeYear: Rule = {
  id: 'code/year',
  title: '编码的年份与年度不同',
  severity: 'information',
  reason: '编码里的年份早于预算年度，说明项目是从以前年度转来的；晚于预算年度，可能写错了。',
  example: {
    wrong: ['项目编码: 13060521P00411110001D'],
    right: ['项目编码: 13060522P00416610001C'],
  },
  checkProject({ code, year }, remark, _, cannotJudge) {
    const parsed = parseProjectCode(code);
    if (parsed === undefined) cannotJudge(code === '' ? '没有编码' : '编码里没有年份');
    if (parsed === undefined || parsed.year === year) return;
    const likely = parsed.year < year ? '可能是结转的项目' : '比预算年度晚，请核对编码和年度';
    remark([L.code], {
      message: `${L.code}中的年份是${parsed.year}年，预算年度是${year}年，${likely}。`,
      value: code,
    });
  },
};
