import type { Scope } from '../scope.ts';
import type { Column, ColumnType, TableData, Table } from '../table.ts';
import { tableNamed } from '../tables.ts';
import { meaningOf, patternOf, READING_NOTES, sourcesOf } from './about-data.ts';
import type { CsvColumn, CsvFile } from './csv-metadata.ts';

/** A table of the open data as one of its CSV files. */
export function csvFileOf(table: Table, scope: Scope, data: TableData, notes = READING_NOTES): CsvFile {
  return {
    url: `${table.name}.csv`,
    title: `${table.title}（${scope.title}）`,
    description: [table.description, ...notes].join('\n'),
    sources: sourcesOf(scope.departments, data).map(({ title }) => title),
    columns: table.columns.map(csvColumn),
    key: table.key,
    references: table.references.map(({ columns, table: name }) => ({
      columns,
      file: csvFileOf(tableNamed(name), scope, data, []),
    })),
  };
}

function csvColumn(column: Column): CsvColumn {
  const { name, header, unit, required } = column;
  return {
    name,
    titles: header,
    'dc:description': meaningOf(column),
    datatype: DATATYPES[column.type](column),
    ...(required === undefined ? { null: '' } : { required }),
    ...(unit === undefined ? {} : { 'schema:unitText': unit }),
  };
}

const textual = (column: Column): string | object => {
  const format = patternOf(column);
  return format === undefined ? 'string' : { base: 'string', format };
};

/** The datatypes of columns; a decimal may have a sign of percentage, which counts. */
const DATATYPES: Readonly<Record<ColumnType, (column: Column) => string | object>> = {
  text: textual,
  code: textual,
  decimal: () => 'decimal',
  share: () => 'decimal',
  integer: () => 'integer',
  date: () => ({ base: 'date', format: 'yyyy-MM-dd' }),
  boolean: () => ({ base: 'boolean', format: '是|否' }),
  address: () => 'anyURI',
};
