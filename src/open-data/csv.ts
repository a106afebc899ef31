import { NOT_STATED } from '../model/stated.ts';

/** CSV (RFC 4180) in UTF-8, as Excel in China opens it. */

/** Excel takes a file without this mark for one in the system's old encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

const BLANK = `空白为${NOT_STATED}`;

/** A plain number or percentage, which may begin with a minus. */
const NUMBER = /^-?\d+(?:\.\d+)?%?$/;

/**
 * What a spreadsheet takes for a formula, in full width too; a sign that stands alone is none. Apostrophes before it
 * count, so that a text that has its own is not mistaken for one that was given it.
 */
const FORMULA = /^'*(?:[=+\-@＝＋－＠].|[\t\r\n])/s;

/** Whether a spreadsheet would take a text for a formula, where it is told nothing of it. */
export const readsAsFormula = (text: string): boolean =>
  mayBeginFormula(text) && FORMULA.test(text) && !NUMBER.test(text);

/** Whether a text does not begin with a figure, a letter or Chinese, as nearly all do. */
function mayBeginFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 0x30 || first === 0x3d || first === 0x40 || first >= 0xff00;
}

/** How a file differs from the texts of the source, for whoever reads it with a program. */
export const CSV_NOTES =
  "以“=”“+”“-”“@”（也包括全角的）、制表符或换行开头而不是数的文字，表格软件会当作公式来算，所以CSV文件在前面加一个英文单引号（'）；原文自己的单引号后面是这些符号的，也再加一个。单独一个符号的不加。用程序读取时，凡是单引号后面是这些符号的，去掉最前面一个单引号就是原文。JSON文件里没有加。";

/**
 * The heading of a column in which an empty cell means that the source states nothing: all files of the site say so,
 * because elsewhere an empty cell may mean 0.
 *
 * @example mayBeBlank('预算数（万元）') // 预算数（万元，空白为未列）
 */
export function mayBeBlank(heading: string): string {
  return heading.endsWith('）') ? `${heading.slice(0, -1)}，${BLANK}）` : `${heading}（${BLANK}）`;
}

/** Rows of cells as a file, the heading first; what is undefined is blank. */
export function csvOf(rows: Iterable<readonly (string | undefined)[]>): string {
  return [...csvLines(rows)].join('');
}

/** The same line by line, for files that are written as they are made. */
export function* csvLines(rows: Iterable<readonly (string | undefined)[]>): Generator<string> {
  let line = BYTE_ORDER_MARK;
  for (const row of rows) {
    row.forEach((text, place) => {
      if (place > 0) line += ',';
      if (text !== undefined) line += cell(text);
    });
    yield `${line}\r\n`;
    line = '';
  }
}

/**
 * A cell of CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it, which whoever reads
 * the file can take off again (`CSV_NOTES`); numbers stay plain.
 *
 * @example cell('=8个')  // '=8个, with the apostrophe
 * @example cell("'=8个") // ''=8个, with both
 */
function cell(text: string): string {
  const safe = readsAsFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
