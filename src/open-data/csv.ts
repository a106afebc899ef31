import { NOT_STATED } from '../model/terms.ts';

/** CSV (RFC 4180) in UTF-8, as Excel in China opens it. */

/** Excel takes a file without this mark for one in the system's old encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

const BLANK = `空白为${NOT_STATED}`;

/** A plain number or percentage, which may begin with a minus. */
const NUMBER = /^-?\d+(?:\.\d+)?%?$/;

/**
 * The heading of a column in which an empty cell means that the source states nothing: all files of the site say so,
 * because elsewhere an empty cell may mean 0.
 *
 * @example mayBeBlank('预算数（万元）') // 预算数（万元，空白为未列）
 */
export function mayBeBlank(heading: string): string {
  return heading.endsWith('）') ? `${heading.slice(0, -1)}，${BLANK}）` : `${heading}（${BLANK}）`;
}

/** Rows of cells as a file, the heading first. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * A cell of CSV. A text that a spreadsheet would take for a formula, in full width too, gets an apostrophe before it;
 * numbers stay plain.
 *
 * @example cell('=1+1') // '=1+1, with the apostrophe
 */
function cell(text: string): string {
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
