import { tidy } from './grid/grid.ts';

/** A cell, with the line on which it begins, from 1. */
export interface Cell {
  readonly text: string;
  readonly line: number;
}

/** The cells of a row, each with the line on which it begins. */
export type TableRow = readonly Cell[];

/**
 * Takes apart a table as Excel copies it and saves it as text: cells parted by tabs, rows by line ends; a cell with a
 * line end, a tab or a quote in it stands in quotes, which are doubled inside. Rows without any text are left out.
 */
export function readPastedTable(text: string): readonly TableRow[] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let [place, line] = [0, 1];
  while (place < text.length) {
    const { raw, end } = cellAt(text, place);
    row.push({ text: tidy(raw.replace(/\r\n?/g, '\n')), line });
    line += linesIn(text.slice(place, end));
    if (text[end] === '\t') place = end + 1;
    else {
      rows.push(row);
      row = [];
      line += 1;
      place = end + (text.startsWith('\r\n', end) ? 2 : 1);
    }
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some((cell) => cell.text !== ''));
}

/** The cell that begins at a place, and where it ends. */
function cellAt(text: string, start: number): { readonly raw: string; readonly end: number } {
  const quoted = /"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)/y;
  quoted.lastIndex = start;
  const match = quoted.exec(text);
  if (match !== null) return { raw: (match[1] ?? '').replaceAll('""', '"'), end: quoted.lastIndex };
  const plain = /[^\t\r\n]*/y;
  plain.lastIndex = start;
  const raw = plain.exec(text)?.[0] ?? '';
  return { raw, end: start + raw.length };
}

function linesIn(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
