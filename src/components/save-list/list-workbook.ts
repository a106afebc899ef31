import { readFigure } from '../../office/figure.ts';
import type { RowCell, Sheet } from '../../office/sheet.ts';
import type { Look } from '../../office/sheet-looks.ts';
import { workbookPieces } from '../../office/workbook.ts';
import type { SavedList } from './saved-list.ts';

const HEAD: Look = { ruled: true, shaded: true, bold: true, align: 'center' };
/** Text stays text when it is typed anew: a code, or `=8个`. */
const TEXT: Look = { ruled: true, format: '@' };
const FIGURE: Look = { ruled: true, align: 'right' };

/** In characters. */
const [NARROWEST, WIDEST] = [8, 48];

/**
 * The list as a workbook: a sheet with heading, rows and sums alone, which programs read too, and one that says what was
 * asked for.
 *
 * @param address of the page as it shows the list.
 */
export function listWorkbook(list: SavedList, address: string): Blob {
  return new Blob(workbookOf(list, address), {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}

/** The bytes of the workbook, in pieces. */
export function workbookOf(list: SavedList, address: string): Uint8Array<ArrayBuffer>[] {
  const { title, columns, rows, totals } = list;
  const cells = (row: readonly string[], more: Look = {}): readonly RowCell[] =>
    row.map((text, column) => {
      const figure = columns[column]?.isFigure === true ? readFigure(text) : undefined;
      const look = figure === undefined ? TEXT : FIGURE;
      return { text, figure, look: more.bold === true ? { ...look, ...more } : look };
    });
  const sheet: Sheet = {
    name: title,
    widths: columns.map(({ header }, column) => widthFor([header, ...rows.map((row) => row[column] ?? '')])),
    cells: [],
    rows: [
      columns.map(({ header }): RowCell => ({ text: header, look: HEAD })),
      ...rows.map((row) => cells(row)),
      ...totals.map((row) => cells(row, { bold: true, shaded: true })),
    ],
    // No filter of Excel's own: it would take the sums for rows.
    header: { rows: 1, filters: false },
    landscape: true,
    wholeTextsIn: '同样这些行的CSV文件',
  };
  return [...workbookPieces(title, [sheet, explanation(list, address)])] as Uint8Array<ArrayBuffer>[];
}

function explanation({ title, counter, rows, totals, conditions, notes }: SavedList, address: string): Sheet {
  const lines = [
    ['内容', `${title}${String(rows.length)}${counter}，与网页上列出的相同，次序也相同`],
    ...conditions,
    ...(totals.length === 0 ? [] : [['合计', `最后${String(totals.length)}行是合计，加粗`]]),
    ...notes,
    ['网址', address],
  ];
  return {
    name: '说明',
    widths: [20, 80],
    cells: [],
    rows: lines.map(([name = '', value = '']) => [
      { text: name, look: { ...TEXT, bold: true } },
      { text: value, look: TEXT },
    ]),
  };
}

/** As wide as the longest of the first texts; a character of Chinese is as wide as two others. */
function widthFor(texts: readonly string[]): number {
  const widths = texts.slice(0, 200).map((text) => text.length + (text.match(/[^\x00-\xff]/g)?.length ?? 0));
  return Math.min(WIDEST, Math.max(NARROWEST, ...widths) + 2);
}
