import { textOf, type Archive } from '../open/archive.ts';
import { blocksOfSheet, placeCells, tidy, type Block, type DocumentBody, type LooseCell } from './grid.ts';
import { readSymbols } from './word-text.ts';
import { elementsOf, findElement, isElement, parseXml, type ChildNode, type Element } from './xml.ts';

/** Elements that only group rows, cells or paragraphs. */
const WRAPPERS = new Set([
  ...['text:section', 'text:list', 'text:list-item', 'text:list-header', 'text:index-body'],
  ...['table:table-header-rows', 'table:table-rows', 'table:table-row-group', 'table:table-header-columns'],
  ...['table:table-columns', 'table:table-column-group'],
]);

function unwrapped(container: Element): readonly Element[] {
  return elementsOf(container).flatMap((element) =>
    WRAPPERS.has(element.name) ? unwrapped(element) : [element],
  );
}

/** Takes apart an OpenDocument text or workbook; a cell has the text that is shown in it. */
export function readOpenDocument(archive: Archive): DocumentBody {
  const nodes = parseXml(textOf(archive, 'content.xml') ?? '');
  const root = findElement(nodes, 'office:text') ?? findElement(nodes, 'office:spreadsheet');
  const reader = new OpenDocumentReader(hiddenTables(nodes), root?.name === 'office:spreadsheet');
  if (root !== undefined) reader.readBlocks(root);
  return { blocks: reader.blocks, remarks: reader.remarks };
}

/** The styles of tables that are not shown. */
function hiddenTables(nodes: readonly ChildNode[]): ReadonlySet<string> {
  const styles = findElement(nodes, 'office:automatic-styles');
  return new Set(
    (styles === undefined ? [] : elementsOf(styles))
      .filter((style) => elementsOf(style).some(({ attribs }) => attribs['table:display'] === 'false'))
      .map(({ attribs }) => attribs['style:name'] ?? ''),
  );
}

/** Repeated rows and columns beyond these are the blank rest of a sheet. */
const MOST_REPEATED = 1000;

class OpenDocumentReader {
  readonly blocks: Block[] = [];
  readonly remarks: string[] = [];
  readonly #hidden: ReadonlySet<string>;
  readonly #isWorkbook: boolean;
  #paragraphs = 0;
  #tables = 0;

  constructor(hidden: ReadonlySet<string>, isWorkbook: boolean) {
    this.#hidden = hidden;
    this.#isWorkbook = isWorkbook;
  }

  readBlocks(container: Element): void {
    for (const element of unwrapped(container)) {
      if (isParagraph(element)) {
        this.#paragraphs += 1;
        const text = tidy(paragraphText(element.children));
        const origin = `第${String(this.#paragraphs)}段`;
        if (text !== '') this.blocks.push({ type: 'paragraph', text, origin });
      } else if (isTable(element)) this.#readTable(element);
    }
  }

  #readTable(table: Element): void {
    const rows = unwrapped(table).filter(({ name }) => name === 'table:table-row');
    const [frame, ...others] = rows.flatMap(cellsOf);
    if (frame !== undefined && others.length === 0 && unwrapped(frame).some(isTable)) {
      this.readBlocks(frame);
      return;
    }
    const name = this.#isWorkbook ? (table.attribs['table:name'] ?? '') : '';
    if (this.#hidden.has(table.attribs['table:style-name'] ?? '')) {
      this.remarks.push(`工作表“${name}”是隐藏的，没有读取`);
      return;
    }
    this.#tables += 1;
    const origin = this.#isWorkbook ? `工作表“${name}”` : `第${String(this.#tables)}张表`;
    const nested: Element[] = [];
    const loose = rows.flatMap((row, rowIndex) => {
      if (isCollapsed(row)) {
        this.remarks.push(`${origin}的第${String(rowIndex + 1)}行是隐藏的，没有读取`);
        return [];
      }
      let column = 0;
      const cells = cellsOf(row).flatMap((cell): readonly LooseCell[] => {
        nested.push(...unwrapped(cell).filter(isTable));
        const made = looseCell(cell, `${origin}，第${String(rowIndex + 1)}行第${String(column + 1)}列`);
        const repeated = repeats(cell, 'table:number-columns-repeated');
        column += repeated;
        return Array.from({ length: repeated }, () => made);
      });
      // A sheet's rows go on in blanks to its last column.
      const end = this.#isWorkbook
        ? cells.findLastIndex(({ text, rows }) => text !== '' || rows > 1) + 1
        : undefined;
      const own = cells.slice(0, end);
      return Array.from({ length: repeats(row, 'table:number-rows-repeated') }, () => own);
    });
    // A sheet is blank to its last row and column; a blank cell says nothing but where it has a border.
    const cells = placeCells(loose).filter(({ text }) => !this.#isWorkbook || text !== '');
    if (this.#isWorkbook) this.blocks.push(...blocksOfSheet(name, origin, cells));
    else if (cells.length > 0) this.blocks.push({ type: 'table', name, origin, cells });
    for (const inner of nested) this.#readTable(inner);
  }
}

function looseCell(cell: Element, origin: string): LooseCell {
  const { attribs } = cell;
  const paragraphs = unwrapped(cell).filter(isParagraph);
  return {
    text: tidy(paragraphs.map((paragraph) => paragraphText(paragraph.children)).join('\n')),
    rows: Number(attribs['table:number-rows-spanned']) || 1,
    columns: Number(attribs['table:number-columns-spanned']) || 1,
    origin,
    digitsLost: attribs['office:value-type'] === 'float' && Math.abs(Number(attribs['office:value'])) >= 1e15,
  };
}

const cellsOf = (row: Element) => elementsOf(row).filter(({ name }) => name === 'table:table-cell');
const isTable = ({ name }: Element) => name === 'table:table';
const isParagraph = ({ name }: Element) => name === 'text:p' || name === 'text:h';
const isCollapsed = ({ attribs }: Element) =>
  ['collapse', 'filter'].includes(attribs['table:visibility'] ?? '');

function repeats({ attribs }: Element, name: string): number {
  return Math.min(Math.max(Number(attribs[name]) || 1, 1), MOST_REPEATED);
}

/** Not part of what is read: notes, comments, deleted text, pictures. */
const NO_TEXT = new Set([
  ...['text:note', 'office:annotation', 'text:tracked-changes', 'text:ruby-text', 'draw:frame'],
]);

function paragraphText(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return 'data' in node ? readSymbols(node.data.replace(/[\t\n\r ]+/g, ' ')) : '';
      // A control that is not filled in shows what it is for.
      if (NO_TEXT.has(node.name) || node.attribs['loext:showing-place-holder'] === 'true') return '';
      if (node.name === 'text:s') return ' '.repeat(Math.min(Number(node.attribs['text:c']) || 1, 1000));
      if (node.name === 'text:tab') return ' ';
      return node.name === 'text:line-break' ? '\n' : paragraphText(node.children);
    })
    .join('');
}
