import { element, escapeXml } from '../files/write-xml.ts';
import { officePieces, RELATIONSHIPS, type Part } from './package.ts';
import { Looks } from './sheet-looks.ts';
import { notesOf } from './sheet-notes.ts';
import { quotedName, sheetXml, SPREADSHEET, type Sheet } from './sheet.ts';

/** Sheets as the bytes of a workbook. */
export function packWorkbook(...book: Parameters<typeof workbookPieces>): Uint8Array {
  return Buffer.concat([...workbookPieces(...book)]);
}

/** Sheets as the bytes of a workbook, piece by piece. */
export function workbookPieces(
  title: string,
  sheets: readonly Sheet[],
  isExport = true,
): Generator<Uint8Array> {
  const looks = new Looks();
  const notes = sheets.map(({ cells }, place) => notesOf(cells, place + 1));
  const parts = sheets.map((sheet, place) => ({
    path: `xl/worksheets/sheet${String(place + 1)}.xml`,
    type: 'spreadsheetml.worksheet',
    xml: sheetXml(sheet, looks),
    relations: notes[place]?.relations ?? [],
    ...sharing(sheet, looks),
  }));
  const workbook = element(
    'workbook',
    { xmlns: SPREADSHEET, 'xmlns:r': RELATIONSHIPS },
    element('bookViews', {}, element('workbookView')),
    element(
      'sheets',
      {},
      ...sheets.map(({ name }, place) =>
        element('sheet', { name, sheetId: place + 1, 'r:id': `rId${String(place + 1)}` }),
      ),
    ),
    printTitles(sheets),
  );
  const relations = [
    ...parts.map(({ path }) => ({ type: 'worksheet', target: path.slice('xl/'.length) })),
    { type: 'styles', target: 'styles.xml' },
  ];
  return officePieces(
    title,
    [
      { path: 'xl/workbook.xml', type: 'spreadsheetml.sheet.main', xml: workbook, relations },
      ...parts,
      // Known when the sheets are written.
      {
        path: 'xl/styles.xml',
        type: 'spreadsheetml.styles',
        xml: {
          *[Symbol.iterator]() {
            yield looks.xml();
          },
        },
      },
      ...notes.flatMap((own) => own.parts),
    ],
    isExport,
  );
}

/** How a sheet is taken from another workbook that has the same, or kept for it. */
function sharing({ shared }: Sheet, looks: Looks): Pick<Part, 'shared'> {
  if (shared === undefined) return {};
  return {
    shared: {
      take: () => shared.take(looks),
      keep: (compressed) => {
        shared.keep(compressed, looks);
      },
    },
  };
}

/** The heads of lists, which are printed on each of their pages. */
function printTitles(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, header }, localSheetId) =>
    header === undefined
      ? []
      : [
          element(
            'definedName',
            { name: '_xlnm.Print_Titles', localSheetId },
            escapeXml(`${quotedName(name)}!$${String(header.rows)}:$${String(header.rows)}`),
          ),
        ],
  );
  return names.length === 0 ? '' : element('definedNames', {}, ...names);
}
