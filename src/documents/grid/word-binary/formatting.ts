/** What holds for a stretch of the file. */
export interface Run<Properties> {
  readonly start: number;
  readonly end: number;
  readonly properties: Properties;
}

/** Reads the pages of formatting that a table of positions leads to. */
export function readRuns<Properties>(
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

export interface ParagraphProperties {
  /** Depth of tables: 0 outside. */
  readonly depth: number;
  readonly endsRow: boolean;
  readonly row: RowLayout | undefined;
}

/** Where the cells of a row begin and end, in twentieths of a point, and which of them are merged. */
export interface RowLayout {
  readonly edges: readonly number[];
  readonly cells: readonly { readonly vertical: 'none' | 'begins' | 'goes on'; readonly joined: boolean }[];
}

export function readParagraph(
  main: DataView,
  page: number,
  data: DataView,
): readonly Run<ParagraphProperties>[] {
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

export interface CharacterProperties {
  readonly hidden: boolean;
  /** The character that stands for the text's, from the Symbol font. */
  readonly symbol: number | undefined;
}

export function readCharacters(main: DataView, page: number): readonly Run<CharacterProperties>[] {
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
