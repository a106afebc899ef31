import { element, escapeXml } from '../files/write-xml.ts';
import { type Part, type Relation } from './package.ts';
import { reference } from './cell-reference.ts';
import { SPREADSHEET, type SheetCell } from './sheet.ts';

/** The notes of a sheet as parts of the file, and how the sheet leads to them: first to their boxes. */
export function notesOf(
  cells: readonly SheetCell[],
  number: number,
): { readonly parts: readonly Part[]; readonly relations: readonly Relation[] } {
  const noted = cells
    .filter(({ note }) => note !== undefined)
    .map(({ note = '', row, column }) => ({ note, row, column }));
  if (noted.length === 0) return { parts: [], relations: [] };
  const [comments, drawing] = [`comments${String(number)}.xml`, `drawings/notes${String(number)}.vml`];
  return {
    relations: [
      { type: 'vmlDrawing', target: `../${drawing}` },
      { type: 'comments', target: `../${comments}` },
    ],
    parts: [
      {
        path: `xl/${comments}`,
        type: 'spreadsheetml.comments',
        xml: element(
          'comments',
          { xmlns: SPREADSHEET },
          element('authors', {}, element('author', {}, '填表说明')),
          element(
            'commentList',
            {},
            noted.map(({ note, row, column }) =>
              element(
                'comment',
                { ref: reference(row, column), authorId: 0 },
                element('text', {}, element('t', {}, escapeXml(note))),
              ),
            ),
          ),
        ),
      },
      {
        path: `xl/${drawing}`,
        type: 'vmlDrawing',
        xml: element(
          'xml',
          {
            'xmlns:v': 'urn:schemas-microsoft-com:vml',
            'xmlns:o': 'urn:schemas-microsoft-com:office:office',
            'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
          },
          element('v:shapetype', {
            ...{ id: 'note', coordsize: '21600,21600', path: 'm,l,21600r21600,l21600,xe', 'o:spt': 202 },
          }),
          noted.map((one, place) => noteBox(one, number * MOST_NOTES + place)),
        ),
      },
    ],
  };
}

/** Excel numbers the shapes of a sheet in blocks of so many. */
const MOST_NOTES = 1024;

/** The box in which Excel shows a note: right of its cell, as high as its text needs. */
function noteBox(
  { note, row, column }: { readonly note: string; readonly row: number; readonly column: number },
  id: number,
): string {
  const height = 14 * (Math.ceil(note.length / 18) + 1);
  return element(
    'v:shape',
    {
      ...{ id: `_x0000_s${String(id)}`, type: '#note', fillcolor: '#ffffe1', 'o:insetmode': 'auto' },
      style: `position:absolute;width:200pt;height:${String(height)}pt;visibility:hidden`,
    },
    element('v:fill', { color2: '#ffffe1' }),
    element('v:path', { 'o:connecttype': 'none' }),
    element(
      'x:ClientData',
      { ObjectType: 'Note' },
      element('x:MoveWithCells'),
      element('x:SizeWithCells'),
      element('x:AutoFill', {}, 'False'),
      element('x:Row', {}, String(row)),
      element('x:Column', {}, String(column)),
    ),
  );
}
