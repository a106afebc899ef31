import type { Note } from '../files/notes.ts';
import type { Period } from '../model/terms.ts';
import type { Department } from '../model/department.ts';
import type { Project } from '../model/project.ts';
import type { Site } from '../model/site.ts';

/**
 * The open data as tables. A column is described once; CSV, JSON, workbooks, databases and descriptions of the data are
 * all made from that.
 */

/**
 * What the texts of a column are:
 *
 * - `text`: as the source writes it, also of several lines;
 * - `code`: a name of letters and digits, never a number: `001`;
 * - `decimal`: an exact decimal number: `190.00`, `-0.5`;
 * - `share`: an exact percentage with its sign: `25%`;
 * - `integer`: `2022`; `date`: `2022-03-31`; `boolean`: `是` or `否`;
 * - `address`: of a page, whole where the site's own is known, else from the root of the host.
 */
export type ColumnType = 'text' | 'code' | 'decimal' | 'share' | 'integer' | 'date' | 'boolean' | 'address';

/** What a column says in one row: a text of its type; undefined where nothing is stated, which is not zero. */
export type Cell = string | undefined;

const TYPE_WORDS: Readonly<Record<ColumnType, string>> = {
  text: '文字',
  code: '编码，是文字',
  decimal: '数',
  share: '百分比',
  integer: '整数',
  date: '日期',
  boolean: '是或否',
  address: '网址',
};

export interface Column {
  /** In JSON and databases. */
  readonly name: string;
  /** In CSV and workbooks, in the words of the form. */
  readonly header: string;
  readonly type: ColumnType;
  /** What a number counts, where that is the same in every row. */
  readonly unit?: string;
  /** One or more plain sentences. */
  readonly description: string;
  readonly example?: string;
  /** Whether every row states it. */
  readonly required?: true;
  /** All that can stand there. */
  readonly values?: readonly string[];
  /** What every text of the column matches as a whole. */
  readonly pattern?: string;
  /** Which concept of budgets it is, by the taxonomy of Fiscal Data Package; an amount in 万元 is a `value`. */
  readonly columnType?: string;
}

/** What stands in a column: `数（万元）`. */
export const typeWords = ({ type, unit }: Pick<Column, 'type' | 'unit'>): string =>
  unit === undefined ? TYPE_WORDS[type] : `${TYPE_WORDS[type]}（${unit}）`;

/** A column with how it is read from a record; a blank text counts as not stated. */
export interface ColumnOf<Row> extends Column {
  readonly valueOf: (row: Row, data: TableData) => Cell;
}

/** What a table is called: the name of its files too. */
export type TableName =
  'projects' | 'indicators' | 'disbursement-plan' | 'results' | 'departments' | 'findings' | 'corrections';

interface TableDescription {
  readonly name: TableName;
  readonly title: string;
  readonly description: string;
  /** The columns that name a row. */
  readonly key: readonly string[];
  /** The columns that name a row of another table, whose key they are. */
  readonly references: readonly { readonly columns: readonly string[]; readonly table: TableName }[];
}

export interface Table extends TableDescription {
  readonly columns: readonly Column[];
  /** The rows of some departments, each with a cell a column; made one by one as they are asked for. */
  readonly rowsOf: (departments: readonly Department[], data: TableData) => Iterable<readonly Cell[]>;
  /** How many rows these are. */
  readonly countOf: (departments: readonly Department[], data: TableData) => number;
}

/**
 * What tables are made of beside the departments in them: nothing of other departments, so that a table is the same as
 * long as its own are.
 */
export interface TableData {
  readonly site: Pick<Site, 'settings' | 'areas'>;
  readonly notesOf: (project: Project) => readonly Note[];
  /** The month-ends that forms of a year have. */
  readonly periodsOf: (year: number) => readonly Period[];
  /** The address of a page by its path below the site's root. */
  readonly addressOf: (path: string) => string;
}

/** What the files of open data are made of. */
export interface OpenData extends TableData {
  readonly site: Site;
}

/** A table of the records that `recordsOf` gives, in this order. */
export function tableOf<Row>({
  columns,
  recordsOf,
  ...description
}: TableDescription & {
  readonly columns: readonly ColumnOf<Row>[];
  readonly recordsOf: (departments: readonly Department[], data: TableData) => Iterable<Row>;
}): Table {
  return {
    ...description,
    columns,
    *rowsOf(departments, data) {
      for (const record of recordsOf(departments, data)) {
        yield columns.map(({ valueOf }) => {
          const text = valueOf(record, data);
          return text === '' ? undefined : text;
        });
      }
    },
    countOf: (...of) => [...recordsOf(...of)].length,
  };
}
