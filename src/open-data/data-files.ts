import type { Published } from '../files/finding.ts';
import { notesByProject } from '../files/notes.ts';
import { periodsOf } from '../model/disbursement-plan.ts';
import { yearsOf } from '../model/years.ts';
import { csvLines } from './csv.ts';
import { writeDatabase } from './database/write-database.ts';
import { inPieces, measured, MEDIA_TYPES, type DataFile, type TableFile } from './data-file.ts';
import { descriptionFiles } from './descriptions/description-files.ts';
import { jsonLines } from './json.ts';
import { projectFiles } from './project-files.ts';
import { scopesOf, type Scope } from './scope.ts';
import type { Cell, OpenData, Table, TableData } from './table.ts';
import { TABLES } from './tables.ts';
import { writeDataWorkbook } from './workbook/data-workbook.ts';

/** Where the site stands. */
export interface DataPlace {
  /** The path of its root, `/` or `/budget/`. */
  readonly base: string;
  /** Its host, `https://example.gov.cn`; where it is not known, the data name pages by their paths. */
  readonly host: string | undefined;
}

/** How a table is written in each format, by the ending of its files. */
const FORMATS: Readonly<
  Record<'csv' | 'json', (table: Table, rows: Iterable<readonly Cell[]>) => Iterable<string>>
> = {
  csv: ({ columns }, rows) =>
    csvLines(
      withHead(
        columns.map(({ header }) => header),
        rows,
      ),
    ),
  json: ({ columns }, rows) => jsonLines(columns, rows),
};

const known = new WeakMap<Published, DataPlace & { readonly files: readonly DataFile[] }>();

/**
 * All files of the open data: the tables of each scope in each format and together as a workbook, all as a database, each
 * project by itself, and what describes them, last, when the sizes of the others are known. Whoever asks for those of
 * the same content gets the same list, so that what was measured or written by one is known to all.
 */
export function dataFiles(published: Published, { base, host }: DataPlace): readonly DataFile[] {
  const before = known.get(published);
  if (before?.base === base && before.host === host) return before.files;
  const files = [...filesOf(openDataOf(published, { base, host }))];
  known.set(published, { base, host, files });
  return files;
}

function* filesOf(data: OpenData): Generator<DataFile> {
  const scopes = scopesOf(data.site).map((scope) => ({ scope, madeOf: partsOf(scope, data) }));
  const tables = [...tableFiles(scopes, data)];
  yield* tables;
  // The workbook of an only year has the sheets of that of all years, which are compressed once for both.
  const [, , secondYear] = scopes.filter(({ scope }) => scope.level !== 'department');
  const kept = secondYear === undefined ? new Map(TABLES.map((table) => [table, {}])) : undefined;
  const workbooks = scopes.map(({ scope, madeOf }): DataFile => ({
    ...{ path: `${scope.folder}data.xlsx`, madeOf },
    mediaType: MEDIA_TYPES.xlsx,
    ...measured(() => writeDataWorkbook(scope, data, scope.level === 'department' ? undefined : kept)),
  }));
  yield* workbooks;
  const database: DataFile = {
    path: 'data/data.sqlite',
    mediaType: MEDIA_TYPES.sqlite,
    ...measured(() => writeDatabase(data)),
  };
  yield database;
  for (const { scope, madeOf } of scopes) {
    if (scope.level !== 'department') continue;
    for (const department of scope.departments)
      for (const file of projectFiles(department, data)) yield { ...file, madeOf };
  }
  yield* descriptionFiles(data, tables, [...workbooks.slice(0, 1), database]);
}

interface MadeScope {
  readonly scope: Scope;
  readonly madeOf: object;
}

/** All that the tables of a scope are made of. */
const partsOf = (scope: Scope, { notesOf, periodsOf, site: { settings, areas } }: TableData): object => [
  scope,
  scope.departments.map(({ year, projects }) => [periodsOf(year), projects.map(notesOf)]),
  ...[settings, areas],
];

function* tableFiles(scopes: readonly MadeScope[], data: TableData): Generator<TableFile> {
  for (const { scope, madeOf } of scopes) {
    for (const table of TABLES) {
      for (const format of ['csv', 'json'] as const) {
        yield {
          ...{ table: table.name, format, scope, madeOf },
          path: `${scope.folder}${table.name}.${format}`,
          mediaType: MEDIA_TYPES[format],
          ...measured(() => inPieces(FORMATS[format](table, table.rowsOf(scope.departments, data)))),
        };
      }
    }
  }
}

const PLAIN_PATH = /^[\w/#-]*$/;

/** What tables are made of, of content and the place where the site stands. */
export function openDataOf({ site, findings }: Published, { base, host }: DataPlace): OpenData {
  const notes = notesByProject(findings);
  const periods = new Map(yearsOf(site).map(({ year, projects }) => [year, periodsOf(projects)]));
  const root = base.replace(/\/*$/, '/');
  const addressOf = (path: string) =>
    host === undefined ? `${root}${path}` : new URL(`${root}${path}`, host).href;
  const whole = addressOf('');
  return {
    site,
    notesOf: (project) => notes.get(project) ?? [],
    periodsOf: (year) => periods.get(year) ?? [],
    // Each row names its page: nothing in most paths is written in another way in addresses.
    addressOf: (path) => (PLAIN_PATH.test(path) ? whole + path : addressOf(path)),
  };
}

function* withHead(head: readonly string[], rows: Iterable<readonly Cell[]>): Generator<readonly Cell[]> {
  yield head;
  yield* rows;
}
