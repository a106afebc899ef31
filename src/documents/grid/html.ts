import { placeCells, tidy, type Block, type DocumentBody, type LooseCell } from './grid.ts';
import { readSymbols } from './word-text.ts';
import { isElement, isText, parseHtml, type ChildNode, type Element } from './xml.ts';

/** Elements that begin and end a line. */
const BLOCKS = new Set([
  ...['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'pre', 'center'],
  ...['section', 'article', 'header', 'footer', 'main', 'blockquote', 'hr', 'address', 'form', 'caption'],
]);
const NO_TEXT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'o:p-hidden', 'xml']);

/** Stand for what ends a line while a text is gathered, for line breaks of the source are blanks. */
const BREAK = '\u0000';
const EDGE = '\u0001';

/** Takes apart a page of HTML, as Word, Excel, WPS and LibreOffice save documents. */
export function readHtml(html: string): DocumentBody {
  const blocks: Block[] = [];
  const remarks: string[] = [];
  let paragraphs = 0;
  let tables = 0;

  const addText = (text: string) => {
    for (const line of lines(text).split('\n')) {
      if (line === '') continue;
      paragraphs += 1;
      blocks.push({ type: 'paragraph', text: line, origin: `第${String(paragraphs)}段` });
    }
  };
  const readAll = (nodes: readonly ChildNode[]) => {
    let text = '';
    for (const node of nodes) {
      if (!isElement(node)) text += isText(node) ? sourceText(node.data) : '';
      else if (node.name === 'table') {
        addText(text);
        text = '';
        readTable(node);
      } else if (holdsTable(node)) {
        addText(text);
        text = '';
        readAll(node.children);
      } else text += textOf(node, () => undefined);
    }
    addText(text);
  };
  const readTable = (table: Element) => {
    const rows = rowsOf(table);
    const frame = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
    if (frame !== undefined && holdsTable(frame)) {
      readAll(frame.children);
      return;
    }
    tables += 1;
    const origin = `第${String(tables)}张表`;
    const nested: Element[] = [];
    const cells = placeCells(
      rows.map((row, rowIndex) =>
        row.map((cell, index): LooseCell => {
          const { colspan, rowspan } = cell.attribs;
          return {
            text: lines(textOf(cell, (inner) => nested.push(inner))),
            rows: rowspan === '0' ? rows.length : Number(rowspan) || 1,
            columns: Number(colspan) || 1,
            origin: `${origin}，第${String(rowIndex + 1)}行第${String(index + 1)}列`,
          };
        }),
      ),
    );
    blocks.push({ type: 'table', name: '', origin, cells });
    nested.forEach(readTable);
  };
  readAll(parseHtml(html));
  return { blocks, remarks };
}

function holdsTable(element: Element): boolean {
  return element.children.some((node) => isElement(node) && (node.name === 'table' || holdsTable(node)));
}

/** The cells of a table's rows, without those of tables inside. */
function rowsOf(table: Element): readonly (readonly Element[])[] {
  const cellsOf = (row: Element) =>
    row.children.filter(
      (node): node is Element =>
        isElement(node) && (node.name === 'td' || node.name === 'th') && !isHidden(node),
    );
  return table.children.flatMap((node) => {
    if (!isElement(node) || isHidden(node)) return [];
    if (node.name === 'tr') return [cellsOf(node)];
    return ['thead', 'tbody', 'tfoot'].includes(node.name) ? rowsOf(node) : [];
  });
}

function isHidden({ attribs }: Element): boolean {
  return 'hidden' in attribs || /(?:^|[;\s])(?:display:\s*none|mso-hide:\s*all)/i.test(attribs.style ?? '');
}

/** The text of a node with its lines parted by `BREAK` and `EDGE`. A table in it is handed over. */
function textOf(node: ChildNode, onTable: (table: Element) => void): string {
  if (!isElement(node)) return isText(node) ? sourceText(node.data) : '';
  if (node.name === 'br') return BREAK;
  if (NO_TEXT.has(node.name) || isHidden(node)) return '';
  if (node.name === 'table') {
    onTable(node);
    return '';
  }
  const text = node.children.map((inner) => textOf(inner, onTable)).join('');
  return BLOCKS.has(node.name) ? `${EDGE}${text}${EDGE}` : text;
}

/** A text of the source without its tabs and repeated blanks. */
function sourceText(text: string): string {
  return text
    .replace(/[\u0000\u0001]/g, '')
    .replace(/[\t\n\r\f ]+/g, (blank) => (/[\n\r]/.test(blank) ? '\n' : ' '));
}

const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * The lines of a gathered text. A line break of the source is no blank between two Chinese characters; the edges of
 * neighbouring blocks end one line, and a block that holds a line break alone is a blank line.
 */
function lines(text: string): string {
  const marked = readSymbols(text)
    .replace(/ *\n[ \n]*/g, (_, offset: number, whole: string) => {
      const [before, after] = [
        whole.slice(offset - 1, offset),
        /\S/.exec(whole.slice(offset, offset + 200))?.[0],
      ];
      return CHINESE.test(before) && after !== undefined && CHINESE.test(after) ? '' : ' ';
    })
    .replace(/ *([\u0000\u0001]) */g, '$1')
    .replace(/\u0001+/g, EDGE)
    .replaceAll(`${EDGE}${BREAK}${EDGE}`, `${EDGE}\u00a0${EDGE}`)
    .replaceAll(`${BREAK}${EDGE}`, EDGE);
  return tidy(marked.replace(/[\u0000\u0001]/g, '\n'));
}
