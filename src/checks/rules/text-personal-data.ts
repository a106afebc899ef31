import { editorsTextsOf, textsOf } from '../project-texts.ts';
import type { Rule } from '../rule.ts';

export const textPersonalData: Rule = {
  id: 'text/personal-data',
  title: '个人信息',
  severity: 'error',
  reason: '公开的文字里不能有个人的身份证号和手机号码。',
  example: {
    wrong: ['资金用途: 联系人手机13800138000'],
    right: ['资金用途: 联系电话见部门公告'],
  },
  checkProject(project, remark) {
    for (const { path, text } of [...textsOf(project), ...editorsTextsOf(project)]) {
      const found = personalDataIn(text);
      if (found.length === 0) continue;
      remark(path, {
        message: `这段文字里有${found.join('和')}，不能公开。`,
        hint: '请删去，或改为单位的名称和办公电话。',
      });
    }
  },
  checkDepartment({ entry }, { onDepartment }) {
    const found = entry === undefined ? [] : personalDataIn(entry.file.text);
    if (found.length === 0) return;
    onDepartment([], {
      message: `文件里有${found.join('和')}，不能公开。`,
      hint: '请删去，或改为单位的名称和办公电话。',
    });
  },
};

/** Nothing but characters that are no figures and are not known to be written for any: most texts. */
const WITHOUT_FIGURES = /^[\n -/:-~\u3001-\u301f\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff5e]*$/;

/** The kinds of personal data that a text holds, in words; the data itself is not repeated in the message. */
export function personalDataIn(text: string): readonly string[] {
  if (WITHOUT_FIGURES.test(text)) return [];
  const plain = text.normalize('NFKC');
  const numbers = [...plain.matchAll(/(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g)];
  // A number of a mobile telephone stands alone; inside codes and longer numbers it is none.
  const hasMobile = /(?<![0-9A-Za-z.])1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![0-9A-Za-z.%])/.test(plain);
  return [
    ...(numbers.some(([number]) => isIdentityNumber(number)) ? ['身份证号'] : []),
    ...(hasMobile ? ['手机号码'] : []),
  ];
}

/** Whether the 18th character fits, by GB 11643-1999, and the date of birth can be one. */
function isIdentityNumber(number: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((whole, weight, place) => whole + weight * Number(number[place]), 0);
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  const fits = '10X98765432'[sum % 11] === number[17]?.toUpperCase();
  return fits && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
