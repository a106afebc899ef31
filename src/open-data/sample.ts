import type { Department } from '../model/department.ts';
import type { Cell, OpenData, Table } from './table.ts';

/** What a table holds, for whoever decides whether to take it. */
export interface Sample {
  readonly rows: number;
  /** Its first rows, each with a cell a column. */
  readonly first: readonly (readonly Cell[])[];
  /** Of each column the first text that is stated; undefined where none is. */
  readonly examples: readonly Cell[];
}

/** Goes through a table once. */
export function sampleOf(
  table: Table,
  departments: readonly Department[],
  data: OpenData,
  most: number,
): Sample {
  const first: (readonly Cell[])[] = [];
  const examples: Cell[] = table.columns.map(() => undefined);
  let rows = 0;
  for (const row of table.rowsOf(departments, data)) {
    rows += 1;
    if (first.length < most) first.push(row);
    row.forEach((cell, place) => (examples[place] ??= cell));
  }
  return { rows, first, examples };
}
