import type { Cell, Column } from './table.ts';

/** Rows as a JSON array, an object a row on a line of its own; made as they are asked for. */
export function* jsonLines(columns: readonly Column[], rows: Iterable<readonly Cell[]>): Generator<string> {
  let before = '[\n';
  const names = columns.map(({ name }, place) => `${place === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  for (const row of rows) {
    let line = before;
    columns.forEach((column, place) => {
      const cell = row[place];
      line += names[place] ?? '';
      line += cell === undefined ? 'null' : JSON.stringify(jsonValue(column, cell));
    });
    yield `${line}}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** Counts and answers are JSON's own; amounts, shares and codes are texts, because JSON's numbers are binary. */
export function jsonValue({ type }: Column, cell: Cell): string | number | boolean | null {
  if (cell === undefined) return null;
  if (type === 'integer') return Number(cell);
  return type === 'boolean' ? cell === '是' : cell;
}
