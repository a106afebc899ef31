import { placeCells } from '../documents/grid/grid.ts';

interface Spans {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Gives the cells of a form's rows their places in a table that has only the columns at which one of them begins.
 *
 * @param widths of the form's own columns, which are many narrow ones.
 */
export function placeInColumns<Cell extends Spans>(
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
): {
  readonly cells: readonly (Cell & { readonly row: number; readonly column: number })[];
  readonly widths: readonly number[];
} {
  const placed = placeCells(rows);
  const starts = [...new Set(placed.map(({ column }) => column))].sort((a, b) => a - b);
  const placeOf = new Map(starts.map((start, place) => [start, place]));
  /** The place of the column at a cell's end; behind the last where no cell begins there. */
  const endOf = (column: number) => placeOf.get(column) ?? starts.length;
  return {
    cells: placed.map((cell) => {
      const column = endOf(cell.column);
      return { ...cell, column, columns: endOf(cell.column + cell.columns) - column };
    }),
    widths: starts.map((start, place) =>
      widths.slice(start, starts[place + 1]).reduce((sum, width) => sum + width, 0),
    ),
  };
}
