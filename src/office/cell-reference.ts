/** A cell with its place, from 0, and what it spans. */
export interface Spanned {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** `B7` of row 6, column 1. */
export const reference = (row: number, column: number): string => `${columnName(column)}${String(row + 1)}`;

/** `B` of column 1. */
export function columnName(column: number): string {
  if (column < 26) return String.fromCharCode(65 + column);
  return columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
}

export function rangeOf({ row, column, rows, columns }: Spanned): string {
  return `${reference(row, column)}:${reference(row + rows - 1, column + columns - 1)}`;
}
