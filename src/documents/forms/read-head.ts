import { parseDecimal, shift, toText } from '../../model/decimal.ts';
import { BUDGET_FIELDS, type BudgetField } from '../../model/form.ts';
import type { GridCell } from '../grid/grid.ts';
import {
  addAdditional,
  noteOrigin,
  plainFigures,
  readDepartmentName,
  refuseUnit,
  twoUnits,
  type DepartmentName,
  type FormRecord,
  type StatedDepartment,
} from './form-record.ts';
import { LABELS as L, type Period } from '../../model/terms.ts';
import type { MoneyUnit } from '../../model/money-unit.ts';
import type { ValuePath } from '../../files/value-path.ts';
import { meaningsOf, otherUnit, readPeriod, readUnit, type LabelWords } from './labels.ts';
import { labelKey, type LabelMeaning } from '../../model/form-words.ts';
import { LABEL_ALONE, sameColumns, type TableView } from './table-view.ts';

/** What labels of a form's upper part may mean; over columns the same words may mean something else. */
const MEANINGS: ReadonlySet<LabelMeaning> = new Set<LabelMeaning>([
  ...([
    'sequence',
    'code',
    'name',
    'department',
    'departmentCode',
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

/** Whether a label names the project itself, and not one that it is a part of: `一级项目名称`. */
export const nameRank = (label: string): number => (labelKey(label) === L.name ? 1 : 0);

const isStated = (one: DepartmentName): one is StatedDepartment => 'label' in one;

const IN_CHARGE = 1;

/** How surely a label names the department whose budget it is, and not the one in charge or the one that filled it in. */
export function departmentRank(label: string): number {
  const key = labelKey(label);
  return /填报|编报|编制|申报/.test(key) ? 0 : key.includes('主管') ? IN_CHARGE : 2;
}

export const isAmount = (meaning: LabelMeaning | undefined): meaning is BudgetField =>
  BUDGET_FIELDS.some(({ name }) => name === meaning);

/** Whether a label says that what it stands over is in percent: `资金支出计划（%）`. */
export const statesPercent = ({ text }: GridCell): boolean => /[（(]\s*[%％]\s*[）)]/.test(text);

/** A share as written; a bare number under a label with （%） gets the sign that the label states. */
export function readShareText(record: FormRecord, value: GridCell, inPercent: boolean): string {
  const { origin } = value;
  const text = plainFigures(record, value);
  if (!inPercent || !/^\d+(?:\.\d+)?$/.test(text)) return text;
  const share = text.includes('.') && Number(text) <= 1 && Number(text) > 0 ? parseDecimal(text) : undefined;
  const doubt =
    share === undefined ? '' : `；若原意是比例${text}，应为“${toText(shift(share, 2))}%”，请核对后改正`;
  record.remarks.push({ origin, message: `“${text}”按栏名的“%”记作“${text}%”${doubt}` });
  return `${text}%`;
}

const expectsFigure = (meaning: LabelMeaning) => meaning === 'wholeTotal' || isAmount(meaning);

/** What a text means as a label of the upper part. */
export function headMeaning(text: string, words: LabelWords): LabelMeaning | undefined {
  return [...meaningsOf(text, words)].find((meaning) => MEANINGS.has(meaning));
}

/** A label and its value in one text: `单位名称：示例县某局`. */
export function inlinePair(
  text: string,
  words: LabelWords,
): { readonly meaning: LabelMeaning; readonly value: string } | undefined {
  const match = /^\s*((?:其中[：:])?[^：:\n]{2,20})[：:]\s*(\S[^\n]*)$/.exec(text);
  const meaning = match?.[1] === undefined ? undefined : headMeaning(match[1], words);
  return meaning === undefined || meaning === 'group'
    ? undefined
    : { meaning, value: match?.[2]?.trim() ?? '' };
}

/** A short text that is a label and its value, whatever its words. */
const OWN_PAIR = /^([^：:\n。；，]{2,12})[：:]\s*(\S[^\n]*)$/;

/** A line cut where the next label with its value begins: `部门：示例局　　单位：万元`. */
export function cutPairs(text: string): readonly string[] {
  return text.split(/\s+(?=[^\s：:]{2,12}[：:])/);
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
  /** The label and text that the project's name was taken from. */
  #name: { readonly label: GridCell; readonly value: GridCell } | undefined;
  /** The unit that the form's own labels name. */
  #unit: MoneyUnit | undefined;

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
  #readAt(cells: readonly GridCell[], index: number): number {
    const [cell, next] = [cells[index], cells[index + 1]];
    if (cell === undefined || cell.text === '') return 1;
    const group = this.#view.above(cell.row).find(({ column }) => column < cell.column);
    if (next === undefined && group !== undefined && this.#isPurpose(group, cell)) {
      this.#place('purpose', group, cell);
      return 1;
    }
    const period = this.#period(cell);
    if (period !== undefined) {
      const beside = next !== undefined && this.#isValue(next) && this.#valueBelow(cell) === undefined;
      const value = beside ? next : this.#valueBelow(cell);
      if (value !== undefined) this.#taken.add(value);
      this.#view.use(cell, value);
      // A quarter's share may also be meant for that quarter alone, which the plan of the format is not.
      if (cell.text.includes('季')) {
        const message = `“${cell.text}”记作“${period}”，其中的比例当作从年初累计的；若不是，请不要导入`;
        this.#record.remarks.push({ origin: cell.origin, message });
      }
      this.#placeShare(period, cell, value);
      return beside ? 2 : 1;
    }
    const meaning = this.#meaning(cell);
    const unit = readUnit(cell.text);
    if (meaning !== undefined) this.#refuseOther(cell.text, cell);
    if (next !== undefined && this.#isPair(cell, next)) {
      this.#view.use(cell, next);
      if (isAmount(meaning) && unit !== undefined) this.#takeUnit(unit, cell);
      if (meaning === undefined || meaning === 'group' || meaning === 'plan')
        addAdditional(this.#record, cell.text, next);
      else this.#place(meaning, cell, next);
      return 2;
    }
    if (meaning === undefined) return this.#readUnknown(cells, index);
    this.#view.use(cell);
    if (unit !== undefined) this.#takeUnit(unit, cell);
    if (meaning === 'group' || meaning === 'plan') return 1;
    // A label over a row of labels, such as 绩效目标 beside 年度目标, has no value of its own.
    if (this.#isGoals(cell) && next !== undefined && this.#isGoals(next) && !sameColumns(cell, next)) {
      if (cell.rows > 1 || this.#valueBelow(cell) === undefined) return 1;
    }
    const far = next?.text === '' ? this.#valueBehindBlanks(meaning, cells, index) : undefined;
    if (far !== undefined) {
      this.#place(meaning, cell, far.value);
      return far.length;
    }
    // In a sheet a blank box may be no cell at all, and what stands further right another label.
    const isFar = next !== undefined && next.column > cell.column + cell.columns;
    if (isFar && expectsFigure(meaning) && !isFigure(next.text)) return 1;
    const isEnd = index + 2 === cells.length && !isFar;
    if (
      next !== undefined &&
      (this.#isValue(next) || next.text === '' || (isEnd && this.#valueBelow(next) === undefined))
    ) {
      this.#place(meaning, cell, next);
      return 2;
    }
    const below = this.#valueBelow(cell);
    const isAmountMeant = below !== undefined && !/^[^\d０-９]{2}/.test(below.text);
    if (below !== undefined && (expectsFigure(meaning) ? isAmountMeant : !this.#isOfAmount(below))) {
      this.#taken.add(below);
      this.#place(meaning, cell, below);
    }
    return 1;
  }

  /**
   * The value of a label behind blank cells, as in a sheet whose cells were not merged: the only text before the next
   * label, where it is a figure under the label of an amount, or nothing else than the project can be named.
   * Otherwise the blank cell is the value, and the text may be the label of a box that the format does not know.
   */
  #valueBehindBlanks(
    meaning: LabelMeaning,
    cells: readonly GridCell[],
    index: number,
  ): { readonly value: GridCell; readonly length: number } | undefined {
    const rest = cells.slice(index + 1);
    const end = rest.findIndex((cell) => cell.text !== '' && !this.#isValue(cell));
    const stated = rest.slice(0, end < 0 ? undefined : end).filter(({ text }) => text !== '');
    const [value, ...others] = stated;
    if (value === undefined || others.length > 0) return undefined;
    const isMeant = expectsFigure(meaning) ? isFigure(value.text) : meaning === 'name' || meaning === 'code';
    return !isMeant ? undefined : { value, length: cells.indexOf(value) - index + 1 };
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
    const name = readDepartmentName(cell.text, this.#record.departmentCode);
    const unit = readUnit(cell.text);
    if (labelKey(cell.text) === '') this.#refuseOther(cell.text, cell);
    if (unit !== undefined) {
      this.#takeUnit(unit, cell);
      if (inline?.meaning === 'unit' || labelKey(cell.text) === '') {
        this.#view.use(cell);
        return 1;
      }
    }
    if (inline !== undefined) {
      this.#view.use(cell);
      this.#place(inline.meaning, cell, { ...cell, text: inline.value });
      return 1;
    }
    // A row of nothing but labels with their values: `实施单位：甲` beside `项目属性：乙`.
    const [, label, said] = OWN_PAIR.exec(cell.text) ?? [];
    const isRowOfPairs = cells.length > 1 && cells.every(({ text }) => text === '' || OWN_PAIR.test(text));
    if (label !== undefined && said !== undefined && isRowOfPairs) {
      this.#view.use(cell);
      addAdditional(this.#record, label, { ...cell, text: said });
      return 1;
    }
    if (beside !== undefined && (this.#isValue(beside) || cells.length === 2)) {
      this.#view.use(cell, beside);
      addAdditional(this.#record, cell.text, beside);
      return 2;
    }
    const group = this.#view.above(cell.row).find(({ column }) => column < cell.column);
    const isAlone = next === undefined && group !== undefined;
    // A label over the labels beside it.
    if (beside !== undefined && index === 0 && !isFigure(cell.text)) this.#view.leaveOut(LABEL_ALONE, [cell]);
    else if (name.code !== undefined && [undefined, name.name].includes(this.#record.department?.name)) {
      this.#place('department', cell, cell);
    } else if (isAlone) {
      this.#view.use(cell);
      addAdditional(this.#record, group.text, cell);
    } else if (/[（(]\d+分?[）)]$/.test(cell.text)) {
      // Points for how the budget is carried out, with no box of their own: `执行率分值（10）`.
      this.#view.leaveOut(LABEL_ALONE, [cell]);
    }
    return 1;
  }

  #isPurpose(group: GridCell, cell: GridCell): boolean {
    return labelKey(group.text).includes('用途') && this.#view.in(cell.row).length === 1;
  }

  #place(meaning: LabelMeaning, label: GridCell, value: GridCell): void {
    const record = this.#record;
    const { text } = value;
    this.#view.use(value);
    if (
      meaning === 'name' &&
      this.#name !== undefined &&
      nameRank(this.#name.label.text) < nameRank(label.text)
    ) {
      // The project that this one is a part of was named first.
      addAdditional(record, this.#name.label.text, this.#name.value);
      record.name = '';
    }
    if (meaning === 'code' || meaning === 'name' || meaning === 'purpose') {
      const plain = meaning === 'code' ? text.replace(/\s+/g, '') : text;
      // What the form says a second time in other words is said beside the first.
      if (record[meaning] !== '' && plain !== record[meaning]) addAdditional(record, label.text, value);
      else {
        record[meaning] = plain;
        if (meaning === 'name') this.#name = { label, value };
        this.#note([L[meaning]], value);
        if (meaning === 'code') record.codeDigitsLost = value.digitsLost === true;
      }
    } else if (meaning === 'department') this.#placeDepartment(label, value);
    else if (meaning === 'departmentCode') record.departmentCode = text.replace(/\s+/g, '') || undefined;
    else if (meaning === 'year') record.year = Number(/20\d\d/.exec(text)?.[0]) || record.year;
    else if (meaning === 'unit') this.#placeUnit(label, value);
    else if (meaning === 'goals') this.#placeGoals(label, value);
    else if (meaning === 'wholeTotal' || isAmount(meaning)) this.#placeAmount(meaning, label, value);
    else if (meaning !== 'sequence') addAdditional(record, label.text, value);
  }

  #note(path: ValuePath, { origin }: GridCell): void {
    noteOrigin(this.#record, path, origin);
  }

  #placeUnit(label: GridCell, value: GridCell): void {
    const { origin } = label;
    const { text } = value;
    if (text === '') return;
    const unit = readUnit(`单位：${text}`);
    if (this.#refuseOther(`单位：${text}`, { origin })) return;
    if (unit !== undefined) this.#takeUnit(unit, { origin });
    else if (this.#record.unit !== undefined) addAdditional(this.#record, label.text, value);
    else this.#record.unreadUnit = { origin, message: `读不出金额单位“${text}”` };
  }

  #refuseOther(text: string, { origin }: Pick<GridCell, 'origin'>): boolean {
    const unit = otherUnit(text);
    if (unit !== undefined) this.#record.unreadUnit = refuseUnit(unit, origin);
    return unit !== undefined;
  }

  /** The unit that a label of the form names; two that differ are a question to the editor. */
  #takeUnit(unit: MoneyUnit, { origin }: Pick<GridCell, 'origin'>): void {
    if (this.#unit !== undefined && this.#unit !== unit) {
      this.#record.unreadUnit = twoUnits(origin, this.#unit, unit);
    }
    this.#unit = unit;
    this.#record.unit = unit;
  }

  /**
   * The department is the unit whose budget it is, else the one in charge, else the one that filled in the form; what
   * a form names besides is said beside it.
   */
  #placeDepartment(label: GridCell, value: GridCell): void {
    const record = this.#record;
    const { text } = value;
    if (text === '') return;
    // Where code and name have boxes of their own, the name may begin with figures: `120急救中心`.
    const rank = departmentRank(label.text);
    const isName = labelKey(label.text).endsWith('名称') && rank !== IN_CHARGE;
    const read = readDepartmentName(text, record.departmentCode);
    const own = {
      ...(isName && record.departmentCode !== undefined && read.code !== record.departmentCode
        ? { code: record.departmentCode, name: text.replace(/\s+/g, '') }
        : read),
      ...{ label: label.text, text, origin: value.origin },
    };
    const before: FormRecord['department'] =
      record.department ?? (rank === IN_CHARGE ? record.cover?.department : undefined);
    if (before === undefined || before.name === own.name) record.department ??= own;
    else if (isStated(before) && departmentRank(before.label) < rank) {
      addAdditional(record, before.label, before);
      record.department = own;
    } else addAdditional(record, own.label, own);
    this.#note([L.departmentName], value);
  }

  #placeGoals(label: GridCell, value: GridCell): void {
    if (this.#record.goals === undefined) {
      this.#record.goals = value.text;
      this.#note([L.goals], value);
    } else addAdditional(this.#record, label.text, value);
  }

  #placeShare(period: Period, label: GridCell, value: GridCell | undefined): void {
    const text = this.#share(value, label);
    const known = this.#record.plan.find((one) => one.period === period);
    if (known === undefined) {
      this.#record.plan.push({ period, text });
      this.#note([L.disbursementPlan, period], value ?? label);
    } else if (value !== undefined && known.text !== text) addAdditional(this.#record, label.text, value);
  }

  #placeAmount(meaning: BudgetField | 'wholeTotal', label: GridCell, value: GridCell): void {
    if (meaning === 'wholeTotal' || meaning === 'total') {
      this.#amounts.push({ column: label.column, whole: meaning === 'wholeTotal' });
    }
    const context = this.#amounts
      .filter(({ column }) => column <= label.column)
      .sort((a, b) => a.column - b.column)
      .at(-1);
    if (meaning === 'wholeTotal' || context?.whole === true || this.#record.budget[meaning] !== '')
      addAdditional(this.#record, label.text, value);
    else {
      this.#record.budget[meaning] = plainFigures(this.#record, value);
      this.#note([L.budget, L[meaning]], value);
    }
  }

  #share(value: GridCell | undefined, period: GridCell): string {
    if (value === undefined) return '';
    const labels = [...this.#view.above(period.row), ...this.#view.in(period.row)];
    return readShareText(this.#record, value, labels.some(statesPercent));
  }

  /** The cell right below a label that is no label itself and stands in the same columns. */
  #valueBelow(label: GridCell): GridCell | undefined {
    const row = this.#view.below(label);
    const cell = this.#view.in(row).find(({ column }) => column === label.column);
    return cell !== undefined && sameColumns(cell, label) && (cell.text === '' || this.#isValue(cell))
      ? cell
      : undefined;
  }

  /** Whether a cell is the figure of an amount whose label stands right before it. */
  #isOfAmount({ row, column, text }: GridCell): boolean {
    const before = this.#view.in(row).find((cell) => cell.column + cell.columns === column);
    const meaning = before && this.#meaning(before);
    return isFigure(text) && meaning !== undefined && expectsFigure(meaning);
  }

  /** Whether a row is a label with its value beside it, which is much wider, whatever words the value has. */
  #isPair(label: GridCell, value: GridCell): boolean {
    return label.rows === 1 && value.columns >= 3 * label.columns && this.#view.in(label.row).length === 2;
  }

  #isGoals(cell: GridCell): boolean {
    return ['goals', 'wholeGoals'].includes(this.#meaning(cell) ?? '');
  }

  #isValue(cell: GridCell): boolean {
    return cell.text !== '' && this.#meaning(cell) === undefined && this.#period(cell) === undefined;
  }

  /**
   * The month-end that a cell of the plan's labels names. Elsewhere, as beside `完成时间`, the same words are a value:
   * so the plan's label must stand beside or above, or several month-ends and nothing else.
   */
  #period(cell: GridCell): Period | undefined {
    const period = readPeriod(cell.text);
    if (period === undefined) return undefined;
    const isPlan = (one: GridCell) => this.#meaning(one) === 'plan';
    const own = this.#view.in(cell.row);
    const over = this.#view.rows.filter((one) => one < cell.row).at(-1);
    const above = over === undefined ? undefined : this.#view.at(over, cell.column);
    if ([...this.#view.above(cell.row), ...own].some(isPlan) || (above !== undefined && isPlan(above)))
      return period;
    const others = own.filter(({ text }) => text !== '' && !isFigure(text) && readPeriod(text) === undefined);
    const isAmong = own.filter(({ text }) => readPeriod(text) !== undefined).length > 1;
    return isAmong && others.every((other) => other === own[0]) ? period : undefined;
  }

  #meaning(cell: GridCell): LabelMeaning | undefined {
    // A label with a dash behind it has its value: `其他资金：-`.
    if (/[：:]\s*[-—–…/]+$/.test(cell.text)) return undefined;
    return headMeaning(cell.text, this.#words);
  }
}
