import { BUDGET_FIELDS } from '../../model/form.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { GridCell } from '../grid/grid.ts';
import {
  addAdditional,
  addLine,
  newRecord,
  noteOrigin,
  plainFigures,
  readDepartmentName,
  type DepartmentName,
  type FormRecord,
} from './form-record.ts';
import { add, compare, parseDecimal, ZERO } from '../../model/decimal.ts';
import { certainFigures } from '../../model/money.ts';
import { headMeaning, readShareText, statesPercent } from './read-head.ts';
import { meaningsOf, readPeriod, readUnit, type LabelWords } from './labels.ts';
import { type LabelMeaning } from '../../model/form-words.ts';
import {
  headerEnd,
  indicatorBlocks,
  IndicatorReader,
  isColumnNumbers,
  isSum,
  leafLabels,
  lineOf,
} from './read-indicators.ts';
import { isFiller, isFootnote, type TableView } from './table-view.ts';

/**
 * Whether a row is the header of a table of projects: a column for their names beside another known column. In a form
 * the value stands beside the label.
 */
export function isListHeader(view: TableView, row: number, words: LabelWords): boolean {
  const leaves = leafLabels(view, row);
  const known = leaves.map(({ text }) => listMeaning(text, words));
  const name = known.indexOf('name');
  // Beside its label in a form stands the code, or nothing; over columns, the next label.
  const beside = known.map((meaning, place) => (meaning === 'code' ? leaves[place + 1]?.text : undefined));
  if (beside.some((text) => text !== undefined && /^$|^(?=\S*\d)[0-9A-Za-z-]+$/.test(text))) return false;
  if (name < 0 || known.filter((meaning) => meaning !== undefined).length < 3) return false;
  return known[name - 1] !== undefined || known[name + 1] !== undefined;
}

function listMeaning(text: string, words: LabelWords): LabelMeaning | undefined {
  return headMeaning(text, words) ?? [...meaningsOf(text, words)][0];
}

/** Reads a table of projects from its header down. */
export function readList(view: TableView, header: number, words: LabelWords): readonly FormRecord[] {
  const leaves = leafLabels(view, header).map((cell) => ({ cell, meaning: listMeaning(cell.text, words) }));
  // A list of contents repeats what the forms say.
  if (leaves.some(({ meaning }) => meaning === 'page')) {
    for (const row of view.rows.filter((one) => one >= header)) view.leaveOut('目录', view.in(row));
    return [];
  }
  const [block] = indicatorBlocks(view, header, words);
  // What stands left of the first level is of the project; what stands behind it, of each indicator.
  const from = Math.min(
    ...(block?.columns.flatMap(({ meaning, column }) => (meaning === undefined ? [] : [column])) ?? []),
  );
  const ofIndicators = block?.columns.filter(
    ({ column, meaning, label }) =>
      column >= from && (meaning !== undefined || headMeaning(label, words) === undefined),
  );
  const indicators = ofIndicators && new IndicatorReader(view, ofIndicators);
  const unit = leaves.map(({ cell }) => readUnit(cell.text)).find((one) => one !== undefined);
  const own = new Set(ofIndicators?.map(({ column }) => column));
  const columns = leaves.filter(({ cell, meaning }) => meaning !== 'sequence' && !own.has(cell.column));
  const nameColumn = columns.find(({ meaning }) => meaning === 'name')?.cell.column ?? 0;
  const codeColumn = columns.find(({ meaning }) => meaning === 'code')?.cell.column;
  const records: FormRecord[] = [];
  const sequences = leaves.flatMap(({ cell, meaning }) => (meaning === 'sequence' ? [cell.column] : []));
  let department: DepartmentName | undefined;
  let current: FormRecord | undefined;
  const begins = headerEnd(view, header);
  for (const row of view.rows.filter((one) => one >= header && one < begins)) view.use(...view.in(row));
  const isPercent = view.rows.some(
    (row) => row >= header && row < begins && view.in(row).some(statesPercent),
  );
  const totalColumn = columns.find(({ meaning }) => meaning === 'total')?.cell.column;
  const subtotals =
    indicators === undefined ? subtotalRows(view, begins, nameColumn, totalColumn) : new Set<number>();
  for (const row of view.rows.filter((one) => one >= begins)) {
    const cells = view.in(row);
    const stated = cells.filter(({ text }) => !isFiller(text));
    const [first] = stated;
    if (first === undefined || isSum(first.text) || isColumnNumbers(cells.map(({ text }) => text))) {
      view.leaveOut(first === undefined ? '空白行' : '栏次或合计', cells);
      continue;
    }
    if (isListHeader(view, row, words)) {
      view.leaveOut('重复的表头', cells);
      continue;
    }
    if (stated.length === 1 && isFootnote(first.text)) continue;
    const textAt = (column: number | undefined) => {
      const cell = column === undefined ? undefined : view.at(row, column);
      return cell?.row === row ? cell.text : '';
    };
    const [name, code] = [textAt(nameColumn), textAt(codeColumn).replace(/\s+/g, '')];
    if (stated.length === 1 && first.column === nameColumn && view.above(row).length === 0) {
      view.use(first);
      department = readDepartmentName(first.text);
      continue;
    }
    const isSame =
      indicators !== undefined &&
      current !== undefined &&
      (name === '' || name === current.name) &&
      (code === '' || code === current.code);
    const isUnnamed = (view.at(row, nameColumn)?.text ?? '') === '' && code === '';
    if ((isUnnamed && indicators === undefined) || subtotals.has(row)) {
      view.leaveOut('分类合计', cells);
      const own = readDepartmentName(name);
      if (own.code !== undefined) department = own;
      continue;
    }
    if (!isSame && name !== '') {
      const layout = indicators === undefined ? '一行一个项目' : ROW_AN_INDICATOR;
      current = { ...newRecord(first.origin), name, code, department, unit, layout };
      for (const { cell } of columns) {
        const period = readPeriod(cell.text);
        if (period !== undefined) current.plan.push({ period, text: '' });
      }
      records.push(current);
      indicators?.restart();
    }
    if (current === undefined) continue;
    for (const column of sequences) view.use(view.at(row, column));
    for (const { cell: label, meaning } of columns) {
      const cell = view.at(row, label.column);
      if (
        cell?.row === row &&
        cell.text !== '' &&
        placeInRecord(current, label.text, meaning, cell, isPercent)
      )
        view.use(cell);
    }
    const read = indicators?.read(row);
    if (read === undefined) continue;
    const { category, texts, origins } = read;
    if (category !== undefined) current.rows.push({ category, texts, origins });
    else addLine(current, '其他指标', lineOf(read), first.origin);
  }
  return records;
}

/** How a list is called whose rows are indicators, with their project beside them. */
export const ROW_AN_INDICATOR = '一行一条指标';

/** A heading among the names of projects: `一、人员类项目`, `104001-示例局`. */
const HEADING_ROW =
  /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|[[［]?\d{3,12}[\]］]?[-—]?\D)/;

/** The rows whose name is a heading and whose amount is the sum of projects below: no projects themselves. */
function subtotalRows(
  view: TableView,
  begins: number,
  nameColumn: number,
  totalColumn: number | undefined,
): ReadonlySet<number> {
  if (totalColumn === undefined) return new Set();
  const amountAt = (row: number) => {
    const cell = view.at(row, totalColumn);
    return parseDecimal(cell?.row === row ? certainFigures(cell.text).replace(/,/g, '') : '');
  };
  const rows = view.rows.filter((row) => row >= begins);
  const isHeading = (row: number) => HEADING_ROW.test(view.at(row, nameColumn)?.text ?? '');
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
  else if (meaning === 'unit') record.unit ??= readUnit(`单位：${text}`);
  else if (meaning === 'year') record.year ??= Number(/20\d\d/.exec(text)?.[0]) || undefined;
  else {
    const known = record.additional.some(
      (one) => one.label === label.replace(/\s+/g, '') && one.text === text,
    );
    if (!known) addAdditional(record, label, cell);
  }
  return true;
}
