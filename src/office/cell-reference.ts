/** A cell with its place, from 0, and what it spans. */
export interface Spanned {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** `B7` of row 6, column 1. */
export function reference(row: number, column: number): string {
  if (column < 26) return `${String.fromCharCode(65 + column)}${String(row + 1)}`;
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${String(row + 1)}`;
}

export function rangeOf({ row, column, rows, columns }: Spanned): string {
  return `${reference(row, column)}:${reference(row + rows - 1, column + columns - 1)}`;
}
