/**
 * An official performance document as any format gives it: paragraphs before the forms, and the cells of
 * each project's form in reading order. A merged cell that goes on in the next row is a blank cell there.
 */
export interface FormDocument {
  readonly paragraphs: readonly Paragraph[];
  readonly forms: readonly FormCells[];
  /** What could not be placed while taking the document apart. */
  readonly problems: readonly Problem[];
}

export interface Paragraph {
  readonly text: string;
  readonly line: number;
}

/** One form: its heading (`1.某某资金绩效目标表`) and its cells. */
export interface FormCells {
  readonly heading: Paragraph;
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** Lines joined by line feeds; white space at the ends of the cell and of each line is taken off. */
  readonly text: string;
  /** Where the cell begins in the document, from 1; for messages. */
  readonly line: number;
}

/** Something in the document that cannot be placed; it stops the import. */
export interface Problem {
  readonly line: number;
  readonly message: string;
}

/** Takes white space off the ends of a text and of each of its lines. */
export function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
