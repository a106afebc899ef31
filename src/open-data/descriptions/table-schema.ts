import type { Column, ColumnType, OpenData, Table } from '../table.ts';
import { tableNamed } from '../tables.ts';
import { exampleOf, isWhole, meaningOf, patternOf } from './about-data.ts';

/**
 * A table in the words of Table Schema (Data Package 2.0). Fields have the names of the CSV's headings, because programs
 * compare them; `englishName` is what JSON, databases and CSV on the Web call them.
 */
export function tableSchema(table: Table, data: OpenData): object {
  const { columns, key, references } = table;
  const headings = (names: readonly string[], of: Table = table) =>
    names.map((name) => of.columns.find((column) => column.name === name)?.header ?? name);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map((column) => fieldOf(column, table, data)),
    ...extraFields(table),
    missingValues: [''],
    primaryKey: headings(key),
    ...(references.length === 0
      ? {}
      : {
          foreignKeys: references.map((one) => {
            const other = tableNamed(one.table);
            return {
              fields: headings(one.columns),
              reference: { resource: other.name, fields: headings(other.key, other) },
            };
          }),
        }),
  };
}

function fieldOf(column: Column, table: Table, data: OpenData): object {
  const { name, header, type, unit, required, values, columnType } = column;
  const example = exampleOf(column, data);
  const pattern = values === undefined ? patternOf(column) : undefined;
  const constraints = {
    ...(required === undefined ? {} : { required }),
    ...(values === undefined ? {} : { enum: values }),
    ...(pattern === undefined ? {} : { pattern }),
  };
  return {
    name: header,
    title: header,
    englishName: name,
    description: meaningOf(column),
    ...TYPES[type],
    ...(type === 'address' && isWhole(data.addressOf('')) ? { format: 'uri' } : {}),
    // A text, as the standard's profile wants it; programs do not take off the sign that `bareNumber` allows here.
    ...(example === undefined ? {} : { example: type === 'share' ? example.replace('%', '') : example }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
    ...(unit === undefined ? {} : { unit }),
    ...(columnType === undefined ? {} : measured(columnType, header, table)),
  };
}

/** What the types of columns are there; a share has its sign in the file, which is no part of the number. */
const TYPES: Readonly<Record<ColumnType, object>> = {
  text: { type: 'string' },
  code: { type: 'string' },
  decimal: { type: 'number' },
  share: { type: 'number', bareNumber: false, unit: '%' },
  integer: { type: 'integer' },
  date: { type: 'date', format: 'default' },
  boolean: { type: 'boolean', trueValues: ['是'], falseValues: ['否'] },
  address: { type: 'string' },
};

/**
 * The rest is for programs that read budgets of many countries.
 *
 * Source: Fiscal Data Package 1.0-rc.1: `columnType` names a column's concept; a row with several amounts is brought
 * into a row each by `normalize`; `extraFields` are the columns that are there then, or have one value throughout.
 */
const MEASURE = 'value';
const KIND = '金额的种类';

const measuresOf = ({ columns }: Table) => columns.filter(({ columnType }) => columnType === MEASURE);

const measured = (columnType: string, header: string, table: Table): object =>
  columnType === MEASURE && measuresOf(table).length > 1 ? { normalize: { [KIND]: header } } : { columnType };

function extraFields(table: Table): object {
  const measures = measuresOf(table);
  if (measures.length === 0) return {};
  const constant = (name: string, columnType: string, value: string) => ({
    ...{ name, type: 'string', columnType, constant: value },
  });
  const normalized = [
    { name: KIND, type: 'string', columnType: 'value-kind:code' },
    { name: '金额（万元）', type: 'number', columnType: MEASURE, normalizationTarget: true, unit: '万元' },
  ];
  return {
    extraFields: [
      ...(measures.length > 1 ? normalized : []),
      constant('阶段', 'phase:id', 'planned'),
      constant('阶段名称', 'phase:label', '预算和计划，不是实际支出'),
      constant('收支', 'direction', 'expenditure'),
      constant('币种', 'value-currency:code', 'CNY'),
    ],
  };
}
