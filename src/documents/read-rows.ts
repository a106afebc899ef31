import { INDICATOR_FIELDS, forEachField } from '../model/form.ts';
import { isKindOf, numberIndicators, type Indicator, type IndicatorTexts } from '../model/indicator.ts';
import { CATEGORIES, type Category } from '../model/terms.ts';
import { categoryOf } from './forms/labels.ts';
import { readPastedTable, type Cell, type TableRow } from './pasted-table.ts';
import type { Problem } from './problem.ts';
import { COMPARATOR, kindOf, placeColumns, Unplaced, type Column } from './table-columns.ts';

/** The rows of a pasted table as indicators, or what could not be placed. */
export type RowsReading =
  { readonly indicators: readonly Indicator[] } | { readonly problems: readonly Problem[] };

/**
 * Reads rows of indicators from a table as Excel copies it, with or without its header. A blank first or second level
 * goes on with the row above; a first level that is left out is known by the second. Nothing is guessed.
 */
export function readRows(text: string): RowsReading {
  try {
    const table = readPastedTable(text);
    const { columns, body } = placeColumns(table);
    return readBody(columns, body);
  } catch (error) {
    if (error instanceof Unplaced)
      return { problems: [{ origin: lineName(error.line), message: error.message }] };
    throw error;
  }
}

const lineName = (line: number) => `第${String(line)}行`;

function readBody(columns: readonly (Column | undefined)[], body: readonly TableRow[]): RowsReading {
  const problems: Problem[] = [];
  const rows: Partial<Record<Category, IndicatorTexts[]>> = {};
  let category: Category | undefined;
  let kind = '';
  for (const cells of body) {
    const line = cells[0]?.line ?? 1;
    const refuse = (cell: Cell | undefined, message: string) => {
      const column = cell === undefined ? 0 : cells.indexOf(cell) + 1;
      problems.push({
        origin: `${lineName(cell?.line ?? line)}${column === 0 ? '' : `第${String(column)}列`}`,
        message,
      });
    };
    const cellOf = (column: Column) => cells[columns.indexOf(column)];
    const textOf = (column: Column) => (columns.includes(column) ? (cellOf(column)?.text ?? '') : '');
    const stranger = cells.find(({ text }, place) => text !== '' && columns[place] === undefined);
    if (stranger !== undefined) refuse(stranger, `“${stranger.text}”在表格的各列之外`);
    const sign = textOf('comparator');
    if (sign !== '' && !COMPARATOR.test(sign)) refuse(cellOf('comparator'), `“${sign}”不是“≥”“≤”一类的符号`);

    const ownKind = textOf('kind');
    const ownCategory = textOf('category');
    const named = ownCategory === '' ? undefined : categoryOf(ownCategory);
    if (ownCategory !== '' && named === undefined) {
      refuse(
        cellOf('category'),
        `“${ownCategory}”不是一级指标，应是${CATEGORIES.map((one) => `“${one}”`).join('')}之一`,
      );
    }
    if (ownKind !== '') kind = kindOf(ownKind) ?? ownKind;
    else if (named !== undefined && named !== category && columns.includes('kind')) {
      refuse(cellOf('kind') ?? cells[0], `“${named}”的第一行没有写二级指标`);
    }
    const ofKind: Category | undefined =
      ownKind === '' ? category : CATEGORIES.find((one) => isKindOf(kind, one));
    category = named ?? (columns.includes('category') ? category : ofKind);
    if (category === undefined && ownCategory === '') refuse(cells[0], '看不出这一行属于哪个一级指标');
    else if (
      ownCategory === '' &&
      category !== undefined &&
      kindOf(kind) !== undefined &&
      !isKindOf(kind, category)
    ) {
      refuse(cellOf('kind'), `“${kind}”不在“${category}”之下，这一行的一级指标却空着`);
    }
    if (textOf('name') === '') refuse(cellOf('name') ?? cells[0], '没有三级指标');
    (rows[category ?? '产出指标'] ??= []).push({
      ...forEachField(INDICATOR_FIELDS, ({ name }) => textOf(name)),
      kind,
      target: [sign, textOf('target'), textOf('unit')].join(''),
    });
  }
  if (body.length === 0) problems.push({ origin: '', message: '只有表头，没有指标' });
  return problems.length > 0 ? { problems } : { indicators: numberIndicators(rows) };
}
