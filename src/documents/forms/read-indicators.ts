import { forEachField, INDICATOR_FIELDS, type IndicatorField } from '../../model/form.ts';
import type { IndicatorTexts } from '../../model/indicator.ts';
import type { Additional } from '../../model/stated.ts';
import { LABELS as L, type Category } from '../../model/terms.ts';
import type { GridCell } from '../grid/grid.ts';
import { addLine, type FormRecord } from './form-record.ts';
import { labelKey, type LabelMeaning } from '../../model/form-words.ts';
import { categoryOf, columnMeaning, type LabelWords } from './labels.ts';
import { isFiller, type TableView } from './table-view.ts';

/** A column of a table: what it holds, where it stands, and its label as printed. */
export interface Column {
  readonly meaning: LabelMeaning | undefined;
  readonly label: string;
  readonly column: number;
  readonly columns: number;
}

/** A block of indicators: its columns, and the label that stands over or beside it. */
export interface IndicatorBlock {
  readonly label: string;
  /** The cells of its labels. */
  readonly cells: readonly GridCell[];
  readonly columns: readonly Column[];
  /** The first level of all its rows, where that stands over it: 产出指标 beside 效益指标. */
  readonly category?: string;
}

/** A block with what goes down it. */
export interface OpenBlock {
  readonly block: IndicatorBlock;
  readonly reader: IndicatorReader;
}

/**
 * The blocks of indicators that a row of labels opens: one, or the whole project's beside the year's. Empty where the
 * row is no header of indicators.
 */
export function indicatorBlocks(view: TableView, row: number, words: LabelWords): readonly IndicatorBlock[] {
  const leaves = leafLabels(view, row);
  const columns = leaves.map(({ text, column, columns }): Column => {
    const meaning = columnMeaning(text, words);
    return { meaning, label: text.replace(/\s+/g, ''), column, columns };
  });
  const has = (meaning: LabelMeaning) => columns.some((column) => column.meaning === meaning);
  if (!has('indicatorName') || !(has('target') || has('kind') || has('category'))) return [];
  const names = columns.filter(({ meaning }) => meaning === 'indicatorName');
  const cells = [...view.in(row), ...leaves];
  if (names.length === 1) {
    const over = blockLabel(view, row, columns[0]?.column ?? 0);
    const own = columns.map((column) => onlyOne(column, columns));
    return [{ label: labelText(over), cells: over === undefined ? cells : [over, ...cells], columns: own }];
  }
  // Side by side: a block begins where a column comes back; what stands only once, such as 一级指标, is of each.
  const blocks: Column[][] = [[]];
  for (const column of columns) {
    const seen = blocks.at(-1)?.some(({ meaning }) => meaning !== undefined && meaning === column.meaning);
    if (seen === true) blocks.push([column]);
    else blocks.at(-1)?.push(column);
  }
  const [first = []] = blocks;
  return blocks.map((block) => {
    const shared = first.filter(
      ({ meaning }) => isLevel(meaning) && !block.some((own) => own.meaning === meaning),
    );
    const top = leaves.find(
      ({ column }) => column === block.find(({ meaning }) => meaning !== undefined)?.column,
    );
    const group = top && top.row > row ? cellAbove(view, top) : undefined;
    const category = categoryOf(labelText(group));
    const over = group ?? labelOver(view, row, block[0]);
    return {
      ...(category === undefined ? {} : { category }),
      label: labelText(over) || MULTI_YEAR,
      cells: over === undefined ? cells : [over, ...cells],
      columns: [...shared, ...block],
    };
  });
}

/** Of several columns of one meaning the year's is meant, or the first behind the indicator's name: `指标值（全年）`. */
function onlyOne(column: Column, columns: readonly Column[]): Column {
  const { meaning } = column;
  const same = columns.filter((one) => meaning !== undefined && one.meaning === meaning);
  if (same.length < 2) return column;
  const name = columns.find((one) => one.meaning === 'indicatorName')?.column ?? 0;
  const meant =
    same.find((one) => /全年|年度|当年|本年|预计|预期/.test(one.label)) ??
    same.find((one) => one.column >= name) ??
    same[0];
  return column === meant ? column : { ...column, meaning: undefined };
}

const isLevel = (meaning: LabelMeaning | undefined) => meaning === 'category' || meaning === 'kind';

/** What stands beside a block, or in a row of its own right above: `年度绩效指标`. */
function blockLabel(view: TableView, row: number, column: number): GridCell | undefined {
  const beside = [...view.above(row), ...view.in(row)].filter(
    (cell) => cell.column < column && cell.rows > 1 && cell.text !== '',
  );
  const before = view.rows.filter((one) => one < row).at(-1);
  const over = before === undefined ? [] : view.in(before);
  const alone = over.length === 1 && over[0]?.rows === 1 ? over : [];
  return beside.at(-1) ?? alone[0];
}

const labelText = (cell: GridCell | undefined) => cell?.text.replace(/\s+/g, '') ?? '';

/** What the whole project's block is called where the form has no label over it. */
const MULTI_YEAR = '中期绩效指标';

/** What stands right above a cell. */
function cellAbove(view: TableView, { row, column }: Pick<GridCell, 'row' | 'column'>): GridCell | undefined {
  const before = view.rows.filter((one) => one < row).at(-1);
  return before === undefined ? undefined : view.at(before, column);
}

/** The label of several columns above a block's first. */
function labelOver(view: TableView, row: number, first: Column | undefined): GridCell | undefined {
  const cell = first && cellAbove(view, { row, column: first.column });
  // What stands there may be the text of a goal.
  return cell !== undefined && /^[^\d。；]{2,20}指标/.test(labelText(cell)) ? cell : undefined;
}

/** Whether a label speaks of the whole project's time and not of the year: `中期绩效指标`, but not `年度总体目标`. */
export function isMultiYear(label: string): boolean {
  return /中期|长期|实施期|总体/.test(label) && !/年度|本年|当年/.test(label);
}

/** The lowest row of labels that a row begins: where one of its cells spans several rows, others are split below. */
export function leafLabels(view: TableView, row: number): readonly GridCell[] {
  const end = headerEnd(view, row);
  // What is taller than the other labels stands beside the table.
  const cells = view.in(row);
  const height = Math.max(end - row, Math.min(...cells.map(({ rows }) => rows)));
  return cells
    .filter(({ rows }) => rows <= height)
    .flatMap((cell): readonly GridCell[] => {
      if (view.below(cell) >= end) return [cell];
      const split = view.rows
        .filter((below) => below > row && below < end)
        .flatMap((below) => view.in(below))
        .filter((leaf) => leaf.column >= cell.column && leaf.column < cell.column + cell.columns)
        .filter((leaf) => view.below(leaf) >= end || view.at(view.below(leaf), leaf.column) === undefined);
      return split.length > 0 ? split : [cell];
    });
}

/** Labels over columns take no more rows. */
const MOST_LABEL_ROWS = 3;

/**
 * The row below the labels that begin in a row: several rows where one of them is split below. A label at the left that
 * goes down beside the table is none of them.
 */
export function headerEnd(view: TableView, row: number): number {
  const labels = view.in(row).filter(({ rows }) => rows <= MOST_LABEL_ROWS);
  const tallest = Math.max(1, ...labels.map(({ rows }) => rows));
  const isSplit = labels.some(
    (label) =>
      label.columns > 1 &&
      label.rows < tallest &&
      view
        .in(view.below(label))
        .filter(({ column }) => column >= label.column && column < label.column + label.columns).length > 1,
  );
  return row + (isSplit ? tallest : 1);
}

/** A row of indicators with what it states, its levels completed from above. */
export interface IndicatorRow {
  readonly category: Category | undefined;
  /** The first level as printed, without points. */
  readonly categoryText: string;
  readonly texts: IndicatorTexts;
  /** Where each of its texts stands. */
  readonly origins: Readonly<Record<IndicatorField, string>>;
}

/** A row as one line: first level, second, third, value. */
const lineOf = ({ categoryText, texts }: IndicatorRow): string =>
  [categoryText, texts.kind, texts.name, texts.target].join(' | ');

/** What a row states besides, each with its label. */
function besides({ texts }: IndicatorRow): readonly string[] {
  const fields = INDICATOR_FIELDS.filter(({ name }) => !['kind', 'name', 'target'].includes(name));
  const own = fields.map(({ name, label }) => ({ label, text: texts[name] ?? '' }));
  return [...own, ...(texts.additional ?? [])].flatMap(({ label, text }) =>
    text === '' ? [] : [`${label}：${text}`],
  );
}

/** Goes down a table of indicators and completes the levels of each row. */
export class IndicatorReader {
  readonly #view: TableView;
  readonly #columns: readonly Column[];
  readonly #fixed: string;
  #category: string;
  #kind = '';

  /** @param before the reader of the table before, where this one goes on with its rows. */
  constructor(view: TableView, { columns, category = '' }: IndicatorBlock, before?: IndicatorReader) {
    this.#view = view;
    this.#columns = columns;
    this.#fixed = category;
    this.#category = category;
    if (before !== undefined) [this.#category, this.#kind] = [before.#category, before.#kind];
  }

  /** Forgets the levels above: the next row begins another project. */
  restart(): void {
    [this.#category, this.#kind] = [this.#fixed, ''];
  }

  /** A row; undefined where it holds nothing, template dots, numbers of columns, or a sum. */
  read(row: number): IndicatorRow | undefined {
    const texts = this.#columns.map((column) => ({ column, text: this.#text(row, column) }));
    const place = (meaning: LabelMeaning) => texts.find(({ column }) => column.meaning === meaning);
    const of = (meaning: LabelMeaning) => place(meaning)?.text ?? '';
    const cells = this.#columns.map(({ column }) => this.#view.at(row, column));
    const category = levelName(of('category'));
    if (category !== '' && category !== this.#category) [this.#category, this.#kind] = [category, ''];
    // A cell over several levels states the first of them; over the second and third, the indicator.
    const [ofCategory, ofKind, ofName] = (['category', 'kind', 'indicatorName'] as const).map((level) =>
      this.#cellOf(row, level),
    );
    const isWide = ofKind !== undefined && (ofKind === ofCategory || ofKind === ofName);
    const kind = isWide ? '' : levelName(of('kind'));
    if (kind !== '' || isWide || this.#isBlankKind(row)) this.#kind = kind;
    const rest = texts.filter(({ column: { meaning } }) => !isLevel(meaning));
    const own = cells.map((cell) => (cell?.row === row ? cell : undefined));
    const isBlank = rest.every(({ text }) => isFiller(text));
    if (isBlank || isColumnNumbers(texts.map(({ text }) => text)) || isSum(texts[0]?.text ?? '')) {
      const levels = own.filter((_, place) => isBlank && isLevel(this.#columns[place]?.meaning));
      this.#view.use(...levels);
      this.#view.leaveOut(
        isBlank ? '空白行' : '栏次或合计',
        own.flatMap((cell) => cell ?? []),
      );
      return undefined;
    }
    // What stands under no label is the row's number, or is not understood.
    const isMeant = (cell: GridCell | undefined, place: number) =>
      this.#columns[place]?.label !== '' || /^\d{1,4}$/.test(cell?.text ?? '');
    this.#view.use(...cells.filter(isMeant));
    const [comparator, measure] = [of('comparator'), of('measure')];
    const isWord = comparator !== '' && !/^[≥≤><=＞＜＝≧≦±≈]+$/.test(comparator);
    const additional: Additional[] = texts
      .filter(({ column, text }) => text !== '' && isUnplaced(column, isWord))
      .map(({ column, text }) => ({ label: column.label, text }));
    const fields = forEachField(INDICATOR_FIELDS, ({ name }): string => {
      if (name === 'kind') return this.#kind;
      if (name === 'target') return `${isWord ? '' : comparator}${of('target')}${measure}`;
      return of(name === 'name' ? 'indicatorName' : (name satisfies IndicatorField));
    });
    return {
      category: categoryOf(this.#category),
      categoryText: this.#category,
      texts: additional.length === 0 ? fields : { ...fields, additional },
      origins: forEachField(INDICATOR_FIELDS, ({ name }) => {
        const column =
          place(name === 'name' ? 'indicatorName' : name)?.column ?? place('indicatorName')?.column;
        const cell = column && this.#view.at(row, column.column);
        return (cell ?? own.find(Boolean))?.origin ?? '';
      }),
    };
  }

  /** Whether a row belongs to the table: what stands in its first column is a first level, blank, or merged. */
  goesOn(row: number): boolean {
    const first = this.#columns.find(({ meaning }) => isLevel(meaning));
    if (first === undefined) return true;
    const cell = this.#view.at(row, first.column);
    if (cell === undefined || cell.row < row || cell.text === '' || isSum(cell.text)) return true;
    // A label with a text over all columns is the next part of the form: `其他说明`.
    const [name, target] = (['indicatorName', 'target'] as const).map((meaning) =>
      this.#cellOf(row, meaning),
    );
    if (name !== undefined && name === target && name.row === row && name !== cell) return false;
    return cell.column >= first.column && cell.columns <= Math.max(first.columns, 1) + 1;
  }

  /**
   * Whether the second level is left blank. A blank below a level means the same level; but our own forms, which merge
   * the first level over its rows, say the second in each.
   */
  #isBlankKind(row: number): boolean {
    if (!this.#view.hasOwnForms) return false;
    const [category, kind] = (['category', 'kind'] as const).map((level) => this.#cellOf(row, level));
    if (category === undefined || category.row === row) return false;
    // In a sheet a blank box may be no cell at all.
    return kind === undefined || (kind.row === row && kind.text === '');
  }

  #cellOf(row: number, meaning: LabelMeaning): GridCell | undefined {
    const column = this.#columns.find((one) => one.meaning === meaning);
    return column === undefined ? undefined : this.#view.at(row, column.column);
  }

  #text(row: number, column: Column): string {
    const cell = this.#view.at(row, column.column);
    if (cell === undefined) return '';
    // A text merged over several rows is of each row where it names a level, and of the first otherwise.
    return cell.row === row || isLevel(column.meaning) ? cell.text : '';
  }
}

/**
 * Reads a row into a record. Of blocks side by side the last is the year's, and a block of the whole project's time is
 * said beside; blocks under their first levels are all the year's.
 */
export function readIndicators(record: FormRecord, row: number, blocks: readonly OpenBlock[]): void {
  blocks.forEach(({ block, reader }, index) => {
    const read = reader.read(row);
    if (read === undefined) return;
    const { category, texts, origins } = read;
    const isYears =
      block.category !== undefined ||
      (blocks.length > 1 ? index === blocks.length - 1 : !isMultiYear(block.label));
    if (isYears && category !== undefined) record.rows.push({ category, texts, origins });
    else if (isYears)
      addLine(record, '其他指标', [lineOf(read).trim(), ...besides(read)].join(' | '), origins.name);
    else {
      addLine(record, block.label, lineOf(read), origins.name);
      for (const text of besides(read)) {
        record.remarks.push({ origin: origins.name, message: `“${text}”没有写入“${block.label}”` });
      }
    }
  });
}

function isUnplaced({ meaning, label }: Column, comparatorIsWord: boolean): boolean {
  // The number of a row is no part of what it says.
  if (label === '' || labelKey(label) === L.sequence) return false;
  return meaning === undefined || (meaning === 'comparator' && comparatorIsWord);
}

/** The name of a level without blanks, and without the points that some forms set behind it: `产出指标(50分)`. */
function levelName(text: string): string {
  const plain = text.replace(/\s+/g, '');
  return isFiller(plain) ? '' : plain.replace(/[（(]\d+(?:\.\d+)?(?:分|%|％)?[）)]$/, '');
}

/** `1 2 3 4 …`: the numbers of the columns below their labels. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  const stated = texts.filter((text) => text !== '');
  return (
    stated.length > 2 &&
    stated.every((text, index) => {
      const number = /^(?:栏次|\(?(\d{1,2})\)?(?:=.*)?)$/.exec(text.normalize('NFKC'));
      return number !== null && (number[1] === undefined || Number(number[1]) - index <= 1);
    })
  );
}

/** `合计`, `总  计`: a row that adds up others. */
export function isSum(text: string): boolean {
  return /^(?:合计|总计|小计|共计|本页小计|累计)$/.test(labelKey(text));
}
