import { nameFigureTypos, plainFigures } from '../../model/money.ts';
import { isAddressCode, isProjectCode } from '../../model/project-code.ts';
import { recordOfSequence } from '../../model/project.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const projectCode: Rule = {
  id: 'project/code',
  title: '项目编码的写法',
  severity: 'error',
  confirmable: true,
  reason: '项目编码是项目的永久地址，只能用地址里写得下的字符。',
  example: {
    wrong: ['项目编码: 13060522P/00416610001C'],
    right: ['项目编码: 13060522P00416610001C'],
  },
  checkProject({ code, sequence }, remark) {
    if (code === '' || isAddressCode(code)) return;
    const plain = plainFigures(code).replace(/\s/g, '');
    remark([L.code], {
      message: isProjectCode(code)
        ? `“${code}”是网站自己的地址，不能作“${L.code}”。`
        : `“${L.code}”只能用字母、数字和“-”，最多40个字符，现为“${code}”（${[...code].length}个字符）${nameFigureTypos(code)}。`,
      hint:
        isAddressCode(plain) && plain !== code
          ? `应写作“${L.code}: ${plain}”。`
          : `请对照原文改正。原文没有编码的，请留空；原文的编码就是这样的，请在“${L.explanations}”中说明，文件名用序号，即“${recordOfSequence(sequence)}.yaml”。`,
      value: code,
    });
  },
};
