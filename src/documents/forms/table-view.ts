import type { GridCell, Table } from '../grid/grid.ts';

/** A table as a reader of forms goes through it: row by row, with what covers each place. */
export class TableView {
  readonly table: Table;
  /** The rows in which a cell begins, in order. */
  readonly rows: readonly number[];
  readonly #beginning = new Map<number, GridCell[]>();
  readonly #covering = new Map<number, readonly GridCell[]>();

  constructor(table: Table) {
    this.table = table;
    for (const cell of table.cells) {
      const own = this.#beginning.get(cell.row);
      if (own === undefined) this.#beginning.set(cell.row, [cell]);
      else own.push(cell);
    }
    this.rows = [...this.#beginning.keys()].sort((a, b) => a - b);
    let open: readonly GridCell[] = [];
    for (const row of this.rows) {
      const own = this.in(row);
      open = open.filter((cell) => cell.row + cell.rows > row);
      this.#covering.set(row, open);
      open = [...open, ...own.filter(({ rows }) => rows > 1)];
    }
  }

  /** The cells that begin in a row. */
  in(row: number): readonly GridCell[] {
    return this.#beginning.get(row) ?? [];
  }

  /** The cells that come down into a row from above. */
  above(row: number): readonly GridCell[] {
    return this.#covering.get(row) ?? [];
  }

  /** The cell that covers a place; undefined where there is none. */
  at(row: number, column: number): GridCell | undefined {
    const covers = (cell: GridCell) => cell.column <= column && column < cell.column + cell.columns;
    return this.in(row).find(covers) ?? this.above(row).find(covers);
  }

  /** The row below a cell. */
  below(cell: GridCell): number {
    return cell.row + cell.rows;
  }
}

/** Whether two cells stand in the same columns. */
export function sameColumns(a: GridCell, b: GridCell): boolean {
  return a.column === b.column && a.columns === b.columns;
}

/** Whether a text says nothing: blank, or the dots that a template leaves. */
export function isFiller(text: string): boolean {
  return /^[\s…⋯.。·—-]*$/.test(text);
}
