import { INVISIBLE_RULE, invisibleIn, invisibleInValue } from '../../files/invisible.ts';
import type { ValuePath } from '../../files/value-path.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

/** Of projects, whose values editors answer for; reading the other files reports the same. */
export const textInvisible: Rule = {
  id: INVISIBLE_RULE,
  title: '看不见的字符',
  severity: 'warning',
  reason:
    '看不见的字符会使检索找不到、复制出错，有的还颠倒文字的顺序，读到的与写的不同；什么也看不到的名称，链接点不到。',
  example: {
    wrong: ['资金用途: "购买\\u200B教材"'],
    right: ['资金用途: "购买教材"'],
  },
  checkProject(_, remark, file) {
    for (const { path, text } of file.texts()) {
      const key = path.at(-1);
      const label =
        typeof key === 'string' && path.at(-2) === L.additional ? invisibleIn(key, '栏名') : undefined;
      const said = label ?? invisibleInValue(text, path);
      if (said === undefined || (said.severity === 'warning' && isSaidElsewhere(path))) continue;
      const own = said.severity === 'error' ? '' : `若原文如此，请在“${L.explanations}”中说明。`;
      remark(path, { ...said, hint: `${said.hint}${own}`, value: text });
    }
  },
};

/** Amounts and shares are held to their own form; the original in an answer repeats a value that is looked at itself. */
function isSaidElsewhere([part, , key]: ValuePath): boolean {
  return part === L.budget || part === L.disbursementPlan || key === L.original || key === L.originalValue;
}
