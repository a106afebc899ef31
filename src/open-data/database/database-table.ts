import { parseDecimal, shift, trim } from '../../model/decimal.ts';
import type { Cell, Column, ColumnType, Table } from '../table.ts';

/** A column of the database: one of the open data, or the whole number beside an amount in 万元. */
export interface DatabaseColumn extends Column {
  readonly toValue: (cell: Cell) => string | number | bigint | null;
}

/** The smallest unit in which every amount of the format is whole: six places of 元. 1 万元 is 10^10 of them. */
const MICRO_YUAN = { name: '百万分之一元', placesOfWan: 10 };

/** What a database holds of a number of 64 bits. */
const MOST = 2n ** 63n - 1n;

/** The whole number for an amount in 万元; null where there is none, or none that a column holds. */
export function microYuan(wan: Cell): bigint | null {
  const amount = wan === undefined ? undefined : parseDecimal(wan);
  if (amount === undefined) return null;
  const { digits, scale } = trim(shift(amount, MICRO_YUAN.placesOfWan));
  return scale > 0 || digits > MOST || digits < -MOST ? null : digits;
}

/** The columns of a table in the database, each with the place of its cell in a row. */
export function databaseColumns({
  columns,
}: Table): readonly (DatabaseColumn & { readonly place: number })[] {
  return columns.flatMap((column, place) => {
    const own = { ...column, place, toValue: VALUES[column.type] ?? asText };
    const name = wholeAmountOf(column);
    if (name === undefined) return [own];
    const whole: DatabaseColumn = {
      name,
      header: column.header.replace('万元', MICRO_YUAN.name),
      type: 'integer',
      unit: MICRO_YUAN.name,
      description: `同“${column.header}”，以${MICRO_YUAN.name}（0.000001元）计的整数，相加没有误差；1万元是10000000000。空白表示没有，或者这个数不是整数、超过了64位。`,
      ...(column.required === true ? { required: true } : {}),
      toValue: microYuan,
    };
    return [own, { ...whole, place }];
  });
}

/** The name of the column with whole numbers beside one with amounts in 万元. */
export function wholeAmountOf({ name, type, unit }: Column): string | undefined {
  return type === 'decimal' && unit === '万元' ? `${name.replace(/Wan$/, '')}MicroYuan` : undefined;
}

const asText = (cell: Cell) => cell ?? null;

const VALUES: Readonly<Partial<Record<ColumnType, DatabaseColumn['toValue']>>> = {
  integer: (cell) => (cell === undefined ? null : Number(cell)),
  boolean: (cell) => (cell === undefined ? null : Number(cell === '是')),
};

/** The name of a table in SQL. */
export const tableName = (name: string): string => name.replaceAll('-', '_');
