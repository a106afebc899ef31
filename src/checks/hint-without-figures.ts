import { BUDGET_FIELDS } from '../model/form.ts';
import { LABELS as L, MONTH_ENDS } from '../model/terms.ts';

/** A field of figures that stands behind another's: 12月底 before 2月底, which it ends with. */
const SECOND = new RegExp(
  `(?:${[...BUDGET_FIELDS.map(({ label }) => label), ...MONTH_ENDS].sort((a, b) => b.length - a.length).join('|')})[:：].*$`,
);

/** What to do where a text should be figures and it is not sure which. */
export function hintWithoutFigures(text: string, what: string): string {
  const [second] = SECOND.exec(text) ?? [];
  return second !== undefined
    ? `一行只写一栏：请把“${second}”另起一行，左边和这一行对齐，栏目名后用半角冒号和空格“: ”。`
    : `请对照原文改正。原文没有写明${what}的，请留空；原文就是这样写的，请在“${L.explanations}”中说明，按原文公开。`;
}
