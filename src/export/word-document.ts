import { element } from '../files/write-xml.ts';
import { packOffice, RELATIONSHIPS, type Part } from '../office/package.ts';
import { field, paragraph, text } from './word-paragraph.ts';
import { PAGE, STYLES } from './word-styles.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = { 'xmlns:w': WORD, 'xmlns:r': RELATIONSHIPS };

/** Without this Word opens a document as one of an old version. */
const SETTINGS = element(
  'w:compat',
  {},
  element('w:compatSetting', {
    ...{ 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 },
  }),
);

/** What stands around the blocks of a document. */
export interface AroundBlocks {
  /** What stands above each page but the first, which is a title page. */
  readonly header?: string;
  /** The contents of `w:comments`, in a form to fill in; the import knows it as no export by them. */
  readonly comments?: string;
}

/** Paragraphs and tables as the bytes of a Word document, its pages numbered. */
export function packWord(
  title: string,
  blocks: readonly string[],
  { header, comments }: AroundBlocks = {},
): Uint8Array {
  const footer = paragraph(
    'Footer',
    text('第'),
    field('PAGE', '1'),
    text('页，共'),
    field('NUMPAGES', '1'),
    text('页'),
  );
  const part = (name: string, tag: string, ...inside: readonly string[]): Part => ({
    ...{ path: `word/${name}.xml`, type: `wordprocessingml.${name}` },
    xml: element(tag, NAMESPACES, ...inside),
  });
  const parts = [
    part('styles', 'w:styles', STYLES),
    part('footer', 'w:ftr', footer),
    part('settings', 'w:settings', SETTINGS),
    ...(header === undefined ? [] : [part('header', 'w:hdr', paragraph('Header', text(header)))]),
    ...(comments === undefined ? [] : [part('comments', 'w:comments', comments)]),
  ];
  const nameOf = ({ path }: Part) => path.slice('word/'.length, -'.xml'.length);
  const refer = (kind: 'header' | 'footer') =>
    parts.flatMap((one, place) =>
      nameOf(one) === kind
        ? [element(`w:${kind}Reference`, { 'w:type': 'default', 'r:id': `rId${String(place + 1)}` })]
        : [],
    );
  const section = element(
    'w:sectPr',
    {},
    ...refer('header'),
    ...refer('footer'),
    element('w:pgSz', { 'w:w': PAGE.width, 'w:h': PAGE.height }),
    element('w:pgMar', {
      ...{ 'w:top': PAGE.top, 'w:right': PAGE.side, 'w:bottom': PAGE.bottom, 'w:left': PAGE.side },
      ...{ 'w:header': 567, 'w:footer': 454, 'w:gutter': 0 },
    }),
    ...(header === undefined ? [] : [element('w:titlePg')]),
  );
  const document: Part = {
    path: 'word/document.xml',
    type: 'wordprocessingml.document.main',
    // In parts, because together they are a very long text.
    xml: [
      `<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONSHIPS}"><w:body>`,
      ...blocks,
      section,
      '</w:body></w:document>',
    ],
    isOnePiece: true,
    relations: parts.map((one) => ({ type: nameOf(one), target: `${nameOf(one)}.xml` })),
  };
  return packOffice(title, [document, ...parts], comments === undefined);
}
