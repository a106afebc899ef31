import { nameFigureTypos, plainFigures } from '../../model/money.ts';
import { isProjectCode } from '../../model/project-code.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const projectCode: Rule = {
  id: 'project/code',
  title: '项目编码的写法',
  severity: 'error',
  reason: '项目编码是项目的永久地址，只能用地址里写得下的字符。',
  example: {
    wrong: ['项目编码: 13060522P/00416610001C'],
    right: ['项目编码: 13060522P00416610001C'],
  },
  checkProject({ code }, remark) {
    if (code === '' || (isProjectCode(code) && !RESERVED.has(code.toLowerCase()))) return;
    const plain = plainFigures(code);
    remark([L.code], {
      message: isProjectCode(code)
        ? `“${code}”是网站自己的地址，不能作“${L.code}”。`
        : `“${L.code}”只能用字母、数字和“-”，最多40个字符，现为“${code}”（${[...code].length}个字符）${nameFigureTypos(code)}。`,
      hint:
        isProjectCode(plain) && plain !== code
          ? `应写作“${L.code}: ${plain}”。`
          : '请对照原文检查。原文没有编码的，请留空。',
      value: code,
    });
  },
};

/** Addresses beside a department's projects. */
const RESERVED = new Set(['print', 'sources']);
