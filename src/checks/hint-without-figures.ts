import { LABELS as L } from '../model/terms.ts';

/** What to do where a text should be figures and it is not sure which. */
export function hintWithoutFigures(text: string, what: string): string {
  const [before = '', ...others] = text.split(/[:：]/, 2);
  const key = before.split(/\s/).at(-1) ?? '';
  const second = text.slice(before.length - key.length);
  // A formula such as =SUM(A1:A2) has a colon too.
  return others.length > 0 && /\p{Script=Han}$/u.test(key)
    ? `一行只写一栏：请把“${second}”另起一行，左边和这一行对齐，栏目名后用半角冒号和空格“: ”。`
    : `请对照原文改正。原文没有写明${what}的，请留空；原文就是这样写的，请在“${L.explanations}”中说明，按原文公开。`;
}
