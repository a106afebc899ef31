import { CATEGORIES } from '../../model/terms.ts';
import type { Problem } from '../problem.ts';
import { meaningsOf, readPeriod, type LabelWords } from '../forms/labels.ts';
import { labelKey, type LabelMeaning } from '../../model/form-words.ts';
import { tidy, type Block, type DocumentBody, type GridCell } from './grid.ts';

/** `[bookmark: _Toc_4_4_0000000004]`: a mark of the Word file, no text. */
const BOOKMARK = /\[bookmark:[^[\]]*\]/g;

/** A form's heading: its number in the document, a point, its name. */
const HEADING = /^\d+[.．、].+绩效目标表$/;

interface DumpCell {
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

interface DumpForm {
  readonly cells: DumpCell[];
  /** Rows that a blank line ended, and whether it ended the last. */
  rows: number;
  closed: boolean;
}

const at = (line: number) => `第${String(line)}行`;

/**
 * Takes apart the text dump of a Word document: a tab opens each table cell, a cell may go on over several lines and
 * blank lines, a line that reads like a form's heading begins the next form. Lines end in LF, CRLF or CR alone.
 *
 * The dump has no rows: they are told by the form's labels. What does not fit them is a problem.
 */
export function readTextDump(text: string, words: LabelWords): DocumentBody {
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  let form: DumpForm | undefined;
  let open: { line: number; lines: string[] } | undefined;

  const closeCell = () => {
    if (open === undefined || form === undefined) return;
    form.cells.push({ text: tidy(open.lines.join('\n')), line: open.line });
    form.closed = open.lines.slice(1).some((line) => line.trim() === '');
    if (form.closed) form.rows += 1;
    open = undefined;
  };
  const closeForm = () => {
    closeCell();
    if (form === undefined) return;
    problems.push(...strayText(form), ...cutForm(form));
    const table = new RowFinder(form.cells, words, problems).cells();
    const [first] = table;
    if (first !== undefined) blocks.push({ type: 'table', name: '', origin: first.origin, cells: table });
  };

  // The last line end ends a line and begins none.
  const lines = text.replace(/\r\n?$|\n$/, '').split(/\r\n?|\n/);
  lines.forEach((raw, index) => {
    const origin = at(index + 1);
    const content = raw.replace(BOOKMARK, '');
    if (content.startsWith('\t')) {
      closeCell();
      const own = content.slice(1).trimEnd();
      if (own.includes('\t')) problems.push({ origin, message: '一行里有两个单元格，分不清界限' });
      if (form === undefined) {
        const message = '单元格的前面没有“1.某某资金绩效目标表”这样的标题，分不清属于哪个项目';
        problems.push({ origin, message });
      }
      open = { line: index + 1, lines: [own] };
    } else if (HEADING.test(content.trim())) {
      closeForm();
      blocks.push({ type: 'paragraph', text: content.trim(), origin });
      form = { cells: [], rows: 0, closed: true };
    } else if (open !== undefined) open.lines.push(content);
    else if (content.trim() !== '') {
      if (form === undefined) blocks.push({ type: 'paragraph', text: content.trim(), origin });
      else problems.push({ origin, message: `表格之外的文字“${content.trim()}”` });
    }
  });
  closeForm();
  return { blocks, remarks: [], problems };
}

/**
 * Text after a blank line in a form's very last cell: the dump cannot say whether it is of the cell or
 * stands below the table, so it is not guessed.
 */
function strayText({ cells }: DumpForm): readonly Problem[] {
  const last = cells.at(-1);
  const [own = '', blank = '', stray = ''] = last?.text.split(/(\n{2,})/, 3) ?? [];
  if (last === undefined || stray === '') return [];
  const origin = at(last.line + own.split('\n').length - 1 + blank.length);
  return [{ origin, message: `表格之后的文字“${stray}”，分不清是否属于最后一个单元格` }];
}

/**
 * A form whose rows each end with a blank line, but not the last: the file, or a part of it, ends in the middle of a
 * row, and the text of its last cell may go on.
 */
function cutForm({ cells, rows, closed }: DumpForm): readonly Problem[] {
  const last = cells.at(-1);
  if (last === undefined || closed || rows === 0) return [];
  const message = `表格在“${last.text}”这里中断了，后面没有别的行末尾都有的空行，可能没有保存完整；确实完整的，请在这一行后面加两个空行`;
  return [{ origin: at(last.line), message }];
}

/** Labels that begin a row of the form; what stands before the first is a row too. */
const ROW_BEGINS: ReadonlySet<LabelMeaning> = new Set([
  'code',
  'group',
  'plan',
  'goals',
  'category',
] as const);

/** Tells by the labels which cells make a row. */
class RowFinder {
  readonly #cells: readonly DumpCell[];
  readonly #words: LabelWords;
  readonly #problems: Problem[];
  readonly #placed: GridCell[] = [];
  #next = 0;
  #row = 0;

  constructor(cells: readonly DumpCell[], words: LabelWords, problems: Problem[]) {
    this.#cells = cells;
    this.#words = words;
    this.#problems = problems;
  }

  cells(): readonly GridCell[] {
    while (this.#next < this.#cells.length) {
      if (this.#is('category')) this.#indicators();
      else if (this.#is('plan')) this.#plan();
      else this.#labelled();
    }
    return this.#placed;
  }

  /** A row of labels and values; below a label over several rows one more row, such as 资金用途. */
  #labelled(): void {
    const begin = this.#next;
    const isGroup = this.#is('group');
    let end = begin + 1;
    while (
      end < this.#cells.length &&
      !this.#begins(end) &&
      !(isGroup && this.#cells[end]?.text === '' && this.#isPurpose(end))
    )
      end += 1;
    this.#place(begin, end, isGroup ? 2 : 1);
    if (!isGroup || this.#cells[end]?.text !== '' || this.#begins(end)) return;
    this.#place(end + 1, Math.min(end + 2, this.#cells.length), 1, 1);
  }

  /** A blank cell that goes on with the label above: behind it stand one text and the next row. */
  #isPurpose(index: number): boolean {
    return index + 2 >= this.#cells.length || this.#begins(index + 2);
  }

  /** The month-ends beside their label, and their shares below. */
  #plan(): void {
    const begin = this.#next;
    let end = begin + 1;
    while (end < this.#cells.length && readPeriod(this.#cells[end]?.text ?? '') !== undefined) end += 1;
    const count = end - begin - 1;
    if (count === 0) this.#report(end, '应是“3月底”一类的月底');
    this.#place(begin, end, 2);
    if (this.#cells[end]?.text !== '') this.#report(end, '应是空白单元格');
    this.#place(end + 1, Math.min(end + 1 + count, this.#cells.length), 1, 1);
  }

  /** A row of column labels, and below it rows as long, the first cell of each a first level or blank. */
  #indicators(): void {
    const begin = this.#next;
    let end = begin;
    while (end < this.#cells.length && meaningsOf(this.#cells[end]?.text ?? '', this.#words).size > 0)
      end += 1;
    const width = end - begin;
    this.#place(begin, end, 1);
    while (this.#next < this.#cells.length) {
      const first = this.#cells[this.#next];
      const isLevel = first?.text === '' || CATEGORIES.some((one) => one === labelKey(first?.text ?? ''));
      if (!isLevel || this.#next + width > this.#cells.length) {
        const what = isLevel ? '这一行缺单元格，表格到这里就结束了' : '应是一级指标或空白';
        this.#report(this.#next, what);
        this.#next = this.#cells.length;
        return;
      }
      this.#place(this.#next, this.#next + width, 1);
    }
  }

  /** Gives cells the places of a row; the first goes on downwards over so many rows. */
  #place(begin: number, end: number, rowsOfFirst: number, column = 0): void {
    this.#cells.slice(begin, end).forEach(({ text, line }, index) => {
      const rows = index === 0 ? rowsOfFirst : 1;
      this.#placed.push({ text, row: this.#row, column: column + index, rows, columns: 1, origin: at(line) });
    });
    this.#row += 1;
    this.#next = end;
  }

  #report(index: number, expected: string): void {
    const cell = this.#cells[index] ?? this.#cells.at(-1);
    if (cell !== undefined)
      this.#problems.push({ origin: at(cell.line), message: `${expected}，现为“${cell.text}”` });
  }

  #is(meaning: LabelMeaning): boolean {
    return meaningsOf(this.#cells[this.#next]?.text ?? '', this.#words).has(meaning);
  }

  #begins(index: number): boolean {
    return [...meaningsOf(this.#cells[index]?.text ?? '', this.#words)].some((one) => ROW_BEGINS.has(one));
  }
}
