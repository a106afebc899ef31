import type { Column, ColumnType, Table } from '../table.ts';
import { TABLES } from '../tables.ts';
import { databaseColumns, tableName } from './database-table.ts';

/**
 * A table in SQL. Systems that are in use for long have an old SQLite, which opens no file at all whose schema has a
 * word that it does not know: so no STRICT, no generated columns and no window functions.
 */
export function createTable(table: Table): string {
  const references = table.references.map(({ columns, table: other }) => {
    const { key = [] } = TABLES.find(({ name }) => name === other) ?? {};
    return `FOREIGN KEY (${names(columns)}) REFERENCES ${tableName(other)} (${names(key)})`;
  });
  const lines = [
    ...databaseColumns(table).map(columnSql),
    `PRIMARY KEY (${names(table.key)})`,
    ...references,
  ];
  return `CREATE TABLE ${tableName(table.name)} (\n  ${lines.join(',\n  ')}\n);`;
}

/** By what is asked most, beside the keys. */
const INDEXED: readonly (readonly [Table['name'], readonly string[]])[] = [
  ['projects', ['code']],
  ['projects', ['area']],
  ['indicators', ['category', 'kind']],
  ['indicators', ['targetType']],
  ['disbursement-plan', ['date']],
  ['findings', ['rule']],
];

/** The indexes, which are made more quickly when the rows are there. */
export const createIndexes = (): readonly string[] =>
  INDEXED.map(
    ([table, columns]) =>
      `CREATE INDEX ${tableName(table)}_by_${columns.join('_')} ON ${tableName(table)} (${names(columns)});`,
  );

function names(columns: readonly string[]): string {
  return columns.map((name) => `"${name}"`).join(', ');
}

function columnSql(column: Column): string {
  const isNumber = column.type === 'integer' || column.type === 'boolean';
  return [
    `"${column.name}"`,
    isNumber ? 'INTEGER' : 'TEXT',
    ...(column.required === true ? ['NOT NULL'] : []),
    ...checksOf(column).map((check) => `CHECK (${check})`),
  ].join(' ');
}

const CHECKS: Readonly<Partial<Record<ColumnType, (name: string) => string>>> = {
  integer: (name) => `typeof(${name}) IN ('integer', 'null')`,
  boolean: (name) => `${name} IN (0, 1)`,
  decimal: (name) => `${name} NOT GLOB '*[^0-9.-]*'`,
  share: (name) => `${name} GLOB '*[0-9]%' AND ${name} NOT GLOB '*[^0-9.%-]*'`,
  date: (name) => `date(${name}) = ${name}`,
};

/** What a column holds as conditions; a blank meets all, as SQL has it. */
function checksOf({ name, type, values, pattern = '' }: Column): readonly string[] {
  const own = `"${name}"`;
  const byType = CHECKS[type]?.(own);
  const [, characters, least = '', most = ''] = /^\[([^\]]+)\]\{(\d+),(\d+)\}$/.exec(pattern) ?? [];
  return [
    ...(byType === undefined ? [] : [byType]),
    ...(values === undefined ? [] : [`${own} IN (${values.map(literal).join(', ')})`]),
    ...(characters === undefined
      ? []
      : [`${own} NOT GLOB '*[^${characters}]*' AND length(${own}) BETWEEN ${least} AND ${most}`]),
  ];
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
