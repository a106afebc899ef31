/**
 * A cell of the form: the text as the source has it, and what it was read as.
 * A blank cell has the text '' and no value: not stated (未列), which is not zero.
 * A text that cannot be read ("待定") has no value either and is shown as it stands.
 */
export interface Stated<Value> {
  readonly text: string;
  readonly value?: Value;
}

/** How a value that the source does not state is shown. Unknown is not zero. */
export const NOT_STATED = '未列';

/** Whether the source left the cell blank. */
export function isBlank(cell: Stated<unknown>): boolean {
  return cell.text === '';
}

/** What a sum leaves out, because unknown is not zero. */
export interface LeftOut {
  /** How many cells have no value. */
  readonly count: number;
  /** How many of them are not blank, but cannot be read. */
  readonly unread: number;
}

/** The cells that a sum of them leaves out. */
export function leftOutOf(cells: readonly Stated<unknown>[]): LeftOut {
  const without = cells.filter(({ value }) => value === undefined);
  return { count: without.length, unread: without.filter((cell) => !isBlank(cell)).length };
}

/** A label of the form for which the format has no field, and the text beside it. */
export interface Additional {
  readonly label: string;
  readonly text: string;
}
