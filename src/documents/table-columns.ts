import { nearestWord } from '../files/nearest-word.ts';
import type { IndicatorField } from '../model/form.ts';
import { KINDS } from '../model/terms.ts';
import { labelKey } from '../model/form-words.ts';
import { categoryOf, columnMeaning, columnWords, labelWords } from './forms/labels.ts';
import type { TableRow } from './pasted-table.ts';

/** What stands in a column of the table: a field of the form, or a part of 指标值. */
export type Column = 'category' | IndicatorField | 'comparator' | 'unit';

const WORDS = labelWords();

/** The signs and words that compare. */
export const COMPARATOR =
  /^(?:[≥≤><=＞＜＝≧≦]|>=|<=|(?:大于|小于|等于|大于等于|小于等于|不低于|不高于|不少于|不超过))$/;

/** What the columns hold where no header says it, by how many stand behind 二级指标; 3 columns may be several things. */
const WITHOUT_HEADER: Readonly<Record<number, readonly Column[]>> = {
  2: ['name', 'target'],
  4: ['name', 'description', 'target', 'basis'],
};

/** Stops at what no column can be given. */
export class Unplaced extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/**
 * Which column holds what, and the rows below the header.
 *
 * @throws Unplaced where a column cannot be told.
 */
export function placeColumns(table: readonly TableRow[]): {
  columns: readonly (Column | undefined)[];
  body: readonly TableRow[];
} {
  const [first] = table;
  if (first === undefined) throw new Unplaced(1, '没有读到任何内容');
  if (table.every((row) => row.length === 1)) {
    throw new Unplaced(
      first[0]?.line ?? 1,
      '没有制表符，分不清各列；请在 Excel 中选中整块表格复制，或另存为“文本文件（制表符分隔）”',
    );
  }
  const isHeader = (row: TableRow) => row.filter(({ text }) => columnOf(text) !== undefined).length > 1;
  const header = table.find(isHeader);
  if (header === undefined) return { columns: columnsByContent(table), body: table };
  const above = table[table.indexOf(header) - 1]?.find(({ text }) => text !== '');
  if (above !== undefined)
    throw new Unplaced(above.line, `表头上面的“${above.text}”放不进表格，请只复制表头和它下面的各行`);
  if (!header.some(({ text }) => columnOf(text) === 'name')) {
    throw new Unplaced(header[0]?.line ?? 1, '表头里没有“三级指标”这一列');
  }
  const columns = header.map(({ text, line }, place) =>
    isUsed(table, place) ? headedColumn(text, line, place) : undefined,
  );
  const twice = columns.findIndex((column, place) => column !== undefined && columns.indexOf(column) < place);
  if (twice >= 0) {
    const [one, other] = [columns.indexOf(columns[twice]) + 1, twice + 1];
    throw new Unplaced(
      header[0]?.line ?? 1,
      `第${String(one)}列和第${String(other)}列是同一栏“${header[twice]?.text ?? ''}”，请删去一列`,
    );
  }
  return {
    columns,
    // A long table repeats its header on each page.
    body: table.filter((row) => !isHeader(row)),
  };
}

function columnOf(heading: string): Column | undefined {
  const meaning = columnMeaning(heading, WORDS);
  if (meaning === 'indicatorName') return 'name';
  if (meaning === 'measure') return 'unit';
  return meaning as Column | undefined;
}

function headedColumn(text: string, line: number, place: number): Column {
  const column = columnOf(text);
  if (column !== undefined) return column;
  const near = nearestWord(text, columnWords());
  throw new Unplaced(
    line,
    `第${String(place + 1)}列的列名“${text}”不认识${near === undefined ? '；不需要的列请先删去' : `，是不是“${near}”`}`,
  );
}

/** Whether a column has any text. */
function isUsed(table: readonly TableRow[], place: number): boolean {
  return table.some((row) => (row[place]?.text ?? '') !== '');
}

/** Places the columns of a table without header by what stands in them and by the order of the form. */
function columnsByContent(table: readonly TableRow[]): readonly (Column | undefined)[] {
  const width = Math.max(...table.map((row) => row.length));
  const used = Array.from({ length: width }, (_, place) => place).filter((place) => isUsed(table, place));
  const holdOnly = (place: number | undefined, is: (text: string) => boolean) =>
    place !== undefined &&
    table.every((row) => (row[place]?.text ?? '') === '' || is(row[place]?.text ?? ''));
  const hasCategory = holdOnly(used[0], (text) => categoryOf(text) !== undefined);
  const line = table[0]?.[0]?.line ?? 1;
  if (!hasCategory && !holdOnly(used[0], (text) => kindOf(text) !== undefined)) {
    throw new Unplaced(line, '没有表头，第1列又不全是一级指标或二级指标；请连同表头一起复制，程序按表头认列');
  }
  const rest = used.slice(hasCategory ? 2 : 1);
  const sign = rest.findIndex((place) => holdOnly(place, (text) => COMPARATOR.test(text)));
  const fields = sign < 0 ? WITHOUT_HEADER[rest.length] : aroundSign(sign, rest.length);
  if (fields === undefined) {
    throw new Unplaced(line, `没有表头，看不出后面${String(rest.length)}列各是什么；请连同表头一起复制`);
  }
  const columns = new Map<number | undefined, Column | undefined>([
    ...rest.map((place, index) => [place, fields[index]] as const),
    [used[0], hasCategory ? 'category' : 'kind'],
    ...(hasCategory ? [[used[1], 'kind'] as const] : []),
  ]);
  return Array.from({ length: width }, (_, place) => columns.get(place));
}

/** The columns behind 二级指标 where 指标值 is parted in three, of which the first has this place. */
function aroundSign(sign: number, columns: number): readonly Column[] | undefined {
  const before: Readonly<Record<number, readonly Column[]>> = { 1: ['name'], 2: ['name', 'description'] };
  const behind: readonly (readonly Column[])[] = [[], ['basis']];
  const [own, others] = [before[sign], behind[columns - sign - 3]];
  return own && others && [...own, 'comparator', 'target', 'unit', ...others];
}

/** The second level that a text names, in the form's words. */
export function kindOf(text: string): string | undefined {
  return Object.values(KINDS)
    .flat()
    .find((kind) => kind === labelKey(text));
}
