import { textOf, type Archive } from '../open/archive.ts';
import { tidy, type Block, type DocumentBody, type GridCell } from './grid.ts';
import { contentsStyles, hidingStyles, isOn, paragraphText, styleOf } from './word-text.ts';
import { child, elementsOf, findElement, isElement, parseXml, type Element } from './xml.ts';

/** Elements between a table and its rows, a row and its cells, the body and its paragraphs. */
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml']);

/** The elements of a container, looked for through what only wraps them. */
function unwrapped(container: Element): readonly Element[] {
  return elementsOf(container).flatMap((element) =>
    WRAPPERS.has(element.name) ? unwrapped(element) : [element],
  );
}

/** Takes apart a Word document (Office Open XML), as it reads with all tracked changes accepted. */
export function readWord(archive: Archive): DocumentBody {
  const styles = findElement(parseXml(textOf(archive, 'word/styles.xml') ?? ''), 'w:styles');
  const body = findElement(parseXml(textOf(archive, 'word/document.xml') ?? ''), 'w:body');
  const reader = new WordReader(styles);
  if (body !== undefined) {
    takeOffPlaceholders(body);
    reader.readBlocks(body);
  }
  return { blocks: reader.blocks, remarks: reader.remarks() };
}

/** Takes off what content controls show as long as nothing is filled in, wherever they stand: around a cell too. */
function takeOffPlaceholders(element: Element, isPlaceholder = false): void {
  const control = child(element, 'w:sdtPr');
  const isInside = isPlaceholder || (control !== undefined && isOn(child(control, 'w:showingPlcHdr')));
  if (isInside) element.children = element.children.filter((node) => !isElement(node) || node.name !== 'w:r');
  for (const inner of elementsOf(element)) takeOffPlaceholders(inner, isInside);
}

class WordReader {
  readonly blocks: Block[] = [];
  readonly #hides: (style: string | undefined) => boolean;
  readonly #isContents: (style: string | undefined) => boolean;
  #paragraphs = 0;
  #tables = 0;
  readonly #hidden: string[] = [];
  readonly #covered: string[] = [];

  constructor(styles: Element | undefined) {
    this.#hides = hidingStyles(styles);
    this.#isContents = contentsStyles(styles);
  }

  remarks(): readonly string[] {
    return [
      ...this.#hidden.map((origin) => `${origin}有隐藏的文字，没有读取`),
      ...this.#covered.map((origin) => `${origin}被合并的单元格遮住，其中的文字没有读取`),
    ];
  }

  readBlocks(container: Element): void {
    for (const element of unwrapped(container)) {
      if (element.name === 'w:p') {
        this.#paragraphs += 1;
        if (this.#isContents(styleOf(element))) continue;
        const origin = `第${String(this.#paragraphs)}段`;
        const { text, hidden, boxes } = paragraphText(element, this.#hides);
        if (hidden) this.#hidden.push(origin);
        if (tidy(text) !== '') this.blocks.push({ type: 'paragraph', text: tidy(text), origin });
        for (const box of boxes) this.readBlocks(box);
      } else if (element.name === 'w:tbl') this.#readTable(element);
    }
  }

  #readTable(table: Element): void {
    const rows = unwrapped(table).filter(
      (row) => row.name === 'w:tr' && child(child(row, 'w:trPr'), 'w:del') === undefined,
    );
    const frame = soleCell(rows);
    if (frame !== undefined && unwrapped(frame).some(({ name }) => name === 'w:tbl')) {
      this.readBlocks(frame);
      return;
    }
    this.#tables += 1;
    const origin = `第${String(this.#tables)}张表`;
    const nested: Element[] = [];
    const cells: GridCell[] = [];
    /** The merged cell that goes on downwards, by its first column. */
    let above = new Map<number, number>();
    let rowNumber = 0;
    for (const row of rows) {
      const properties = child(row, 'w:trPr');
      if (isOn(child(properties, 'w:hidden'))) {
        this.#hidden.push(`${origin}，第${String(rowNumber + 1)}行`);
        continue;
      }
      let column = Number(child(properties, 'w:gridBefore')?.attribs['w:val'] ?? 0);
      const below = new Map<number, number>();
      const own = unwrapped(row).filter(({ name }) => name === 'w:tc');
      let lastOwn = -1;
      own.forEach((element, place) => {
        const cell = child(element, 'w:tcPr');
        if (child(cell, 'w:cellDel') !== undefined) return;
        const columns = Number(child(cell, 'w:gridSpan')?.attribs['w:val'] ?? 1) || 1;
        const where = `${origin}，第${String(rowNumber + 1)}行第${String(place + 1)}列`;
        const text = this.#cellText(element, where, nested);
        const merge = child(cell, 'w:vMerge');
        const continues = merge !== undefined && merge.attribs['w:val'] !== 'restart';
        const from = continues ? above.get(column) : undefined;
        const start = from === undefined ? undefined : cells[from];
        const left = cells[lastOwn];
        if (child(cell, 'w:hMerge')?.attribs['w:val'] === 'continue' && left !== undefined) {
          cells[lastOwn] = { ...left, columns: left.columns + columns };
        } else if (from !== undefined && start !== undefined) {
          cells[from] = { ...start, rows: rowNumber - start.row + 1 };
          below.set(column, from);
          if (text !== '') this.#covered.push(where);
          lastOwn = -1;
        } else {
          lastOwn = cells.length;
          if (merge !== undefined) below.set(column, lastOwn);
          cells.push({ text, row: rowNumber, column, rows: 1, columns, origin: where });
        }
        column += columns;
      });
      above = below;
      rowNumber += 1;
    }
    if (cells.length > 0) this.blocks.push({ type: 'table', name: '', origin, cells });
    for (const table of nested) this.#readTable(table);
  }

  /** The text of a cell; tables in it are read on their own. */
  #cellText(cell: Element, origin: string, nested: Element[]): string {
    const lines = unwrapped(cell).flatMap((element): readonly string[] => {
      if (element.name === 'w:tbl') nested.push(element);
      if (element.name !== 'w:p') return [];
      const { text, hidden, boxes } = paragraphText(element, this.#hides);
      if (hidden) this.#hidden.push(origin);
      return [text, ...boxes.map((box) => this.#cellText(box, origin, nested))];
    });
    return tidy(lines.join('\n'));
  }
}

/** The only cell of a table that is nothing but a frame. */
function soleCell(rows: readonly Element[]): Element | undefined {
  const cells = rows.flatMap((row) => unwrapped(row).filter(({ name }) => name === 'w:tc'));
  return cells.length === 1 ? cells[0] : undefined;
}
