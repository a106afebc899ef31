import { strToU8, zipSync } from 'fflate';
import { labelWords } from '../../src/documents/forms/labels.ts';
import type { DocumentBody, Table } from '../../src/documents/grid/grid.ts';
import { readBody } from '../../src/documents/open/open-document.ts';

/** The smallest Word document around a body. */
export function wordFile(body: string, styles = ''): Uint8Array {
  const names = ['w', 'mc', 'wps', 'v', 'm'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document ${names}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(`<w:styles ${names}>${styles}</w:styles>`),
  });
}

export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;
export const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
export const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

export const readFile = (bytes: Uint8Array, name = 'made-up.docx'): DocumentBody =>
  readBody(bytes, name, labelWords());

/** The tables of a document as rows of texts. */
export function rowsOf(body: DocumentBody): readonly (readonly string[])[] {
  return body.blocks
    .filter((block): block is Table => block.type === 'table')
    .flatMap(({ cells }) => {
      const rows = new Map<number, string[]>();
      for (const { row: number, text } of cells) rows.set(number, [...(rows.get(number) ?? []), text]);
      return [...rows.values()];
    });
}
