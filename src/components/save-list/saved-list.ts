import { csvOf } from '../../open-data/csv.ts';
import { fileName, saveFile } from '../save-file.ts';

/** A condition of a list, in words: its name and what it asks. */
export type Condition = readonly [name: string, value: string];

/** A column of a saved list. */
export interface SavedColumn {
  readonly header: string;
  /** Whether its numbers and shares are kept as such in a workbook; all else is text. */
  readonly isFigure?: boolean;
}

/** A list as a page shows it, to be taken away: rows and sums have a text for each column. */
export interface SavedList {
  /** What the rows are: `预算项目`. */
  readonly title: string;
  /** How they are counted: `个`. */
  readonly counter: string;
  readonly columns: readonly SavedColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly (readonly string[])[];
  readonly conditions: readonly Condition[];
  /** What else explains the list. */
  readonly notes: readonly Condition[];
}

/** The formats in which a list can be saved. */
export const LIST_FORMATS = { csv: 'CSV', xlsx: 'Excel' } as const;
export type ListFormat = keyof typeof LIST_FORMATS;

/** The name of its file: what it holds, what was asked, and how many there are. */
export function listName({ title, counter, rows, conditions }: SavedList, format: ListFormat): string {
  const count = `${String(rows.length)}${counter}`;
  return fileName([title, ...conditions.map(([, value]) => value), count], format);
}

/** The list as CSV: the heading, the rows, the sums. */
export function listCsv({ columns, rows, totals }: SavedList): string {
  return csvOf([columns.map(({ header }) => header), ...rows, ...totals]);
}

/** Hands the list to the reader as a file; what writes workbooks is loaded only then. */
export async function saveList(list: SavedList, format: ListFormat): Promise<void> {
  const file =
    format === 'csv'
      ? new Blob([listCsv(list)], { type: 'text/csv;charset=utf-8' })
      : (await import('./list-workbook.ts')).listWorkbook(list, location.href);
  saveFile(listName(list, format), file);
}
