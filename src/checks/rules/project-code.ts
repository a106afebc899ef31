import { parseProjectCode } from '../../model/project-code.ts';
import { nameFigureTypos, plainFigures } from '../../model/money.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const projectCode: Rule = {
  id: 'project/code',
  title: '项目编码的写法',
  severity: 'error',
  reason: '项目编码是项目的永久地址，写错一位就成了另一个项目。',
  example: {
    wrong: ['项目编码: 13060522P0041661'],
    right: ['项目编码: 13060522P00416610001C'],
  },
  checkProject({ code }, remark) {
    if (parseProjectCode(code) !== undefined) return;
    const plain = plainFigures(code).toUpperCase();
    remark([L.code], {
      message: `“${L.code}”应为21位：6位地区、2位年份、1个大写字母、11位字符和1位校验字符，现为“${code}”（${[...code].length}位）${nameFigureTypos(code)}。`,
      hint:
        parseProjectCode(plain) === undefined
          ? '请对照原文检查：字母用半角大写，数字用半角，中间没有空格。'
          : `应写作“${L.code}: ${plain}”。`,
      value: code,
    });
  },
};
