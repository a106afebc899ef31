import { dateFigure, readFigure, type Figure } from '../../office/figure.ts';
import { SharedSheet, type KeptSheet } from '../../office/shared-sheet.ts';
import type { Look } from '../../office/sheet-looks.ts';
import { widthOf, type RowCell, type Sheet } from '../../office/sheet.ts';
import { readsAsFormula } from '../csv.ts';
import type { Scope } from '../scope.ts';
import type { Cell, Column, ColumnType, TableData, Table } from '../table.ts';

/** So many rows a sheet of Excel has; the first holds the headings. */
const MOST_ROWS = 1_048_576 - 1;

/** A sheet with rows of a table: a table that is longer than a sheet has several. */
export interface TableSheet {
  readonly table: Table;
  readonly rows: number;
  readonly sheet: Sheet;
}

/** Sheets that another workbook has too, by their tables. */
export type KeptSheets = ReadonlyMap<Table, KeptSheet>;

/**
 * A table as sheets, whose rows are made when they are written, in their order.
 *
 * @param kept where the workbook of another scope has the same rows.
 */
export function tableSheets(
  table: Table,
  { folder, departments }: Scope,
  data: TableData,
  kept?: KeptSheets,
): readonly TableSheet[] {
  const { columns, title, name } = table;
  const rest = table.rowsOf(departments, data)[Symbol.iterator]();
  function* rowCells(): Generator<readonly RowCell[]> {
    for (let count = 0; count < MOST_ROWS; count += 1) {
      const next = rest.next();
      if (next.done === true) return;
      yield columns.map((column, place) => rowCell(column, next.value[place]));
    }
  }
  const whole = table.countOf(departments, data);
  // The rows of several sheets come one after the other from one source, so that all are written.
  const place = whole > MOST_ROWS ? undefined : kept?.get(table);
  return Array.from({ length: Math.max(1, Math.ceil(whole / MOST_ROWS)) }, (_, number) => ({
    table,
    rows: Math.min(whole - number * MOST_ROWS, MOST_ROWS),
    sheet: {
      name: number === 0 ? title : `${title}（${String(number + 1)}）`,
      widths: columns.map(columnWidth),
      cells: headings(columns.map(({ header }) => header)),
      rows: rowCells(),
      header: { rows: 1, filters: true },
      landscape: true,
      shared: place && new SharedSheet(place),
      wholeTextsIn: data.addressOf(`${folder}${name}.csv`),
    },
  }));
}

/** The first row of a list. */
export const headings = (labels: readonly string[], row = 0): Sheet['cells'] =>
  labels.map((text, column) => ({
    ...{ text, row, column, rows: 1, columns: 1 },
    look: HEADING,
  }));

const HEADING: Look = { ruled: true, shaded: true, bold: true, align: 'center' };

/** In characters: as wide as its example and half of its heading, which may stand on two lines. */
function columnWidth({ header, example = '' }: Column): number {
  return Math.min(Math.max(widthOf(example), widthOf(header) / 2, 6) + 4, 42);
}

const FIGURES: Readonly<Partial<Record<ColumnType, (text: string) => Figure | undefined>>> = {
  decimal: readFigure,
  share: readFigure,
  integer: readFigure,
  date: dateFigure,
};

const TEXT: Look = { isOneLine: true };
/** What stays a text when it is typed anew. */
const AS_TYPED: Look = { isOneLine: true, format: '@' };
const NUMBER: Look = { isOneLine: true, align: 'right' };
const BLANK: RowCell = { text: '', look: TEXT };

function rowCell({ type }: Column, cell: Cell): RowCell {
  if (cell === undefined) return BLANK;
  const figure = FIGURES[type]?.(cell);
  if (figure !== undefined) return { text: cell, look: NUMBER, figure };
  return { text: cell, look: type !== 'text' || readsAsFormula(cell) ? AS_TYPED : TEXT };
}
