import { BUDGET_FIELDS } from '../../model/form.ts';
import type { GridCell } from '../grid/grid.ts';
import {
  addAdditional,
  newRecord,
  plainFigures,
  readDepartmentName,
  type DepartmentName,
  type FormRecord,
} from './form-record.ts';
import { headMeaning } from './read-head.ts';
import { meaningsOf, readPeriod, readUnit, type LabelMeaning, type LabelWords } from './labels.ts';
import {
  headerEnd,
  indicatorBlocks,
  IndicatorReader,
  isColumnNumbers,
  isSum,
  leafLabels,
} from './read-indicators.ts';
import { isFiller, type TableView } from './table-view.ts';

/** A table with a row, or several, a project. */
export interface ProjectList {
  readonly records: readonly FormRecord[];
  /** Rows with a first level that the format does not know. */
  readonly unplaced: readonly GridCell[];
  /** The first row below the table. */
  readonly end: number;
}

/**
 * Whether a row is the header of a table of projects: a column for their names beside another known column. In a form
 * the value stands beside the label.
 */
export function isListHeader(view: TableView, row: number, words: LabelWords): boolean {
  const leaves = leafLabels(view, row);
  const known = leaves.map(({ text }) => listMeaning(text, words));
  const name = known.indexOf('name');
  if (name < 0 || known.filter((meaning) => meaning !== undefined).length < 3) return false;
  return known[name - 1] !== undefined || known[name + 1] !== undefined;
}

function listMeaning(text: string, words: LabelWords): LabelMeaning | undefined {
  return headMeaning(text, words) ?? [...meaningsOf(text, words)][0];
}

/** Reads a table of projects from its header down. */
export function readList(view: TableView, header: number, words: LabelWords): ProjectList {
  const leaves = leafLabels(view, header).map((cell) => ({ cell, meaning: listMeaning(cell.text, words) }));
  // A list of contents repeats what the forms say.
  if (leaves.some(({ meaning }) => meaning === 'page')) return { records: [], unplaced: [], end: Infinity };
  const [block] = indicatorBlocks(view, header, words);
  // What stands left of the first level is of the project; what stands behind it, of each indicator.
  const from = Math.min(
    ...(block?.columns.flatMap(({ meaning, column }) => (meaning === undefined ? [] : [column])) ?? []),
  );
  const ofIndicators = block?.columns.filter(({ column }) => column >= from);
  const indicators = ofIndicators && new IndicatorReader(view, ofIndicators);
  const unit = leaves.map(({ cell }) => readUnit(cell.text)).find((one) => one !== undefined);
  const own = new Set(ofIndicators?.map(({ column }) => column));
  const columns = leaves.filter(({ cell, meaning }) => meaning !== 'sequence' && !own.has(cell.column));
  const nameColumn = columns.find(({ meaning }) => meaning === 'name')?.cell.column ?? 0;
  const codeColumn = columns.find(({ meaning }) => meaning === 'code')?.cell.column;
  const records: FormRecord[] = [];
  const unplaced: GridCell[] = [];
  let department: DepartmentName | undefined;
  let current: FormRecord | undefined;
  const begins = headerEnd(view, header);
  for (const row of view.rows.filter((one) => one >= begins)) {
    const cells = view.in(row);
    const stated = cells.filter(({ text }) => !isFiller(text));
    const [first] = stated;
    if (first === undefined || isSum(first.text) || isColumnNumbers(cells.map(({ text }) => text))) continue;
    if (isListHeader(view, row, words)) continue;
    const textAt = (column: number | undefined) => {
      const cell = column === undefined ? undefined : view.at(row, column);
      return cell?.row === row ? cell.text : '';
    };
    const [name, code] = [textAt(nameColumn), textAt(codeColumn).replace(/\s+/g, '')];
    if (stated.length === 1 && first.column === nameColumn && view.above(row).length === 0) {
      department = readDepartmentName(first.text);
      continue;
    }
    const isSame =
      indicators !== undefined &&
      current !== undefined &&
      (name === '' || name === current.name) &&
      (code === '' || code === current.code);
    if (!isSame && name !== '') {
      current = { ...newRecord(first.origin), name, code, department, unit };
      records.push(current);
      indicators?.restart();
    }
    if (current === undefined) {
      unplaced.push(first);
      continue;
    }
    for (const { cell: label, meaning } of columns) {
      const cell = view.at(row, label.column);
      if (cell?.row === row && cell.text !== '') placeInRecord(current, label.text, meaning, cell);
    }
    const read = indicators?.read(row);
    if (read?.category !== undefined) current.rows.push({ category: read.category, texts: read.texts });
    else if (read !== undefined) unplaced.push(first);
  }
  return { records, unplaced, end: Infinity };
}

/** Puts a cell of a list into its record; what repeats in each row of a project is put there once. */
function placeInRecord(
  record: FormRecord,
  label: string,
  meaning: LabelMeaning | undefined,
  cell: GridCell,
): void {
  const { text } = cell;
  const period = readPeriod(label);
  const amount = BUDGET_FIELDS.find(({ name }) => name === meaning);
  if (period !== undefined) record.plan.push({ period, text });
  else if (amount !== undefined && record.budget[amount.name] === '')
    record.budget[amount.name] = plainFigures(record, cell);
  else if (meaning === 'code') record.codeDigitsLost = cell.digitsLost === true;
  else if (meaning === 'goals') record.goals ??= text;
  else if (meaning === 'purpose') record.purpose ||= text;
  else if (meaning === 'department') record.department ??= readDepartmentName(text);
  else if (meaning === 'unit') record.unit ??= readUnit(`单位：${text}`);
  else if (meaning === 'year') record.year ??= Number(/20\d\d/.exec(text)?.[0]) || undefined;
  else if (meaning !== 'name' && amount === undefined) {
    const known = record.additional.some(
      (one) => one.label === label.replace(/\s+/g, '') && one.text === text,
    );
    if (!known) addAdditional(record, label, text);
  }
}
