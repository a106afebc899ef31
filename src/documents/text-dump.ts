import {
  tidy,
  type Cell,
  type FormCells,
  type FormDocument,
  type Paragraph,
  type Problem,
} from './form-document.ts';

/** `[bookmark: _Toc_4_4_0000000004]`: a mark of the Word file, no text. */
const BOOKMARK = /\[bookmark:[^[\]]*\]/g;

/** A form's heading: its number in the document, a point, its name. */
const HEADING = /^\d+[.．、].+绩效目标表$/;

/**
 * Takes apart the text dump of a Word document: a tab opens each table cell, a cell may go on over several
 * lines and blank lines, a line that reads like a form's heading begins the next form. Lines end in LF, CRLF or
 * CR alone, as older programs write them.
 */
export function readTextDump(text: string): FormDocument {
  const paragraphs: Paragraph[] = [];
  const forms: { heading: Paragraph; cells: Cell[]; rows: number; closed: boolean }[] = [];
  const problems: Problem[] = [];
  let open: { line: number; lines: string[] } | undefined;

  const closeCell = () => {
    const form = forms.at(-1);
    if (open === undefined || form === undefined) return;
    form.cells.push({ text: tidy(open.lines.join('\n')), line: open.line });
    form.closed = open.lines.length > 1 && open.lines.slice(1).some((line) => line.trim() === '');
    if (form.closed) form.rows += 1;
    open = undefined;
  };

  // The last line end ends a line and begins none.
  text
    .replace(/\r\n?$|\n$/, '')
    .split(/\r\n?|\n/)
    .forEach((raw, index) => {
      const line = index + 1;
      const content = raw.replace(BOOKMARK, '');
      if (content.startsWith('\t')) {
        closeCell();
        const own = content.slice(1).trimEnd();
        if (own.includes('\t')) problems.push({ line, message: '一行里有两个单元格，分不清界限' });
        if (forms.length === 0)
          problems.push({
            line,
            message: '单元格的前面没有“1.某某资金绩效目标表”这样的标题，分不清属于哪个项目',
          });
        open = { line, lines: [own] };
      } else if (HEADING.test(content.trim())) {
        closeCell();
        forms.push({ heading: { text: content.trim(), line }, cells: [], rows: 0, closed: true });
      } else if (open !== undefined) {
        open.lines.push(content);
      } else if (forms.length === 0) {
        if (content.trim() !== '') paragraphs.push({ text: content.trim(), line });
      } else if (content.trim() !== '') {
        problems.push({ line, message: `表格之外的文字“${content.trim()}”` });
      }
    });
  const last = open;
  closeCell();
  problems.push(...strayTexts(forms), ...cutForms(forms));
  if (last === undefined && forms.length === 0) problems.push({ line: 1, message: '没有找到绩效目标表' });
  return { paragraphs, forms, problems };
}

/**
 * Text after a blank line in a form's very last cell: the dump cannot say whether it is of the cell or
 * stands below the table, so it is not guessed.
 */
function strayTexts(forms: readonly FormCells[]): readonly Problem[] {
  return forms.flatMap(({ cells }) => {
    const last = cells.at(-1);
    const [own = '', blank = '', stray = ''] = last?.text.split(/(\n{2,})/, 3) ?? [];
    if (last === undefined || stray === '') return [];
    const line = last.line + own.split('\n').length - 1 + blank.length;
    return [{ line, message: `表格之后的文字“${stray}”，分不清是否属于最后一个单元格` }];
  });
}

/**
 * A form whose rows each end with a blank line, but not the last: the file, or a part of it, ends in the middle of a
 * row, and the text of its last cell may go on.
 */
function cutForms(
  forms: readonly (FormCells & { readonly rows: number; readonly closed: boolean })[],
): readonly Problem[] {
  return forms.flatMap(({ cells, rows, closed }) => {
    const last = cells.at(-1);
    if (last === undefined || closed || rows === 0) return [];
    const message = `表格在“${last.text}”这里中断了，后面没有别的行末尾都有的空行，可能没有保存完整；确实完整的，请在这一行后面加两个空行`;
    return [{ line: last.line, message }];
  });
}
