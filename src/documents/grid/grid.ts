import type { Problem } from '../problem.ts';

/**
 * A document as every format gives it: paragraphs and tables in reading order, merges resolved, each piece with the
 * place where a person finds it in the document.
 */
export interface DocumentBody {
  readonly blocks: readonly Block[];
  /** What a reader of the document does not see or what was decided for the editor: hidden parts, formulas … */
  readonly remarks: readonly string[];
  /** What makes it uncertain which cell is which, and so stops the import. */
  readonly problems?: readonly Problem[];
  /** Whether its forms are our own, which state the second level in each row. */
  readonly hasOwnForms?: boolean;
  /** Whether it holds pictures, of which nothing is read. */
  readonly hasPictures?: boolean;
}

export type Block = Paragraph | Table;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly text: string;
  /** For people: `第12行`, `第3段`, `工作表“2”`. */
  readonly origin: string;
}

export interface Table {
  readonly type: 'table';
  /** The name of its sheet; '' outside workbooks. */
  readonly name: string;
  readonly origin: string;
  /** By row, then by column. A merged cell stands once, where it begins. */
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  /** Lines joined by line feeds; white space at the ends of the cell and of each line is taken off. */
  readonly text: string;
  /** Row and column where it begins, from 0, and how many of each it covers. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** For people: `第3张表，第5行第2列`, `工作表“2”!E7`, `第12行`. */
  readonly origin: string;
  /** Whether it was stored as a number longer than the 15 digits that a spreadsheet keeps. */
  readonly digitsLost?: boolean;
}

/** Sheets that say how the others are filled in. */
const EXPLANATION = /^(?:填[表报写]|使用|编制)?说明$/;

/** What a sheet of a workbook is: a table; one that fills a single column a text; one that explains others nothing. */
export function blocksOfSheet(name: string, origin: string, cells: readonly GridCell[]): readonly Block[] {
  if (EXPLANATION.test(name.trim()) || cells.length === 0) return [];
  const stated = cells.filter(({ text }) => text !== '');
  if (stated.length > 1 && new Set(stated.map(({ column }) => column)).size === 1)
    return stated.map((cell) => ({ type: 'paragraph', text: cell.text, origin: cell.origin }));
  return [{ type: 'table', name, origin, cells }];
}

/** Takes white space off the ends of a text and of each of its lines. */
export function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** A cell before it has its place: its text, what it spans, and where a person finds it. */
export interface LooseCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  readonly origin: string;
  readonly digitsLost?: boolean;
}

/** No table that people read is wider or has cells that span more. */
const MOST_SPAN = 1000;

/**
 * Gives the cells of rows their places, as browsers do: each takes the first columns of its row that no cell from
 * above covers.
 */
export function placeCells<Cell extends Pick<LooseCell, 'rows' | 'columns'>>(
  rows: readonly (readonly Cell[])[],
): readonly (Cell & Pick<GridCell, 'row' | 'column'>)[] {
  /** For each column the first row that no cell from above covers. */
  const free: number[] = [];
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((free[column] ?? 0) > row) column += 1;
      const columns = Math.min(Math.max(cell.columns, 1), MOST_SPAN);
      const ofRows = Math.min(Math.max(cell.rows, 1), rows.length - row);
      const placed = { ...cell, row, column, columns, rows: ofRows };
      for (let end = column + columns; column < end; column += 1) free[column] = row + ofRows;
      return placed;
    });
  });
}
