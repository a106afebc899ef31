import { parse } from 'csv-parse/sync';

/** Rows of a CSV of the site as a program of others reads them, with the texts of the source again (`CSV_NOTES`). */
export function readCsv(file: string): readonly (readonly string[])[] {
  return cellsOf(file).map((row) => row.map(asInSource));
}

/** The same as a spreadsheet gets them. */
export function cellsOf(file: string): readonly (readonly string[])[] {
  return parse(file, { bom: true, record_delimiter: '\r\n' });
}

/** What `CSV_NOTES` tells whoever reads a file to do with a cell. */
function asInSource(cell: string): string {
  return /^'+(?:[=+\-@＝＋－＠].|[\t\r\n])/s.test(cell) ? cell.slice(1) : cell;
}
