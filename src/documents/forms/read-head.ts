import { parseDecimal, shift, toText } from '../../model/decimal.ts';
import { BUDGET_FIELDS, type BudgetField } from '../../model/form.ts';
import type { GridCell } from '../grid/grid.ts';
import { addAdditional, plainFigures, readDepartmentName, type FormRecord } from './form-record.ts';
import { labelKey, meaningsOf, readPeriod, readUnit, type LabelMeaning, type LabelWords } from './labels.ts';
import { sameColumns, type TableView } from './table-view.ts';

/** What labels of a form's upper part may mean; over columns the same words may mean something else. */
const MEANINGS: ReadonlySet<LabelMeaning> = new Set<LabelMeaning>([
  ...([
    'sequence',
    'code',
    'name',
    'department',
    'year',
    'unit',
    'total',
    'fiscal',
    'carriedOver',
    'other',
  ] as const),
  ...(['wholeTotal', 'wholeGoals', 'purpose', 'plan', 'goals', 'group'] as const),
]);

/** Whether a text is an amount or a share, which is never a label. */
export const isFigure = (text: string) => /^[\d０-９][\d０-９.,，．]*[%％]?$/.test(text);

const isAmount = (meaning: LabelMeaning | undefined): meaning is BudgetField =>
  BUDGET_FIELDS.some(({ name }) => name === meaning);

/** What a text means as a label of the upper part. */
export function headMeaning(text: string, words: LabelWords): LabelMeaning | undefined {
  return [...meaningsOf(text, words)].find((meaning) => MEANINGS.has(meaning));
}

/** A label and its value in one text: `单位名称：示例县某局`. */
export function inlinePair(
  text: string,
  words: LabelWords,
): { readonly meaning: LabelMeaning; readonly value: string } | undefined {
  const match = /^\s*([^：:\n]{2,20})[：:]\s*(\S[^\n]*)$/.exec(text);
  const meaning = match?.[1] === undefined ? undefined : headMeaning(match[1], words);
  return meaning === undefined || meaning === 'group'
    ? undefined
    : { meaning, value: match?.[2]?.trim() ?? '' };
}

/** The upper part of a form, row by row: labels with their values to the right or below. */
export class HeadReader {
  readonly #view: TableView;
  readonly #words: LabelWords;
  readonly #record: FormRecord;
  /** Values that a label above has taken. */
  readonly #taken = new Set<GridCell>();
  /** Where the year's amounts begin and where the whole project's, in the order they were met. */
  readonly #amounts: { readonly column: number; readonly whole: boolean }[] = [];
  /** What could not be placed. */
  readonly unplaced: GridCell[] = [];

  constructor(view: TableView, words: LabelWords, record: FormRecord) {
    this.#view = view;
    this.#words = words;
    this.#record = record;
  }

  read(row: number): void {
    const cells = this.#view.in(row).filter((cell) => !this.#taken.has(cell));
    for (let index = 0; index < cells.length;) index += this.#readAt(cells, index);
  }

  /** Reads the cell at a place of a row; gives how many cells that took. */
  #readAt(cells: readonly GridCell[], index: number): 1 | 2 {
    const [cell, next] = [cells[index], cells[index + 1]];
    if (cell === undefined || cell.text === '') return 1;
    const period = readPeriod(cell.text);
    if (period !== undefined) {
      const beside = next !== undefined && this.#isValue(next) && this.#valueBelow(cell) === undefined;
      const value = beside ? next : this.#valueBelow(cell);
      if (value !== undefined) this.#taken.add(value);
      // A quarter's share may also be meant for that quarter alone, which the plan of the format is not.
      if (cell.text.includes('季')) {
        const message = `“${cell.text}”记作“${period}”，其中的比例当作从年初累计的；若不是，请不要导入`;
        this.#record.remarks.push({ origin: cell.origin, message });
      }
      this.#record.plan.push({ period, text: this.#share(value, cell) });
      return beside ? 2 : 1;
    }
    const meaning = this.#meaning(cell);
    if (meaning === undefined) return this.#readUnknown(cells, index);
    const unit = readUnit(cell.text);
    if (unit !== undefined) this.#record.unit = unit;
    if (meaning === 'group' || meaning === 'plan') return 1;
    // A label over a row of labels, such as 绩效目标 beside 年度目标, has no value of its own.
    if (meaning === 'goals' && next !== undefined && this.#isGoals(next) && !sameColumns(cell, next)) {
      if (cell.rows > 1 || this.#valueBelow(cell) === undefined) return 1;
    }
    if (next !== undefined && (this.#isValue(next) || next.text === '')) {
      this.#place(meaning, cell, next);
      return 2;
    }
    const below = this.#valueBelow(cell);
    if (below !== undefined) {
      this.#taken.add(below);
      this.#place(meaning, cell, below);
    }
    return 1;
  }

  /** A text that is no known label: a label of another form, a group, or a text that stands alone. */
  #readUnknown(cells: readonly GridCell[], index: number): 1 | 2 {
    const [cell, next] = [cells[index], cells[index + 1]];
    if (cell === undefined) return 1;
    // A text with its own label, such as “单位：万元”, is no value.
    const beside =
      next !== undefined &&
      readUnit(next.text) === undefined &&
      inlinePair(next.text, this.#words) === undefined
        ? next
        : undefined;
    const inline = inlinePair(cell.text, this.#words);
    const unit = readUnit(cell.text);
    if (unit !== undefined) {
      this.#record.unit = unit;
      if (inline?.meaning === 'unit' || labelKey(cell.text) === '') return 1;
    }
    if (inline !== undefined) {
      this.#place(inline.meaning, cell, { ...cell, text: inline.value });
      return 1;
    }
    if (beside !== undefined && (this.#isValue(beside) || cells.length === 2)) {
      addAdditional(this.#record, cell.text, beside.text);
      return 2;
    }
    const group = this.#view.above(cell.row).find(({ column }) => column < cell.column);
    if (next === undefined && group !== undefined && this.#isPurpose(group, cell))
      this.#record.purpose = cell.text;
    // A label over the labels beside it.
    else if (beside !== undefined && index === 0 && !isFigure(cell.text)) return 1;
    else if (this.#record.department === undefined && /^[[［(（【]?\d{2,12}[^\d.．、]/.test(cell.text)) {
      this.#record.department = readDepartmentName(cell.text);
    } else if (next === undefined && group !== undefined) addAdditional(this.#record, group.text, cell.text);
    else this.unplaced.push(cell);
    return 1;
  }

  #isPurpose(group: GridCell, cell: GridCell): boolean {
    return labelKey(group.text).includes('用途') && this.#view.in(cell.row).length === 1;
  }

  #place(meaning: LabelMeaning, label: GridCell, value: GridCell): void {
    const record = this.#record;
    const { text } = value;
    if (meaning === 'code')
      [record.code, record.codeDigitsLost] = [text.replace(/\s+/g, ''), value.digitsLost === true];
    else if (meaning === 'name') record.name = text;
    else if (meaning === 'department') this.#placeDepartment(label, text);
    else if (meaning === 'year') record.year = Number(/20\d\d/.exec(text)?.[0]) || record.year;
    else if (meaning === 'unit') this.#placeUnit(label, text);
    else if (meaning === 'purpose') record.purpose = text;
    else if (meaning === 'goals') this.#placeGoals(label, text);
    else if (meaning === 'wholeTotal' || isAmount(meaning)) this.#placeAmount(meaning, label, value);
    else if (meaning !== 'sequence') addAdditional(record, label.text, text);
  }

  #placeUnit({ origin }: GridCell, text: string): void {
    const unit = readUnit(`单位：${text}`);
    if (unit !== undefined) this.#record.unit = unit;
    else this.#record.unreadUnit = { origin, message: `读不出金额单位“${text}”` };
  }

  /** The department is the unit whose budget it is; where a form names both, 主管部门 is said beside it. */
  #placeDepartment(label: GridCell, text: string): void {
    const record = this.#record;
    if (text === '') return;
    if (record.department === undefined) record.department = readDepartmentName(text);
    else if (record.department.name !== readDepartmentName(text).name)
      addAdditional(record, label.text, text);
  }

  #placeGoals(label: GridCell, text: string): void {
    if (this.#record.goals === undefined) this.#record.goals = text;
    else addAdditional(this.#record, label.text, text);
  }

  #placeAmount(meaning: BudgetField | 'wholeTotal', label: GridCell, value: GridCell): void {
    const { text } = value;
    if (meaning === 'wholeTotal' || meaning === 'total') {
      this.#amounts.push({ column: label.column, whole: meaning === 'wholeTotal' });
    }
    const context = this.#amounts
      .filter(({ column }) => column <= label.column)
      .sort((a, b) => a.column - b.column)
      .at(-1);
    if (meaning === 'wholeTotal' || context?.whole === true) addAdditional(this.#record, label.text, text);
    else if (this.#record.budget[meaning] !== '') addAdditional(this.#record, label.text, text);
    else this.#record.budget[meaning] = plainFigures(this.#record, value);
  }

  /** A share as written; a bare number under a label with （%） gets the sign that the label states. */
  #share(value: GridCell | undefined, period: GridCell): string {
    if (value === undefined || value.text === '') return '';
    const { origin } = value;
    const text = plainFigures(this.#record, value);
    const states = [...this.#view.above(period.row), ...this.#view.in(period.row)].some((label) =>
      /[（(]\s*[%％]\s*[）)]/.test(label.text),
    );
    if (!states || !/^\d+(?:\.\d+)?$/.test(text)) return text;
    if (text.includes('.') && Number(text) <= 1) {
      const share = parseDecimal(text);
      const message = `“${text}”可能是${text}%，也可能是${share === undefined ? '' : toText(shift(share, 2))}%，照原样写入，请核对后改正`;
      this.#record.remarks.push({ origin, message });
      return text;
    }
    this.#record.remarks.push({ origin, message: `“${text}”按栏名的“%”记作“${text}%”` });
    return `${text}%`;
  }

  /** The cell right below a label that is no label itself and stands in the same columns. */
  #valueBelow(label: GridCell): GridCell | undefined {
    const row = this.#view.below(label);
    const cell = this.#view.in(row).find(({ column }) => column === label.column);
    return cell !== undefined && sameColumns(cell, label) && (cell.text === '' || this.#isValue(cell))
      ? cell
      : undefined;
  }

  #isGoals(cell: GridCell): boolean {
    return ['goals', 'wholeGoals'].includes(this.#meaning(cell) ?? '');
  }

  #isValue(cell: GridCell): boolean {
    return cell.text !== '' && this.#meaning(cell) === undefined && readPeriod(cell.text) === undefined;
  }

  #meaning(cell: GridCell): LabelMeaning | undefined {
    return headMeaning(cell.text, this.#words);
  }
}
