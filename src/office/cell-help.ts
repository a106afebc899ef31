/** What helps to fill in a cell of a blank form. */
export interface CellHelp {
  /** What is to be known of the label's field: a comment, which no import reads. */
  readonly note?: string | undefined;
  /** What can be picked. */
  readonly choices?: Choices | undefined;
  /** Whether what is typed stays as it is typed: `190.00`, `100%`. */
  readonly isText?: true;
  /** How many lines are there to be filled. */
  readonly leastLines?: number;
}

export interface Choices {
  readonly label: string;
  readonly values: readonly string[];
  /** Whether nothing else is meant to stand there, or others may, or the value only begins so. */
  readonly others: 'odd' | 'allowed' | 'usual';
}
