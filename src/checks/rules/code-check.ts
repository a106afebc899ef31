import { checkCharacter, parseProjectCode } from '../../model/project-code.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const codeCheck: Rule = {
  id: 'code/check',
  title: '项目编码的校验位不符',
  severity: 'warning',
  reason: '项目编码的最后一位由前20位算出，不相符时多半有一位写错了。',
  example: {
    wrong: ['项目编码: 13060522P00416610001D'],
    right: ['项目编码: 13060522P00416610001C'],
  },
  checkProject({ code }, remark, _, cannotJudge) {
    const parsed = parseProjectCode(code);
    if (parsed === undefined) cannotJudge(code === '' ? '没有编码' : '编码没有校验位');
    if (parsed === undefined) return;
    const expected = checkCharacter(code.slice(0, 20));
    if (expected === parsed.check) return;
    remark([L.code], {
      message:
        expected === undefined
          ? `${L.code}“${code}”中有编码不用的字母（I、O、S、V、Z）。`
          : `${L.code}“${code}”的最后一位按前20位推算应为“${expected}”，现为“${parsed.check}”。`,
      hint: '请对照原文逐位核对编码。若原文如此，请在“核对说明”中说明。',
      value: code,
    });
  },
};
