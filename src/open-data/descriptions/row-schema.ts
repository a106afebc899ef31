import { jsonValue } from '../json.ts';
import type { Column, ColumnType, OpenData, Table } from '../table.ts';
import { exampleOf, meaningOf, patternOf } from './about-data.ts';

/** JSON Schemas of what the JSON files hold, for the description of the interface. */

/** Why numbers that are summed are texts. */
export const TEXT_NUMBERS = '金额和比例是文字，照十进制准确写出；JSON的数是二进制的，可能带来误差。';

/** A row of a table. */
export const rowSchema = ({ title, columns }: Table, data: OpenData): object => ({
  type: 'object',
  title: `${title}：一行`,
  properties: Object.fromEntries(columns.map((column) => [column.name, valueSchema(column, data)])),
  required: columns.map(({ name }) => name),
  additionalProperties: false,
});

function valueSchema(column: Column, data: OpenData): object {
  const example = exampleOf(column, data);
  const { type, header, required, values } = column;
  const { type: jsonType, ...rest } = VALUES[type];
  const pattern = values === undefined ? patternOf(column) : undefined;
  return {
    title: header,
    description: meaningOf(column),
    type: required === undefined ? [jsonType, 'null'] : jsonType,
    ...rest,
    ...(values === undefined ? {} : { enum: required === undefined ? [...values, null] : values }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(example === undefined ? {} : { examples: [jsonValue(column, example)] }),
  };
}

const VALUES: Readonly<Record<ColumnType, { readonly type: string; readonly [keyword: string]: unknown }>> = {
  text: { type: 'string' },
  code: { type: 'string' },
  decimal: { type: 'string', pattern: String.raw`^-?\d+(?:\.\d+)?$` },
  share: { type: 'string', pattern: String.raw`^-?\d+(?:\.\d+)?%$` },
  integer: { type: 'integer' },
  date: { type: 'string', format: 'date' },
  boolean: { type: 'boolean' },
  address: { type: 'string', format: 'uri-reference' },
};
