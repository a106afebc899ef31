import { mayBreak, type FormCell, type FormCellKind, type FormLayout } from '../model/form-layout.ts';
import type { CellHelp } from '../office/cell-help.ts';
import { element } from '../files/write-xml.ts';
import { placeInColumns } from './place-in-columns.ts';
import type { WordHelp } from './word-help.ts';
import { paragraph, text } from './word-paragraph.ts';
import { TEXT_WIDTH, type WordStyle } from './word-styles.ts';

/** The first column, as wide as 13 % of the page. */
const FIRST_COLUMN = 0.13;

/** The ruled tables of a form: its head, and its indicators. */
export function formTables(
  { above, columns, head, labels, groups }: FormLayout,
  help?: Pick<WordHelp, 'around'>,
): readonly string[] {
  const widths = columnWidths(columns);
  const blank = labels.map((cell): FormCell => ({ ...cell, kind: 'word', text: '' }));
  const rows = groups.length === 0 ? [blank] : groups.flat();
  // Rows that repeat on every page can only be the first of a table, so that the indicators have one of their own.
  return [
    table(
      widths,
      [...(above.length === 0 ? [] : [above]), ...head],
      above.length === 0 ? 'Blank' : 'FormHead',
      help,
    ),
    paragraph('BetweenTables'),
    table(widths, [labels, ...rows], 'FormIndicators', help),
    paragraph('BetweenTables'),
  ];
}

/** The first column, and so many others as wide as each other. */
export function columnWidths(columns: number): readonly number[] {
  const step = Math.floor((TEXT_WIDTH * (1 - FIRST_COLUMN)) / columns);
  return [TEXT_WIDTH - step * columns, ...Array.from({ length: columns }, () => step)];
}

const TABLE_PROPERTIES = element(
  'w:tblPr',
  {},
  element('w:tblStyle', { 'w:val': 'Form' }),
  element('w:tblW', { 'w:w': TEXT_WIDTH, 'w:type': 'dxa' }),
  element('w:tblLayout', { 'w:type': 'fixed' }),
);

/** A table whose first row is repeated on every page that it needs. */
export function table(
  widths: readonly number[],
  rows: readonly (readonly (FormCell & CellHelp)[])[],
  kind: 'FormHead' | 'FormIndicators' | 'Blank',
  help?: Pick<WordHelp, 'around'>,
): string {
  const { cells, widths: grid } = placeInColumns(rows, widths);
  const inRows = rows.map((): (typeof cells)[number][] => []);
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) inRows[row]?.push(cell);
  return element(
    'w:tbl',
    {},
    TABLE_PROPERTIES,
    element('w:tblGrid', {}, ...grid.map((width) => element('w:gridCol', { 'w:w': width }))),
    rows.map((own, row) =>
      element(
        'w:tr',
        {},
        element(
          'w:trPr',
          {},
          ...(mayBreak(rows, row) ? [] : [element('w:cantSplit')]),
          ...leastHeight(own),
          ...(row === 0 && kind !== 'Blank' ? [element('w:tblHeader')] : []),
        ),
        inRows[row]
          ?.sort((a, b) => a.column - b.column)
          .map((cell) => {
            let width = 0;
            for (let column = cell.column; column < cell.column + cell.columns; column += 1)
              width += grid[column] ?? 0;
            const off = kind === 'FormHead' ? bordersOff(cell, rows.length) : '';
            return tableCell(cell, width, cell.row === row, off, help);
          }) ?? [],
      ),
    ),
  );
}

/**
 * The borders that a cell of the head does not have: department and unit stand above the ruled table, as on paper, and
 * the last rule is that of the indicators below.
 */
function bordersOff({ row, rows }: { readonly row: number; readonly rows: number }, of: number): string {
  if (row === 0) return OFF_ABOVE;
  return row + rows === of ? OFF_BELOW : '';
}

const off = (...sides: readonly string[]) =>
  element(
    'w:tcBorders',
    {},
    sides.map((side) => element(side, { 'w:val': 'nil' })),
  );
const [OFF_ABOVE, OFF_BELOW] = [off('w:top', 'w:left', 'w:right'), off('w:bottom')];

/** The height of a line in a cell, and what is above and below the lines, in twentieths of a point. */
const [LINE, AROUND] = [300, 100];

function leastHeight(cells: readonly CellHelp[]): readonly string[] {
  const lines = Math.max(1, ...cells.map(({ leastLines = 1 }) => leastLines));
  return lines === 1 ? [] : [element('w:trHeight', { 'w:val': lines * LINE + AROUND, 'w:hRule': 'atLeast' })];
}

const CELL_STYLES: Readonly<Record<FormCellKind, WordStyle>> = {
  ...{ label: 'FormLabel', heading: 'FormLabel', share: 'FormLabel', amount: 'FormAmount' },
  ...{ word: 'FormText', lines: 'FormText', name: 'FormText' },
};

function tableCell(
  cell: FormCell & CellHelp,
  width: number,
  isFirstRow: boolean,
  off: string,
  help: Pick<WordHelp, 'around'> | undefined,
): string {
  const { kind, text: words, rows, columns } = cell;
  const spans = columns > 1 ? `<w:gridSpan w:val="${String(columns)}"/>` : '';
  const merge = rows === 1 ? '' : isFirstRow ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const properties = `<w:tcW w:w="${String(width)}" w:type="dxa"/>${spans}${merge}${off}<w:vAlign w:val="center"/>`;
  const lineOf = (line: string) =>
    paragraph(
      CELL_STYLES[kind],
      isFirstRow && help !== undefined ? help.around(cell, text(line)) : text(line),
    );
  const own = isFirstRow ? words : '';
  const lines = own.includes('\n') ? own.split('\n').map(lineOf).join('') : lineOf(own);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${lines}</w:tc>`;
}
