import { parsePath } from '../../files/value-path.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { ProjectFile, RemarkOn, Rule } from '../rule.ts';

export const explanationTarget: Rule = {
  id: 'explanation/target',
  title: '说明对不上值',
  severity: 'error',
  reason: '说明和更正要对得上所说的值；表格改动后对不上的说明，会被读者看成是别的值的说明。',
  example: {
    wrong: [
      '资金支出计划:',
      '  10月底: 75%',
      '核对说明:',
      '  - 位置: 资金支出计划.10月底',
      '    原文: 750000%',
      '    说明: 疑为“75%”，按原文公开。',
    ],
    right: [
      '资金支出计划:',
      '  10月底: 750000%',
      '核对说明:',
      '  - 位置: 资金支出计划.10月底',
      '    原文: 750000%',
      '    说明: 疑为“75%”，按原文公开。',
    ],
  },
  checkProject({ explanations, corrections }, remark, file) {
    explanations.forEach(({ location, original }, place) => {
      const text = textAt(location, [L.explanations, place], remark, file);
      if (text === undefined || text === original) return;
      remark([L.explanations, place, L.original], {
        message: `“${location}”现在的值是“${text}”，与“${L.original}”“${original}”不同。`,
        hint: `如果说明的仍是这个值，请把“${L.original}”改为“${text}”；如果值的位置变了，请改“${L.location}”。`,
        value: original,
      });
    });
    corrections.forEach(({ location, originalValue }, place) => {
      const text = textAt(location, [L.corrections, place], remark, file);
      if (text === undefined || text !== originalValue) return;
      remark([L.corrections, place, L.originalValue], {
        message: `“${location}”现在的值与“${L.originalValue}”相同，看不出更正了什么。`,
        hint: `“${L.originalValue}”写更正前的值，“${location}”写更正后的值。`,
        value: originalValue,
      });
    });
  },
};

/** The text at a location; reports and gives undefined where the file has no such value. */
function textAt(
  location: string,
  entry: readonly (string | number)[],
  remark: RemarkOn,
  { textAt: textOf }: ProjectFile,
): string | undefined {
  const path = parsePath(location);
  const text = path === undefined ? undefined : textOf(path);
  if (text === undefined) {
    remark([...entry, L.location], {
      message: `本文件中没有“${location}”这个值。`,
      hint: `写法如“资金支出计划.10月底”“绩效目标[1]”“绩效指标.产出指标[3].指标值”，方括号里是第几项。`,
      value: location,
    });
  }
  return text;
}
