import { NOT_STATED } from '../model/terms.ts';
import { csvOf, mayBeBlank } from '../open-data/csv.ts';

/** A number as the table shows it, its thousands separated: `1,392.00`. */
const SHOWN_NUMBER = /^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$/;

/**
 * The table of a chart as CSV: the heading with its units, then the rows. Numbers are plain, so that a program
 * reads them as numbers, and what is not stated is blank, as in the list of all projects, and as the heading of its
 * column says; any other text stays.
 *
 * @param rows the texts of the table's cells, the heading first.
 */
export function tableCsv(rows: readonly (readonly string[])[]): string {
  const [heading = [], ...others] = rows;
  const isBlankIn = (column: number) => column > 0 && others.some((row) => row[column] === NOT_STATED);
  return csvOf([
    heading.map((text, column) => (isBlankIn(column) ? mayBeBlank(text) : text)),
    ...others.map((row) => row.map(plain)),
  ]);
}

function plain(text: string, column: number): string {
  // The first column names the category: `2022` is no amount there.
  if (column === 0) return text;
  if (text === NOT_STATED) return '';
  return SHOWN_NUMBER.test(text) ? text.replaceAll(',', '') : text;
}
