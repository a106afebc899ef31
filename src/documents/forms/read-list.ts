import { BUDGET_FIELDS } from '../../model/form.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { GridCell } from '../grid/grid.ts';
import {
  addAdditional,
  newRecord,
  noteOrigin,
  refuseUnit,
  plainFigures,
  readDepartmentName,
  twoUnits,
  type DepartmentName,
  type FormRecord,
} from './form-record.ts';
import { add, compare, parseDecimal, ZERO } from '../../model/decimal.ts';
import { certainFigures } from '../../model/money.ts';
import { headMeaning, isAmount, isFigure, readShareText } from './read-head.ts';
import { categoryOf, otherUnit, readPeriod, readUnit, type LabelWords } from './labels.ts';
import { type LabelMeaning } from '../../model/form-words.ts';
import { isListHeader, readListHeader, type ListColumns } from './list-columns.ts';
import {
  IndicatorReader,
  isColumnNumbers,
  isSum,
  readIndicators,
  type OpenBlock,
} from './read-indicators.ts';
import { isFiller, isFootnote, type TableView } from './table-view.ts';

/** Reads a list of projects, a row or several a project, which may go on in the next table. */
export class ListReader {
  readonly #words: LabelWords;
  readonly #columns: ListColumns;
  #department: DepartmentName | undefined;
  #current: FormRecord | undefined;
  #blocks: readonly OpenBlock[] | undefined;

  /** @param before the list of the table before; where it has the same labels, its last project goes on. */
  constructor(view: TableView, header: number, words: LabelWords, before?: ListReader) {
    this.#words = words;
    this.#columns = readListHeader(view, header, words);
    const labels = view.rows.filter((row) => row >= header && row < this.#columns.begins);
    for (const row of labels) view.use(...view.in(row));
    if (before !== undefined && before.#columns.labels === this.#columns.labels) {
      [this.#department, this.#current, this.#blocks] = [before.#department, before.#current, before.#blocks];
    }
  }

  /** Whether a table without a header, as wide as the one before, goes on with the list. */
  goesOn(view: TableView, firstRow: number): boolean {
    const { total, blocks } = this.#columns;
    const cells = view.in(firstRow).filter(({ text }) => text !== '');
    const hasLabel = cells.some(({ text }) => headMeaning(text, this.#words) !== undefined);
    if (cells.length < 2 || hasLabel || isListHeader(view, firstRow, this.#words)) return false;
    const textIn = (column: number | undefined) =>
      column === undefined ? '' : (view.at(firstRow, column)?.text ?? '');
    const levels = blocks.map(({ columns }) => columns.find(({ meaning }) => meaning === 'category')?.column);
    const isLevel = (text: string) => text === '' || categoryOf(text) !== undefined;
    return (isFigure(textIn(total)) || textIn(total) === '') && levels.map(textIn).every(isLevel);
  }

  /** Reads the rows of a table; gives the projects that begin in it, and the row where something else begins. */
  read(
    view: TableView,
    from = this.#columns.begins,
  ): { readonly records: readonly FormRecord[]; readonly next: number | undefined } {
    const below = view.rows.filter((row) => row >= from);
    const next = below.find((row) => this.#isOther(view, row));
    const rows = below.filter((row) => next === undefined || row < next);
    // A list of contents repeats what the forms say.
    if (this.#columns.isContents) {
      for (const row of rows) view.leaveOut('目录', view.in(row));
      return { records: [], next };
    }
    this.#blocks = this.#columns.blocks.map((block, place) => ({
      block,
      reader: new IndicatorReader(view, block, this.#blocks?.[place]?.reader),
    }));
    const subtotals = subtotalRows(view, rows, this.#columns);
    return { records: rows.flatMap((row) => this.#readRow(view, row, subtotals.has(row)) ?? []), next };
  }

  /** Whether a row is the title of another table, or the header of a list with other columns. */
  #isOther(view: TableView, row: number): boolean {
    const [first, ...others] = view.in(row).filter(({ text }) => text !== '');
    if (first === undefined) return false;
    if (others.length === 0)
      return view.above(row).length === 0 && /(?:预算|绩效|支出)[^。]*表$/.test(first.text);
    return (
      isListHeader(view, row, this.#words) &&
      readListHeader(view, row, this.#words).labels !== this.#columns.labels
    );
  }

  /** Reads a row; gives the project that begins in it. */
  #readRow(view: TableView, row: number, isSubtotal: boolean): FormRecord | undefined {
    const { blocks, columns, ...at } = this.#columns;
    const cells = view.in(row);
    const stated = cells.filter(({ text }) => !isFiller(text));
    const [first] = stated;
    if (first === undefined || isSum(first.text) || isColumnNumbers(cells.map(({ text }) => text))) {
      view.leaveOut(first === undefined ? '空白行' : '栏次或合计', cells);
      return undefined;
    }
    if (isListHeader(view, row, this.#words)) {
      view.leaveOut('重复的表头', cells);
      return undefined;
    }
    if (stated.length === 1 && isFootnote(first.text)) return undefined;
    const textAt = (column: number | undefined) => {
      const cell = column === undefined ? undefined : view.at(row, column);
      return cell?.row === row ? cell.text : '';
    };
    const [name, code] = [textAt(at.name), textAt(at.code).replace(/\s+/g, '')];
    if (stated.length === 1 && first.column === at.name && view.above(row).length === 0) {
      view.use(first);
      this.#department = readDepartmentName(first.text);
      return undefined;
    }
    // A department stands beside its first project, and is that of those below.
    const named = textAt(at.department);
    if (named !== '') this.#department = readDepartmentName(named);
    const isUnnamed = (view.at(row, at.name)?.text ?? '') === '' && code === '';
    if ((isUnnamed && blocks.length === 0) || isSubtotal) {
      view.leaveOut('分类合计', cells);
      const own = readDepartmentName(name);
      if (own.code !== undefined) this.#department = own;
      return undefined;
    }
    const isSame =
      blocks.length > 0 &&
      this.#current !== undefined &&
      (named === '' || this.#department?.name === this.#current.department?.name) &&
      (name === '' || name === this.#current.name) &&
      (code === '' || code === this.#current.code);
    const begun = isSame || name === '' ? undefined : this.#begin(first.origin, name, code);
    const record = this.#current;
    if (record === undefined) return undefined;
    for (const column of at.sequences) view.use(view.at(row, column));
    // A number at the left under no label is the row's.
    view.leaveOut(
      '序号',
      cells.filter(({ column, text }) => column < (columns[0]?.label.column ?? 0) && /^\d{1,4}$/.test(text)),
    );
    for (const { label, meaning } of columns) {
      const cell = view.at(row, label.column);
      if (cell === undefined || cell.text === '') continue;
      // What is merged over several projects is of each, but for an amount.
      if (cell.row < row && (begun === undefined || isAmount(meaning))) continue;
      if (placeInRecord(record, label.text, meaning, cell, at.isPercent)) view.use(cell);
    }
    readIndicators(record, row, this.#blocks ?? []);
    return begun;
  }

  #begin(origin: string, name: string, code: string): FormRecord {
    const { blocks, columns, units } = this.#columns;
    const [unit, ...others] = units;
    const layout = blocks.length === 0 ? '一行一个项目' : ROW_AN_INDICATOR;
    const record = { ...newRecord(origin), name, code, department: this.#department, unit, layout };
    for (const other of others) record.unreadUnit = twoUnits(origin, unit, other);
    for (const { label, meaning } of columns) {
      const unread = meaning === undefined ? undefined : otherUnit(label.text);
      if (unread !== undefined) record.unreadUnit = refuseUnit(unread, label.origin);
      const period = readPeriod(label.text);
      if (period !== undefined) record.plan.push({ period, text: '' });
    }
    for (const { reader } of this.#blocks ?? []) reader.restart();
    this.#current = record;
    return record;
  }
}

/** How a list is called whose rows are indicators, with their project beside them. */
export const ROW_AN_INDICATOR = '一行一条指标';

/** A heading among the names of projects: `一、人员类项目`, `104001-示例局`. */
const HEADING_ROW =
  /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|[[［]?\d{3,12}[\]］]?[-—]?\D)/;

/**
 * The rows whose name is a heading, or which have no indicators among rows that have, and whose amount is the sum of
 * projects below: no projects themselves.
 */
function subtotalRows(
  view: TableView,
  rows: readonly number[],
  { name, total, blocks }: ListColumns,
): ReadonlySet<number> {
  if (total === undefined) return new Set();
  const textIn = (row: number, column: number) => view.at(row, column)?.text ?? '';
  const amountAt = (row: number) => {
    const cell = view.at(row, total);
    return parseDecimal(cell?.row === row ? certainFigures(cell.text).replace(/,/g, '') : '');
  };
  const levels = blocks.flatMap(({ columns }) => columns);
  const isHeading = (row: number) =>
    HEADING_ROW.test(textIn(row, name)) ||
    (levels.length > 0 && levels.every(({ column }) => isFiller(textIn(row, column))));
  return new Set(
    rows.filter((row, place) => {
      const stated = isHeading(row) ? amountAt(row) : undefined;
      if (stated === undefined) return false;
      let sum = ZERO;
      for (const below of rows.slice(place + 1)) {
        const amount = isHeading(below) ? undefined : amountAt(below);
        if (amount === undefined) continue;
        sum = add(sum, amount);
        const order = compare(sum, stated);
        if (order >= 0) return order === 0;
      }
      return false;
    }),
  );
}

/** Puts a cell of a list into its record; what repeats in each row of a project is put there once. False where another text has its place. */
function placeInRecord(
  record: FormRecord,
  label: string,
  meaning: LabelMeaning | undefined,
  cell: GridCell,
  isPercent: boolean,
): boolean {
  const { text, origin } = cell;
  const period = readPeriod(label);
  const amount = BUDGET_FIELDS.find(({ name }) => name === meaning);
  if (period !== undefined) {
    const place = record.plan.findIndex((one) => one.period === period);
    const known = record.plan[place]?.text ?? '';
    const share = readShareText(record, cell, isPercent);
    if (known !== '') return known === share;
    record.plan.splice(place, 1, { period, text: share });
    noteOrigin(record, [L.disbursementPlan, period], origin);
  } else if (amount !== undefined) {
    const figures = plainFigures(record, cell);
    if (record.budget[amount.name] !== '') return record.budget[amount.name] === figures;
    record.budget[amount.name] = figures;
    noteOrigin(record, [L.budget, amount.label], origin);
  } else if (meaning === 'goals' || meaning === 'purpose') {
    if (record[meaning]) return record[meaning] === text;
    record[meaning] = text;
    noteOrigin(record, [L[meaning]], origin);
  } else if (meaning === 'code' || meaning === 'name') {
    noteOrigin(record, [L[meaning]], origin);
    if (meaning === 'code') record.codeDigitsLost ||= cell.digitsLost === true;
  } else if (meaning === 'department') record.department ??= readDepartmentName(text);
  else if (meaning === 'departmentCode') record.departmentCode ??= text.replace(/\s+/g, '');
  else if (meaning === 'unit') {
    const other = otherUnit(`单位：${text}`);
    if (other !== undefined) record.unreadUnit ??= refuseUnit(other, origin);
    record.unit ??= readUnit(`单位：${text}`);
  } else if (meaning === 'year') record.year ??= Number(/20\d\d/.exec(text)?.[0]) || undefined;
  else {
    const known = record.additional.some(
      (one) => one.label === label.replace(/\s+/g, '') && one.text === text,
    );
    if (!known) addAdditional(record, label, cell);
  }
  return true;
}
