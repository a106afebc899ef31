/** CSV (RFC 4180) in UTF-8, as Excel in China opens it. */

/** Excel takes a file without this mark for one in the system's old encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A plain number or percentage, which may begin with a minus. */
const NUMBER = /^-?\d+(?:\.\d+)?%?$/;

/** Rows of cells as a file, the heading first. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * A cell of CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers
 * stay plain.
 *
 * @example cell('=1+1') // '=1+1, with the apostrophe
 */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
