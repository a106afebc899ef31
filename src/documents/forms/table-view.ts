import type { GridCell, Table } from '../grid/grid.ts';

/** A piece of a document that is no part of its forms' content. */
export interface LeftOut {
  readonly text: string;
  readonly origin: string;
  readonly reason: string;
}

/** Why a label has no place: it stands over others, or all boxes below it are blank. */
export const LABEL_ALONE = '没有内容的栏名';

/** A table as a reader of forms goes through it: row by row, with what covers each place. */
export class TableView {
  readonly table: Table;
  readonly hasOwnForms: boolean;
  /** The rows in which a cell begins, in order. */
  readonly rows: readonly number[];
  readonly #beginning = new Map<number, GridCell[]>();
  readonly #covering = new Map<number, readonly GridCell[]>();
  readonly #used = new Set<GridCell>();
  /** What was passed over on purpose, with the reason in a word: `合计行`, `栏次`. */
  readonly leftOut: LeftOut[] = [];

  /** @param hasOwnForms whether the document has our own forms. */
  constructor(table: Table, hasOwnForms = false) {
    this.table = table;
    this.hasOwnForms = hasOwnForms;
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

  /** Notes that cells were read: as labels, or as values that stand in the record. */
  use(...cells: readonly (GridCell | undefined)[]): void {
    for (const cell of cells) if (cell !== undefined) this.#used.add(cell);
  }

  /** Notes that cells were passed over on purpose. */
  leaveOut(reason: string, cells: readonly GridCell[]): void {
    const fresh = [...new Set(cells)].filter((cell) => cell.text !== '' && !this.#used.has(cell));
    this.use(...fresh);
    this.leftOut.push(...fresh.map(({ text, origin }) => ({ text, origin, reason })));
  }

  /** The cells with a text that were neither read nor passed over on purpose. */
  unused(): readonly GridCell[] {
    return this.table.cells.filter((cell) => cell.text !== '' && !this.#used.has(cell));
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

/** Whether a text is a note of the table, or who filled it in: no part of a project. */
export function isFootnote(text: string): boolean {
  return /^(?:[备附]?注\d*|(?:填[表报写]|编制)?说明|填[表报](?:人|日期|时间)|申报日期|审核人?|复核人?|经办人|制表人?|联系人|单位负责人|主管领导)(?:[（(][^（）()]*[）)])?[:：]|^注\d*[、.．]|^填[表报]单位(?:[（(]盖章[）)])?[:：]$/.test(
    text.replace(/\s+/g, ''),
  );
}

/** Whether a text says nothing: blank, or the dots that a template leaves. */
export function isFiller(text: string): boolean {
  return /^[\s…⋯.。·—-]*$/.test(text);
}
