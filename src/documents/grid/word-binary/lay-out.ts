import { tidy, type Block, type DocumentBody, type GridCell } from '../grid.ts';
import { readSymbols } from '../word-text.ts';
import type { RowLayout } from './formatting.ts';
import type { Line } from './text.ts';

/** Puts lines together to paragraphs and tables. */
export function layOut(lines: readonly Line[]): DocumentBody {
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
