import { element } from '../files/write-xml.ts';

/** A4 with the margins of the printed form (`styles/print-form.css`), in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838, top: 1134, side: 1020, bottom: 1020 };
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;

/** The styles of an exported Word document, by their ids; headings are Word's own, so that its navigation works. */
const PARAGRAPHS = {
  Normal: { name: 'Normal', size: 10.5 },
  Title: { name: 'Title', size: 22, bold: true, align: 'center', before: 200, after: 24, line: 1.6 },
  Fact: { name: '封面事项', size: 12, align: 'center', after: 4 },
  TOCHeading: { name: 'TOC Heading', size: 16, bold: true, align: 'center', after: 10, newPage: true },
  TOC1: { name: 'toc 1', size: 12, bold: true, before: 6, after: 2, hasPages: true },
  TOC2: { name: 'toc 2', size: 10.5, indent: 21, after: 2, hasPages: true },
  Heading1: {
    name: 'heading 1',
    size: 18,
    bold: true,
    align: 'center',
    after: 12,
    outline: 1,
    newPage: true,
  },
  Heading2: { name: 'heading 2', size: 14, bold: true, before: 8, after: 4, outline: 2 },
  Heading3: { name: 'heading 3', size: 12, bold: true, before: 4, after: 2, outline: 3 },
  BodyText: { name: 'Body Text', size: 12, firstLine: 24, line: 1.5 },
  FirstFormTitle: { name: '首张表标题', size: 16, bold: true, align: 'center', after: 8, outline: 2 },
  FormTitle: { name: '表标题', size: 16, bold: true, align: 'center', after: 8, outline: 2, newPage: true },
  BlankFormTitle: { name: '空表标题', size: 16, bold: true, align: 'center', before: 12, after: 8 },
  BelowTitle: { name: '标题之下', size: 10.5, align: 'center', after: 4 },
  FormLabel: { name: '表栏名', size: 10.5, align: 'center' },
  FormText: { name: '表内容', size: 10.5 },
  FormAmount: { name: '表金额', size: 10.5, align: 'right' },
  BetweenTables: { name: '两表之间', size: 1, exact: 1 },
  Header: { name: 'header', size: 9 },
  Footer: { name: 'footer', size: 9, align: 'center' },
} as const satisfies Readonly<Record<string, ParagraphStyle>>;
export type WordStyle = keyof typeof PARAGRAPHS;

/** A style of paragraphs; measures in points. */
interface ParagraphStyle {
  readonly name: string;
  readonly size: number;
  readonly bold?: true;
  readonly align?: 'center' | 'right';
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  readonly firstLine?: number;
  /** The height of a line, as a multiple of the usual one. */
  readonly line?: number;
  /** The height of a line in points, whatever stands in it. */
  readonly exact?: number;
  /** The level in the navigation, from 1. */
  readonly outline?: number;
  /** Whether dots lead to the number of a page. */
  readonly hasPages?: true;
  /** Whether such a paragraph begins a page. */
  readonly newPage?: true;
}

/** 宋体 as on printed forms, also for figures. */
const FONT = { 'w:ascii': '宋体', 'w:hAnsi': '宋体', 'w:eastAsia': '宋体', 'w:cs': '宋体' };
/** In Word a font's size counts half points, other measures twentieths of a point. */
const [HALF, TWENTIETH] = [2, 20];
const on = (condition: unknown, xml: string) => (condition === undefined ? '' : xml);

function paragraphStyle(id: string, style: ParagraphStyle): string {
  const {
    name,
    size,
    bold,
    align,
    before = 0,
    after = 0,
    indent,
    firstLine,
    line,
    exact,
    outline,
    newPage,
    hasPages,
  } = style;
  const isCustom = /[^\x20-\x7e]/.test(name) ? 1 : undefined;
  return element(
    'w:style',
    {
      'w:type': 'paragraph',
      'w:customStyle': isCustom,
      'w:default': id === 'Normal' ? 1 : undefined,
      'w:styleId': id,
    },
    element('w:name', { 'w:val': name }),
    id === 'Normal' ? '' : element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:qFormat'),
    element(
      'w:pPr',
      {},
      on(outline, element('w:keepNext')),
      on(newPage, element('w:pageBreakBefore')),
      on(
        hasPages,
        element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': TEXT_WIDTH })),
      ),
      element('w:spacing', {
        'w:before': before * TWENTIETH,
        'w:after': after * TWENTIETH,
        'w:line': exact === undefined ? (line ?? 1.1) * 240 : exact * TWENTIETH,
        'w:lineRule': exact === undefined ? 'auto' : 'exact',
      }),
      on(
        indent ?? firstLine,
        element('w:ind', {
          'w:left': indent === undefined ? undefined : indent * TWENTIETH,
          'w:firstLine': firstLine === undefined ? undefined : firstLine * TWENTIETH,
        }),
      ),
      on(align, element('w:jc', { 'w:val': align })),
      on(outline, element('w:outlineLvl', { 'w:val': (outline ?? 1) - 1 })),
    ),
    element('w:rPr', {}, on(bold, element('w:b')), element('w:sz', { 'w:val': size * HALF })),
  );
}

const border = (side: string) =>
  element(`w:${side}`, { 'w:val': 'single', 'w:sz': 6, 'w:space': 0, 'w:color': '000000' });
const margin = (side: string, width: number) => element(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' });

/** The ruled table of the form. */
const TABLE = element(
  'w:style',
  { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': 'Form' },
  element('w:name', { 'w:val': '绩效目标表' }),
  element(
    'w:tblPr',
    {},
    element('w:tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border)),
    element(
      'w:tblCellMar',
      {},
      margin('top', 50),
      margin('left', 80),
      margin('bottom', 50),
      margin('right', 80),
    ),
  ),
);

/** The contents of `w:styles`. */
export const STYLES = [
  element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        element('w:rFonts', FONT),
        element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
      ),
    ),
  ),
  ...Object.entries(PARAGRAPHS).map(([id, style]) => paragraphStyle(id, style)),
  element(
    'w:style',
    { 'w:type': 'character', 'w:styleId': 'PlaceholderText' },
    element('w:name', { 'w:val': 'Placeholder Text' }),
    element('w:rPr', {}, element('w:color', { 'w:val': '666666' })),
  ),
  TABLE,
].join('');
