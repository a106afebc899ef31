import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { titleOf } from '../descriptions/about-data.ts';
import { FORMAT_VERSION } from '../descriptions/format-version.ts';
import { typeWords, type OpenData } from '../table.ts';
import { TABLES } from '../tables.ts';
import { databaseColumns, tableName } from './database-table.ts';
import { loadSqlite } from './quiet-sqlite.ts';
import { createIndexes, createTable } from './schema.ts';
import { VIEWS } from './views.ts';

/** How much is read at once, in bytes. */
const PIECE = 1 << 20;

/**
 * All tables as one SQLite database, whose bytes are given when it is whole: SQLite writes into a file that it goes
 * back to, so it is made in a folder of its own that is removed then. The same content gives the same bytes.
 */
export function* writeDatabase(data: OpenData): Generator<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-data-'));
  try {
    const file = join(folder, 'data.sqlite');
    const { DatabaseSync } = loadSqlite();
    // All rows are there in the end, in whichever order; tests check that every reference leads to one.
    const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    try {
      fill(database, data);
    } finally {
      database.close();
    }
    yield* piecesOf(file);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function* piecesOf(file: string): Generator<Uint8Array> {
  const opened = openSync(file, 'r');
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const length = readSync(opened, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(opened);
  }
}

function fill(database: DatabaseSync, data: OpenData): void {
  // Nothing is lost where it fails, and what memory held before is in no unused part of the file.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON; BEGIN;');
  for (const table of TABLES) {
    database.exec(createTable(table));
    const columns = databaseColumns(table);
    const add = adder(database, tableName(table.name), columns.length);
    for (const row of table.rowsOf(data.site.departments, data))
      add(columns.map(({ place, toValue }) => toValue(row[place])));
  }
  explain(database, data);
  for (const sql of createIndexes()) database.exec(sql);
  for (const { name, sql } of VIEWS) database.exec(`CREATE VIEW ${name} AS\n${sql};`);
  database.exec('COMMIT;');
}

function adder(
  database: DatabaseSync,
  table: string,
  columns: number,
): (row: readonly SQLInputValue[]) => void {
  const marks = Array.from({ length: columns }, () => '?').join(', ');
  const statement = database.prepare(`INSERT INTO ${table} VALUES (${marks})`);
  return (row) => {
    statement.run(...row);
  };
}

/** What the database is, and what its tables and columns mean, as tables of its own. */
function explain(database: DatabaseSync, { site, addressOf }: OpenData): void {
  const { settings } = site;
  const explain = (
    table: string,
    columns: readonly string[],
    rows: readonly (readonly SQLInputValue[])[],
  ) => {
    database.exec(`CREATE TABLE ${table} (${columns.map((name) => `"${name}"`).join(', ')});`);
    rows.forEach(adder(database, table, columns.length));
  };
  explain(
    'meta',
    ['name', 'title', 'value'],
    [
      ['title', '名称', titleOf(settings)],
      ['publisher', '发布机构', settings.publisher],
      ['nature', '站点性质', settings.nature],
      ['address', '网址', addressOf('')],
      ['licence', '许可', settings.licence.name],
      ['licenceAddress', '许可全文', settings.licence.address],
      ['formatVersion', '数据格式版本', FORMAT_VERSION],
      ['smallestUnit', 'MicroYuan各栏的单位', '0.000001元'],
    ],
  );
  explain(
    'tables',
    ['name', 'type', 'title', 'description', 'key'],
    [
      ...TABLES.map(({ name, title, description, key }) => [
        ...[tableName(name), 'table', title, description, key.join(', ')],
      ]),
      ...VIEWS.map(({ name, title, description }) => [name, 'view', title, description, null]),
    ],
  );
  explain(
    'columns',
    ['tableName', 'name', 'header', 'type', 'typeWords', 'unit', 'description', 'example', 'required'],
    TABLES.flatMap((table) =>
      databaseColumns(table).map((column) => [
        ...[tableName(table.name), column.name, column.header, column.type, typeWords(column)],
        ...[
          column.unit ?? null,
          column.description,
          column.example ?? null,
          Number(column.required === true),
        ],
      ]),
    ),
  );
}
