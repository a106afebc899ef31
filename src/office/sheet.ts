import { PublishingError } from '../files/user-error.ts';
import type { CellHelp } from './cell-help.ts';
import { element, escapeXml } from '../files/write-xml.ts';
import { RELATIONSHIPS } from './package.ts';
import { choiceLists } from './sheet-choices.ts';
import { columnName, rangeOf, reference } from './cell-reference.ts';
import { readFigure, type Figure } from './figure.ts';
import type { SharedSheet } from './shared-sheet.ts';
import type { Look, Looks } from './sheet-looks.ts';

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A cell of a sheet with its place, from 0. */
export interface SheetCell extends CellHelp {
  readonly text: string;
  /** An amount or share is stored as a number, where one shows exactly what is written. */
  readonly isFigure?: boolean;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly look: Look;
  /** The sheet to which it leads. */
  readonly to?: string;
}

/** A cell of a row that stands on one line, in its column. */
export interface RowCell extends Pick<SheetCell, 'text' | 'look'> {
  readonly figure?: Figure | undefined;
}

export interface Sheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly cells: readonly SheetCell[];
  /** Rows of a long list below the cells, made one by one when the sheet is written. */
  readonly rows?: Iterable<readonly RowCell[]>;
  /** For a list of rows: how many rows stay in sight, and whether the last of them filters those below. */
  readonly header?: { readonly rows: number; readonly filters: boolean };
  readonly landscape?: boolean;
  /** Where a text is whole that no cell holds; a sheet that does not say so cannot have one. */
  readonly wholeTextsIn?: string | undefined;
  /** Where another workbook has the same sheet, but for what is said of texts that are whole elsewhere. */
  readonly shared?: SharedSheet | undefined;
}

/** The relation by which a sheet finds the boxes of its notes. */
export const NOTES_DRAWING = 'rId1';

/** So many characters a cell of Excel holds. */
export const MOST_CHARACTERS = 32_767;
/** In points: of a line of text, of the blanks around the text of a cell, and the highest row that Excel has. */
const [LINE, AROUND, HIGHEST] = [15, 6, 409];

/** A sheet as its part of the file, piece by piece. */
export function* sheetXml(sheet: Sheet, looks: Looks): Generator<string> {
  const { widths, cells, rows: list = [], header, landscape = false } = sheet;
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
      const own = rows.get(row);
      if (own === undefined) rows.set(row, [cell]);
      else own.push(cell);
    }
  }
  yield `<worksheet xmlns="${SPREADSHEET}" xmlns:r="${RELATIONSHIPS}">`;
  yield element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 }));
  yield element(
    'sheetViews',
    {},
    element(
      'sheetView',
      { workbookViewId: 0, showGridLines: header === undefined ? 0 : 1 },
      frozen(header?.rows),
    ),
  );
  yield element('sheetFormatPr', { defaultRowHeight: LINE + AROUND });
  yield element(
    'cols',
    {},
    ...widths.map((width, place) =>
      element('col', { min: place + 1, max: place + 1, width, customWidth: 1 }),
    ),
  );
  yield '<sheetData>';
  for (const [row, own] of [...rows].sort(([a], [b]) => a - b)) yield rowXml(row, own, looks, sheet);
  let height = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rows), 0);
  for (const row of list) {
    let written = '';
    row.forEach((cell, column) => {
      // A blank says nothing, not even of its look.
      if (cell.text !== '') written += valueXml(cell, reference(height, column), looks, sheet);
    });
    height += 1;
    yield `<row r="${String(height)}">${written}</row>`;
  }
  yield '</sheetData>';
  const last = reference(height - 1, widths.length - 1);
  const merged = cells.filter((cell) => cell.rows > 1 || cell.columns > 1);
  const links = cells.filter(({ to }) => to !== undefined);
  const filters = header?.filters === true ? `${reference(header.rows - 1, 0)}:${last}` : undefined;
  const many = (tag: string, children: readonly string[]) =>
    children.length === 0 ? '' : element(tag, { count: children.length }, children);
  yield* [
    filters === undefined ? '' : element('autoFilter', { ref: filters }),
    many(
      'mergeCells',
      merged.map((cell) => element('mergeCell', { ref: rangeOf(cell) })),
    ),
    many('dataValidations', choiceLists(cells)),
    links.length === 0
      ? ''
      : element(
          'hyperlinks',
          {},
          links.map(({ row, column, to = '' }) =>
            element('hyperlink', { ref: reference(row, column), location: `${quotedName(to)}!A1` }),
          ),
        ),
    element('pageMargins', { left: 0.7, right: 0.7, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 }),
    element('pageSetup', {
      paperSize: 9,
      orientation: landscape ? 'landscape' : 'portrait',
      fitToWidth: 1,
      fitToHeight: 0,
    }),
    element('headerFooter', {}, element('oddFooter', {}, escapeXml('&C第&P页，共&N页'))),
    // Codes of digits and the like are meant as text.
    element('ignoredErrors', {}, element('ignoredError', { sqref: `A1:${last}`, numberStoredAsText: 1 })),
    cells.some(({ note }) => note !== undefined) ? element('legacyDrawing', { 'r:id': NOTES_DRAWING }) : '',
    '</worksheet>',
  ];
}

function frozen(rows: number | undefined): string {
  if (rows === undefined) return '';
  return element('pane', {
    ySplit: rows,
    topLeftCell: reference(rows, 0),
    activePane: 'bottomLeft',
    state: 'frozen',
  });
}

function rowXml(row: number, cells: readonly SheetCell[], looks: Looks, sheet: Sheet): string {
  // A cell that spans several rows is higher than any of them.
  let lines = 1;
  for (const cell of cells) if (cell.rows === 1) lines = Math.max(lines, linesOf(cell, sheet.widths));
  const height = Math.min(lines * LINE + AROUND, HIGHEST);
  const number = String(row + 1);
  let written = '';
  for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
    const { text, look, isFigure = false, column, columns } = cell;
    let next = column;
    if (text !== '' && row === cell.row) {
      const figure = isFigure ? readFigure(text) : undefined;
      written += valueXml({ text, look, figure }, reference(row, column), looks, sheet);
      next += 1;
    }
    if (next === column + columns) continue;
    // The border of merged cells is drawn from those that they cover.
    const blank = `${number}" s="${String(looks.idOf(look))}"/>`;
    for (; next < column + columns; next += 1) written += `<c r="${columnName(next)}${blank}`;
  }
  return `<row r="${number}" ht="${String(height)}" customHeight="1">${written}</row>`;
}

// Put together by hand: a workbook of a thousand forms has hundreds of thousands of cells.
function valueXml({ text, look, figure }: RowCell, place: string, looks: Looks, sheet: Sheet): string {
  if (figure !== undefined)
    return `<c r="${place}" s="${String(looks.idOf(look, figure.format))}"><v>${figure.value}</v></c>`;
  const fitting = text.length > MOST_CHARACTERS ? insteadOf(text, sheet) : text;
  // What looks like an escape of the format itself, such as _x000D_, is text here.
  const written = escapeXml(fitting);
  const escaped = written.includes('_') ? written.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : written;
  return `<c r="${place}" s="${String(looks.idOf(look))}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

/** What stands in a cell for a text that it does not hold. */
function insteadOf({ length }: string, { name, wholeTextsIn, shared }: Sheet): string {
  shared?.differ();
  if (wholeTextsIn !== undefined)
    return `全文有${String(length)}个字，Excel的一格放不下，见${wholeTextsIn}。`;
  throw new PublishingError(
    `工作表“${name}”有一格共${String(length)}个字，Excel一格最多${String(MOST_CHARACTERS)}个字。请改用 --to docx。`,
  );
}

/** How wide a line of text is, in characters; one of Chinese is as wide as two others. */
export function widthOf(line: string): number {
  let width = line.length;
  for (let place = 0; place < line.length; place += 1) if (line.charCodeAt(place) > 0xff) width += 1;
  return width;
}

/** How many lines a cell's text takes. */
function linesOf(
  { text, column, columns, look, leastLines = 1 }: SheetCell,
  widths: readonly number[],
): number {
  const size = (look.size ?? 10.5) / 10.5;
  let width = 0;
  for (let own = column; own < column + columns; own += 1) width += widths[own] ?? 0;
  const room = Math.max(1, width / size - 1);
  return Math.max(leastLines, linesIn(text, room)) * size;
}

/** How many lines a text takes that has room for so many characters in each. */
function linesIn(text: string, room: number): number {
  // Most texts are so short that nothing needs to be counted.
  if (2 * text.length <= room && !text.includes('\n')) return 1;
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}

/** The name of a sheet as references have it. */
export const quotedName = (name: string) => `'${name.replaceAll("'", "''")}'`;
