import { read, utils, type CellObject, type Range, type WorkSheet } from '@e965/xlsx';
import { blocksOfSheet, tidy, type Block, type DocumentBody, type GridCell } from './grid.ts';

/**
 * Takes apart a workbook (Excel, WPS): each sheet a table, each cell as its reader sees it.
 *
 * Hidden sheets, rows and columns are left out, and a remark says so. Of a formula the stored value is taken.
 */
export function readWorkbook(bytes: Uint8Array): DocumentBody {
  const book = quietly(() =>
    read(bytes, {
      ...{ type: 'array', cellHTML: false, cellStyles: true, cellNF: true, dateNF: 'yyyy-m-d' },
      // WPS writes "A1:A1" for whole sheets.
      nodim: true,
    }),
  );
  const remarks: string[] = [];
  const blocks = book.SheetNames.flatMap((name, index): readonly Block[] => {
    const sheet = book.Sheets[name];
    if (sheet === undefined) return [];
    const cells = readSheet(sheet, name, remarks);
    if ((book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) {
      if (cells.length > 0) remarks.push(`工作表“${name}”是隐藏的，没有读取`);
      return [];
    }
    return blocksOfSheet(name, `工作表“${name}”`, cells);
  });
  return { blocks, remarks };
}

/** The library speaks of odd files on the console, in English; what matters of that is said by the import. */
function quietly<Value>(work: () => Value): Value {
  const { error } = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
  }
}

function readSheet(sheet: WorkSheet, name: string, remarks: string[]): readonly GridCell[] {
  const merges = new Map((sheet['!merges'] ?? []).map((merge) => [utils.encode_cell(merge.s), merge]));
  const mergesAt = byRow(sheet['!merges'] ?? []);
  const isCovered = (row: number, column: number) =>
    mergesAt(row).some(
      ({ s, e }) =>
        s.r <= row && row <= e.r && s.c <= column && column <= e.c && (s.r !== row || s.c !== column),
    );
  const hidden = new Set<string>();
  const formulas: string[] = [];
  const rounded: string[] = [];
  const cells: GridCell[] = [];
  for (const [address, value] of Object.entries(sheet)) {
    if (address.startsWith('!')) continue;
    const { r: row, c: column } = utils.decode_cell(address);
    if (isCovered(row, column)) continue;
    const cell = value as CellObject;
    const text = cellText(cell);
    const merge = merges.get(address);
    // Of a merged cell what is shown is shown.
    const { s, e } = merge ?? { s: { r: row, c: column }, e: { r: row, c: column } };
    const isHiddenRow = areHidden(sheet['!rows'], s.r, e.r);
    const isHiddenColumn = areHidden(sheet['!cols'], s.c, e.c);
    if (isHiddenRow || isHiddenColumn) {
      if (text !== '') hidden.add(isHiddenRow ? `第${row + 1}行` : `${utils.encode_col(column)}列`);
      continue;
    }
    if (cell.f !== undefined) formulas.push(address);
    else if (isRounded(cell, text))
      rounded.push(`${address}存的是${plainNumber(Number(cell.v))}，显示“${text}”`);
    cells.push({
      text,
      row,
      column,
      rows: merge === undefined ? 1 : merge.e.r - row + 1,
      columns: merge === undefined ? 1 : merge.e.c - column + 1,
      origin: `工作表“${name}”!${address}`,
      digitsLost: cell.t === 'n' && Math.abs(Number(cell.v)) >= 1e15,
    });
  }
  if (hidden.size > 0) remarks.push(`工作表“${name}”的${[...hidden].join('、')}是隐藏的，没有读取`);
  if (formulas.length > 0) {
    remarks.push(
      `工作表“${name}”有${formulas.length}个公式（${formulas.slice(0, MOST_NAMED).join('、')}），取文件中存下的值`,
    );
  }
  if (rounded.length > 0) {
    const more = rounded.length > MOST_NAMED ? `等${rounded.length}格` : '';
    remarks.push(
      `工作表“${name}”里显示的数比存的短，照显示的读：${rounded.slice(0, MOST_NAMED).join('；')}${more}`,
    );
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Whether all rows or columns from one to another are hidden. */
function areHidden(
  lines: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined,
  from: number,
  to: number,
): boolean {
  for (let line = from; line <= to; line += 1) if (lines?.[line]?.hidden !== true) return false;
  return true;
}

/** How many cells a remark names. */
const MOST_NAMED = 5;

/** No label or value is merged over more rows; a merge of more is looked at for each cell. */
const MOST_ROWS = 1000;

/** Gives the merges that may cover a row, quickly also where there are very many. */
function byRow(merges: readonly Range[]): (row: number) => readonly Range[] {
  const tall = merges.filter(({ s, e }) => e.r - s.r >= MOST_ROWS);
  const rows = new Map<number, Range[]>();
  for (const merge of merges) {
    if (merge.e.r - merge.s.r >= MOST_ROWS) continue;
    for (let row = merge.s.r; row <= merge.e.r; row += 1) {
      const own = rows.get(row);
      if (own === undefined) rows.set(row, [merge]);
      else own.push(merge);
    }
  }
  return (row) => [...tall, ...(rows.get(row) ?? [])];
}

/** A cell as the sheet shows it; a number without a format with all of its digits. */
function cellText({ t, v, w, z }: CellObject): string {
  if (t === 'z' || v === undefined) return '';
  if (t === 'n' && (z === undefined || z === 'General') && Number.isFinite(v)) return plainNumber(Number(v));
  return tidy((t === 's' ? String(v) : (w ?? String(v))).replace(/\r\n?/g, '\n'));
}

/** Whether a number's format shows fewer digits than were typed: 90.25 as `90.3`, 0.125 as `13%`. */
function isRounded({ t, v }: CellObject, text: string): boolean {
  const [, figures = '', percent = ''] = /^(-?[\d,]*\d(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (t !== 'n' || figures === '') return false;
  const shown = Number(figures.replaceAll(',', '')) / (percent === '' ? 1 : 100);
  return Math.abs(shown - Number(v)) > 1e-9 * Math.max(1, Math.abs(shown));
}

/** A number in plain digits; binary remainders behind the 15th digit are none of it. */
function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e')
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}
