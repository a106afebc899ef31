import type { Compound } from '../open/compound.ts';
import { tidy, type Block, type DocumentBody, type GridCell } from './grid.ts';
import { readSymbols } from './word-text.ts';

/**
 * Takes apart a Word 97–2003 document (.doc), as it reads with tracked deletions accepted.
 *
 * Source: [MS-DOC], sections 2.5.1 (Fib), 2.8.35 (piece table), 2.9.175 (paragraphs by file position), 2.6 (sprm).
 *
 * @throws RangeError where an offset leads out of the file.
 */
export function readWordBinary(streams: Compound): DocumentBody {
  const stream = (name: string) => new DataView((streams(name) ?? new Uint8Array()).slice().buffer);
  const main = stream('WordDocument');
  const data = stream('Data');
  const tables = stream((main.getUint16(0x0a, true) & 0x0200) === 0 ? '0Table' : '1Table');
  const pair = (index: number) => main.getUint32(0x9a + index * 8, true);
  const pieces = readPieces(tables, pair(33));
  const paragraphs = readRuns(main, tables, pair(13), main.getUint32(0x9a + 13 * 8 + 4, true), (view, page) =>
    readParagraph(view, page, data),
  );
  const characters = readRuns(
    main,
    tables,
    pair(12),
    main.getUint32(0x9a + 12 * 8 + 4, true),
    readCharacters,
  );
  return layOut(readText(main, pieces, main.getUint32(0x4c, true), characters, paragraphs));
}

/** Text that stands together in the file: from which character on, where in the file, and how it is coded. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly wide: boolean;
}

function readPieces(tables: DataView, clx: number): readonly Piece[] {
  let at = clx;
  while (tables.getUint8(at) === 1) at += 3 + tables.getUint16(at + 1, true);
  const count = (tables.getUint32(at + 1, true) - 4) / 12;
  const positions = at + 5;
  return Array.from({ length: count }, (_, index): Piece => {
    const fc = tables.getUint32(positions + (count + 1) * 4 + index * 8 + 2, true);
    const wide = (fc & 0x40000000) === 0;
    return {
      start: tables.getUint32(positions + index * 4, true),
      end: tables.getUint32(positions + index * 4 + 4, true),
      offset: wide ? fc : (fc & 0x3fffffff) / 2,
      wide,
    };
  });
}

/** What holds for a stretch of the file. */
interface Run<Properties> {
  readonly start: number;
  readonly end: number;
  readonly properties: Properties;
}

/** Reads the pages of formatting that a table of positions leads to. */
function readRuns<Properties>(
  main: DataView,
  tables: DataView,
  at: number,
  length: number,
  readPage: (main: DataView, page: number) => readonly Run<Properties>[],
): readonly Run<Properties>[] {
  const count = Math.floor((length - 4) / 8);
  const pages = Array.from({ length: count }, (_, index) =>
    tables.getUint32(at + (count + 1) * 4 + index * 4, true),
  );
  return pages.flatMap((page) => readPage(main, page * 512)).sort((a, b) => a.start - b.start);
}

interface ParagraphProperties {
  /** Depth of tables: 0 outside. */
  readonly depth: number;
  readonly endsRow: boolean;
  readonly row: RowLayout | undefined;
}

/** Where the cells of a row begin and end, in twentieths of a point, and which of them are merged. */
interface RowLayout {
  readonly edges: readonly number[];
  readonly cells: readonly { readonly vertical: 'none' | 'begins' | 'goes on'; readonly joined: boolean }[];
}

function readParagraph(main: DataView, page: number, data: DataView): readonly Run<ParagraphProperties>[] {
  const count = main.getUint8(page + 511);
  return Array.from({ length: count }, (_, index) => {
    const offset = main.getUint8(page + (count + 1) * 4 + index * 13) * 2;
    let [begins, size] = [page + offset + 1, main.getUint8(page + offset) * 2 - 1];
    if (size < 0) [begins, size] = [begins + 1, main.getUint8(begins) * 2];
    let depth = 0;
    let endsRow = false;
    let row: RowLayout | undefined;
    const read = (view: DataView, from: number, to: number) => {
      forEachSprm(view, from, to, (code, at, end) => {
        if (code === 0x2416) depth = Math.max(depth, view.getUint8(at));
        else if (code === 0x6649) depth = view.getUint32(at, true);
        else if (code === 0x2417) endsRow = view.getUint8(at) === 1;
        else if (code === 0xd608) row = readRowLayout(view, at, end);
        // What has no room in the page stands in a stream of its own.
        else if ((code === 0x6646 || code === 0x6645) && view === main) {
          const there = view.getUint32(at, true);
          read(data, there + 2, there + 2 + data.getUint16(there, true));
        }
      });
    };
    // The first two bytes name the style.
    if (offset > 0) read(main, begins + 2, begins + size);
    return { ...stretch(main, page, index), properties: { depth, endsRow, row } };
  });
}

function readRowLayout(main: DataView, at: number, end: number): RowLayout {
  const count = main.getUint8(at);
  const edges = Array.from({ length: count + 1 }, (_, index) => main.getInt16(at + 1 + index * 2, true));
  const cells = Array.from({ length: count }, (_, index) => {
    const place = at + 1 + (count + 1) * 2 + index * 20;
    const flags = place + 2 <= end ? main.getUint16(place, true) : 0;
    const vertical = (flags >> 5) & 3;
    return {
      vertical:
        vertical === 0 ? ('none' as const) : vertical === 1 ? ('goes on' as const) : ('begins' as const),
      joined: (flags & 3) === 2,
    };
  });
  return { edges, cells };
}

interface CharacterProperties {
  readonly hidden: boolean;
  /** The character that stands for the text's, from the Symbol font. */
  readonly symbol: number | undefined;
}

function readCharacters(main: DataView, page: number): readonly Run<CharacterProperties>[] {
  const count = main.getUint8(page + 511);
  return Array.from({ length: count }, (_, index) => {
    const offset = main.getUint8(page + (count + 1) * 4 + index) * 2;
    let hidden = false;
    let symbol: number | undefined;
    if (offset > 0) {
      const begins = page + offset + 1;
      forEachSprm(main, begins, begins + main.getUint8(page + offset), (code, at) => {
        // Hidden text, and text whose deletion was tracked.
        if (code === 0x083c || code === 0x0800) hidden ||= main.getUint8(at) === 1;
        else if (code === 0x6a09) symbol = main.getUint16(at + 2, true);
      });
    }
    return { ...stretch(main, page, index), properties: { hidden, symbol } };
  });
}

function stretch(
  main: DataView,
  page: number,
  index: number,
): { readonly start: number; readonly end: number } {
  return { start: main.getUint32(page + index * 4, true), end: main.getUint32(page + index * 4 + 4, true) };
}

/** Goes through a list of property changes; gives the code of each and where its operand begins and ends. */
function forEachSprm(
  main: DataView,
  from: number,
  to: number,
  each: (code: number, at: number, end: number) => void,
): void {
  const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
  for (let at = from; at + 2 <= to;) {
    const code = main.getUint16(at, true);
    let operand = at + 2;
    let size = SIZES[code >> 13] ?? 0;
    if (code === 0xd608) [operand, size] = [operand + 2, main.getUint16(operand, true) - 1];
    else if (size === 0) [operand, size] = [operand + 1, main.getUint8(operand)];
    each(code, operand, operand + size);
    at = operand + size;
  }
}

/** A paragraph, or the part of a cell up to its next paragraph, with what ended it. */
interface Line {
  readonly text: string;
  readonly endsCell: boolean;
  readonly properties: ParagraphProperties | undefined;
}

/** Characters that stand for something else; the others below a blank are marks of pictures, notes and fields. */
const CHARACTERS: Readonly<Record<number, string>> = {
  0x09: ' ',
  0x0b: '\n',
  0x0e: '\n',
  0x1e: '-',
  0xa0: '\u00a0',
};

function readText(
  main: DataView,
  pieces: readonly Piece[],
  length: number,
  characters: readonly Run<CharacterProperties>[],
  paragraphs: readonly Run<ParagraphProperties>[],
): readonly Line[] {
  const lines: Line[] = [];
  const latin = new TextDecoder('windows-1252');
  let text = '';
  /** For each field that is open, whether its code is still being read. */
  const fields: boolean[] = [];
  const [ofCharacters, ofParagraphs] = [finder(characters), finder(paragraphs)];
  for (const { start, end, offset, wide } of pieces) {
    for (let place = start; place < Math.min(end, length); place += 1) {
      const at = offset + (place - start) * (wide ? 2 : 1);
      const code = wide ? main.getUint16(at, true) : main.getUint8(at);
      if (code === 0x0d || code === 0x07 || code === 0x0c) {
        lines.push({ text, endsCell: code === 0x07, properties: ofParagraphs(at) });
        text = '';
        continue;
      }
      const properties = ofCharacters(at);
      if (code === 0x13) fields.push(true);
      else if (code === 0x14) fields.splice(-1, 1, false);
      else if (code === 0x15) fields.pop();
      else if (properties?.hidden !== true && !fields.includes(true)) {
        if (properties?.symbol !== undefined) text += String.fromCharCode(properties.symbol);
        else if (code >= 0x20) text += wide ? String.fromCharCode(code) : latin.decode(Uint8Array.of(code));
        else text += CHARACTERS[code] ?? '';
      }
    }
  }
  return lines;
}

/** Finds what holds at a position; quick where positions are asked in order. */
function finder<Properties>(runs: readonly Run<Properties>[]): (at: number) => Properties | undefined {
  let index = 0;
  return (at) => {
    while (index > 0 && (runs[index]?.start ?? 0) > at) index -= 1;
    while (index < runs.length - 1 && (runs[index]?.end ?? 0) <= at) index += 1;
    const run = runs[index];
    return run !== undefined && run.start <= at && at < run.end ? run.properties : undefined;
  };
}

/** Puts lines together to paragraphs and tables. */
function layOut(lines: readonly Line[]): DocumentBody {
  const blocks: Block[] = [];
  let rows: { readonly layout: RowLayout | undefined; readonly texts: readonly string[] }[] = [];
  let texts: string[] = [];
  let cell: string[] = [];
  let [paragraphs, tables] = [0, 0];
  const closeTable = () => {
    if (rows.length > 0) {
      tables += 1;
      const origin = `第${String(tables)}张表`;
      blocks.push({ type: 'table', name: '', origin, cells: placeRows(rows, origin) });
    }
    [rows, texts, cell] = [[], [], []];
  };
  for (const { text, endsCell, properties } of lines) {
    if ((properties?.depth ?? 0) === 0 && !endsCell) {
      closeTable();
      paragraphs += 1;
      const own = tidy(readSymbols(text));
      if (own !== '') blocks.push({ type: 'paragraph', text: own, origin: `第${String(paragraphs)}段` });
    } else if (endsCell && properties?.endsRow === true) {
      rows.push({ layout: properties.row, texts });
      texts = [];
    } else {
      cell.push(text);
      if (endsCell) {
        texts.push(tidy(readSymbols(cell.join('\n'))));
        cell = [];
      }
    }
  }
  closeTable();
  return { blocks, remarks: [] };
}

/** Edges of rows that differ by less are one line of the table. */
const SAME_EDGE = 20;

function placeRows(
  rows: readonly { readonly layout: RowLayout | undefined; readonly texts: readonly string[] }[],
  origin: string,
): readonly GridCell[] {
  const edges = [...new Set(rows.flatMap(({ layout }) => layout?.edges ?? []))]
    .sort((a, b) => a - b)
    .filter((edge, index, all) => index === 0 || edge - (all[index - 1] ?? 0) > SAME_EDGE);
  const columnOf = (edge: number) => edges.findLastIndex((one) => one <= edge + SAME_EDGE);
  const cells: GridCell[] = [];
  let above = new Map<number, number>();
  rows.forEach(({ layout, texts }, row) => {
    const below = new Map<number, number>();
    texts.forEach((text, index) => {
      const own = layout?.cells[index];
      const column = layout === undefined ? index : columnOf(layout.edges[index] ?? 0);
      const end = layout === undefined ? index + 1 : columnOf(layout.edges[index + 1] ?? 0);
      const columns = Math.max(end - column, 1);
      const from = own?.vertical === 'goes on' ? above.get(column) : undefined;
      const start = from === undefined ? undefined : cells[from];
      const left = cells.at(-1);
      if (own?.joined === true && left?.row === row)
        cells[cells.length - 1] = { ...left, columns: left.columns + columns };
      else if (from !== undefined && start !== undefined) {
        cells[from] = { ...start, rows: row - start.row + 1 };
        below.set(column, from);
      } else {
        if (own?.vertical !== 'none') below.set(column, cells.length);
        const where = `${origin}，第${String(row + 1)}行第${String(index + 1)}列`;
        cells.push({ text, row, column, rows: 1, columns, origin: where });
      }
    });
    above = below;
  });
  return cells;
}
