import { markdownBlocks } from '../files/markdown.ts';
import { bookOf } from '../model/book.ts';
import type { Department } from '../model/department.ts';
import {
  formLayout,
  mayBreak,
  type FormCell,
  type FormCellKind,
  type FormLayout,
} from '../model/form-layout.ts';
import type { ChosenForms } from './chosen-forms.ts';
import { belowTitle } from './below-title.ts';
import { element, escapeXml, packOffice, RELATIONSHIPS } from './package.ts';
import { placeInColumns } from './place-in-columns.ts';
import { PAGE, STYLES, TEXT_WIDTH, type WordStyle } from './word-styles.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = { 'xmlns:w': WORD, 'xmlns:r': RELATIONSHIPS };

/** The first column, as wide as 13 % of the page. */
const FIRST_COLUMN = 0.13;

/** Without this Word opens a document as one of an old version. */
const SETTINGS = element(
  'w:compat',
  {},
  element('w:compatSetting', {
    ...{ 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 },
  }),
);

/**
 * Writes forms as a Word document (.docx): one form, or a department's with title page, contents and overall goals.
 * Its tables have real column widths, without which WPS shows none. The same content gives the same bytes.
 */
export function writeWord(chosen: ChosenForms): Uint8Array {
  const { department } = chosen;
  const isBook = chosen.kind === 'book';
  const { title } = bookOf(department);
  const name = isBook ? title.join('') : formLayout(chosen.project, department).title;
  const section = element(
    'w:sectPr',
    {},
    ...(isBook ? [element('w:headerReference', { 'w:type': 'default', 'r:id': 'rId2' })] : []),
    element('w:footerReference', { 'w:type': 'default', 'r:id': 'rId3' }),
    element('w:pgSz', { 'w:w': PAGE.width, 'w:h': PAGE.height }),
    element('w:pgMar', {
      ...{ 'w:top': PAGE.top, 'w:right': PAGE.side, 'w:bottom': PAGE.bottom, 'w:left': PAGE.side },
      ...{ 'w:header': 567, 'w:footer': 454, 'w:gutter': 0 },
    }),
    ...(isBook ? [element('w:titlePg')] : []),
  );
  const blocks = isBook
    ? bookBlocks(department)
    : formBlocks(formLayout(chosen.project, department), department);
  const footer = paragraph(
    'Footer',
    text('第'),
    field('PAGE', '1'),
    text('页，共'),
    field('NUMPAGES', '1'),
    text('页'),
  );
  const type = 'wordprocessingml';
  return packOffice(
    name,
    [
      {
        path: 'word/document.xml',
        type: `${type}.document.main`,
        xml: element('w:document', NAMESPACES, element('w:body', {}, blocks, section)),
      },
      {
        path: 'word/settings.xml',
        type: `${type}.settings`,
        xml: element('w:settings', NAMESPACES, SETTINGS),
      },
      { path: 'word/styles.xml', type: `${type}.styles`, xml: element('w:styles', NAMESPACES, STYLES) },
      {
        path: 'word/header.xml',
        type: `${type}.header`,
        xml: element('w:hdr', NAMESPACES, paragraph('Header', text(title.join('')))),
      },
      { path: 'word/footer.xml', type: `${type}.footer`, xml: element('w:ftr', NAMESPACES, footer) },
    ],
    [
      { type: 'styles', target: 'styles.xml' },
      { type: 'header', target: 'header.xml' },
      { type: 'footer', target: 'footer.xml' },
      { type: 'settings', target: 'settings.xml' },
    ],
  );
}

function bookBlocks(department: Department): readonly string[] {
  const book = bookOf(department);
  const goals = book.goals === undefined ? [] : markdownBlocks(department.overallGoals);
  const forms = department.projects.map((project) => formLayout(project, department));
  let places = 0;
  const entries: string[] = [];
  /** A heading to which an entry of the contents leads. */
  const listed = (style: WordStyle, words: string, level: 1 | 2): string => {
    places += 1;
    const place = `_Toc${String(places)}`;
    const entry = element('w:hyperlink', { 'w:anchor': place }, text(words));
    entries.push(paragraph(`TOC${String(level)}` as WordStyle, entry));
    return paragraph(
      style,
      element('w:bookmarkStart', { 'w:id': places, 'w:name': place }),
      text(words),
      element('w:bookmarkEnd', { 'w:id': places }),
    );
  };
  const parts = [
    ...(book.goals === undefined ? [] : [listed('Heading1', book.goals, 1)]),
    ...goals.map(({ level, marker, text: words }) => {
      if (level === 0) return paragraph('BodyText', text(marker + words));
      return level <= 2 ? listed('Heading2', words, 2) : paragraph('Heading3', text(words));
    }),
    listed('Heading1', book.forms, 1),
    ...forms.flatMap((form, place) => [
      listed(place === 0 ? 'FirstFormTitle' : 'FormTitle', form.title, 2),
      ...formTables(form),
    ]),
  ];
  const [first = '', ...others] = entries;
  return [
    paragraph('Title', text(book.title.join('\n'))),
    ...book.facts.map(({ label, value }) => paragraph('Fact', text(`${label}：${value}`))),
    paragraph('TOCHeading', text('目录')),
    // Without page numbers until whoever has it open updates the field: only a program that lays it out knows them.
    first.replace(
      /(?<=<\/w:pPr>)/,
      `${fieldMark('begin')}${instruction('TOC \\h \\z \\u')}${fieldMark('separate')}`,
    ),
    ...others,
    paragraph('BetweenTables', fieldMark('end')),
    ...parts,
  ];
}

function formBlocks(form: FormLayout, department: Department): readonly string[] {
  return [
    paragraph('FirstFormTitle', text(form.title)),
    ...belowTitle(department).map((line) => paragraph('BelowTitle', text(line))),
    ...formTables(form),
  ];
}

function formTables({ above, columns, head, labels, groups }: FormLayout): readonly string[] {
  const step = Math.floor((TEXT_WIDTH * (1 - FIRST_COLUMN)) / columns);
  const widths = [TEXT_WIDTH - step * columns, ...Array.from({ length: columns }, () => step)];
  const blank = labels.map((cell): FormCell => ({ ...cell, kind: 'word', text: '' }));
  const rows = groups.length === 0 ? [blank] : groups.flat();
  // Rows that repeat on every page can only be the first of a table, so that the indicators have one of their own.
  return [
    table(widths, [above, ...head], 'FormHead'),
    paragraph('BetweenTables'),
    table(widths, [labels, ...rows], 'FormIndicators'),
    paragraph('BetweenTables'),
  ];
}

/** A table whose first row is repeated on every page that it needs. */
function table(
  widths: readonly number[],
  rows: readonly (readonly FormCell[])[],
  kind: 'FormHead' | 'FormIndicators',
): string {
  const { cells, widths: grid } = placeInColumns(rows, widths);
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblStyle', { 'w:val': 'Form' }),
      element('w:tblW', { 'w:w': TEXT_WIDTH, 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
    ),
    element('w:tblGrid', {}, ...grid.map((width) => element('w:gridCol', { 'w:w': width }))),
    rows.map((_, row) =>
      element(
        'w:tr',
        {},
        element(
          'w:trPr',
          {},
          ...(mayBreak(rows, row) ? [] : [element('w:cantSplit')]),
          ...(row === 0 ? [element('w:tblHeader')] : []),
        ),
        ...cells
          .filter((cell) => cell.row <= row && row < cell.row + cell.rows)
          .sort((a, b) => a.column - b.column)
          .map((cell) => {
            const own = grid.slice(cell.column, cell.column + cell.columns);
            return tableCell(
              cell,
              own,
              cell.row === row,
              kind === 'FormHead' ? bordersOff(cell, rows.length) : [],
            );
          }),
      ),
    ),
  );
}

/**
 * The borders that a cell of the head does not have: department and unit stand above the ruled table, as on paper, and
 * the last rule is that of the indicators below.
 */
function bordersOff(
  { row, rows }: { readonly row: number; readonly rows: number },
  of: number,
): readonly string[] {
  if (row === 0) return ['w:top', 'w:left', 'w:right'];
  return row + rows === of ? ['w:bottom'] : [];
}

const CELL_STYLES: Readonly<Record<FormCellKind, WordStyle>> = {
  ...{ label: 'FormLabel', heading: 'FormLabel', share: 'FormLabel', amount: 'FormAmount' },
  ...{ word: 'FormText', lines: 'FormText', name: 'FormText' },
};

function tableCell(
  { kind, text: words, rows }: FormCell,
  columns: readonly number[],
  isFirstRow: boolean,
  off: readonly string[],
): string {
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': columns.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
      ...(columns.length > 1 ? [element('w:gridSpan', { 'w:val': columns.length })] : []),
      ...(rows > 1 ? [element('w:vMerge', { 'w:val': isFirstRow ? 'restart' : undefined })] : []),
      ...(off.length > 0
        ? [element('w:tcBorders', {}, ...off.map((side) => element(side, { 'w:val': 'nil' })))]
        : []),
      element('w:vAlign', { 'w:val': 'center' }),
    ),
    ...(isFirstRow ? words.split('\n') : ['']).map((line) => paragraph(CELL_STYLES[kind], text(line))),
  );
}

function paragraph(style: WordStyle, ...children: readonly string[]): string {
  return element('w:p', {}, element('w:pPr', {}, element('w:pStyle', { 'w:val': style })), ...children);
}

/** Characters of fonts of symbols in some files: a run that names a font of text says that they are none of those. */
const PRIVATE_USE = /[\ue000-\uf8ff]/;

/** A text in one run; its line breaks stay within the paragraph. */
function text(words: string): string {
  if (words === '') return '';
  const pieces = words
    .split('\n')
    .map((line) => element('w:t', { 'xml:space': 'preserve' }, escapeXml(line)))
    .join(element('w:br'));
  const font = PRIVATE_USE.test(words)
    ? [
        element(
          'w:rPr',
          {},
          element('w:rFonts', { 'w:ascii': '宋体', 'w:hAnsi': '宋体', 'w:eastAsia': '宋体' }),
        ),
      ]
    : [];
  return element('w:r', {}, ...font, pieces);
}

const fieldMark = (type: 'begin' | 'separate' | 'end') =>
  element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }));
const instruction = (words: string) =>
  element('w:r', {}, element('w:instrText', { 'xml:space': 'preserve' }, escapeXml(` ${words} `)));

/** A field that programs fill in where they lay out pages. */
function field(name: string, before: string): string {
  return element('w:fldSimple', { 'w:instr': ` ${name} ` }, text(before));
}
