import { textOf, type Archive } from '../open/archive.ts';
import { placeCells, tidy, type Block, type DocumentBody, type LooseCell } from './grid.ts';
import { readSymbols } from './word-text.ts';
import { elementsOf, findElement, isElement, parseXml, type ChildNode, type Element } from './xml.ts';

/** Elements that only group rows, cells or paragraphs. */
const WRAPPERS = new Set([
  ...['text:section', 'text:list', 'text:list-item', 'text:list-header', 'text:index-body'],
  ...['table:table-header-rows', 'table:table-rows', 'table:table-row-group', 'table:table-columns'],
]);

function unwrapped(container: Element): readonly Element[] {
  return elementsOf(container).flatMap((element) =>
    WRAPPERS.has(element.name) ? unwrapped(element) : [element],
  );
}

/** Takes apart an OpenDocument text. */
export function readOpenDocumentText(archive: Archive): DocumentBody {
  const root = findElement(parseXml(textOf(archive, 'content.xml') ?? ''), 'office:text');
  const blocks: Block[] = [];
  let paragraphs = 0;
  let tables = 0;
  const readBlocks = (container: Element) => {
    for (const element of unwrapped(container)) {
      if (isParagraph(element)) {
        paragraphs += 1;
        const text = tidy(paragraphText(element.children));
        if (text !== '') blocks.push({ type: 'paragraph', text, origin: `第${String(paragraphs)}段` });
      } else if (element.name === 'table:table') readTable(element);
    }
  };
  const readTable = (table: Element) => {
    const rows = unwrapped(table).filter(({ name }) => name === 'table:table-row');
    const ofRow = (row: Element) => elementsOf(row).filter(({ name }) => name === 'table:table-cell');
    const [frame, ...others] = rows.flatMap(ofRow);
    if (frame !== undefined && others.length === 0 && unwrapped(frame).some(isTable)) {
      readBlocks(frame);
      return;
    }
    tables += 1;
    const origin = `第${String(tables)}张表`;
    const nested: Element[] = [];
    const loose = rows.map((row, rowIndex) =>
      ofRow(row).map((cell, index): LooseCell => {
        nested.push(...unwrapped(cell).filter(isTable));
        return {
          text: tidy(
            unwrapped(cell)
              .filter(isParagraph)
              .map((paragraph) => paragraphText(paragraph.children))
              .join('\n'),
          ),
          rows: Number(cell.attribs['table:number-rows-spanned']) || 1,
          columns: Number(cell.attribs['table:number-columns-spanned']) || 1,
          origin: `${origin}，第${String(rowIndex + 1)}行第${String(index + 1)}列`,
        };
      }),
    );
    blocks.push({ type: 'table', name: '', origin, cells: placeCells(loose) });
    nested.forEach(readTable);
  };
  if (root !== undefined) readBlocks(root);
  return { blocks, remarks: [] };
}

const isTable = ({ name }: Element) => name === 'table:table';
const isParagraph = ({ name }: Element) => name === 'text:p' || name === 'text:h';

/** Not part of what is read: notes, comments, deleted text. */
const NO_TEXT = new Set([
  'text:note',
  'office:annotation',
  'text:tracked-changes',
  'text:ruby-text',
  'draw:frame',
]);

function paragraphText(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return 'data' in node ? readSymbols(node.data.replace(/[\t\n\r ]+/g, ' ')) : '';
      if (NO_TEXT.has(node.name)) return '';
      if (node.name === 'text:s') return ' '.repeat(Math.min(Number(node.attribs['text:c']) || 1, 1000));
      if (node.name === 'text:tab') return ' ';
      return node.name === 'text:line-break' ? '\n' : paragraphText(node.children);
    })
    .join('');
}
