import { parse } from 'csv-parse/sync';

/**
 * A Data Package as a program of others reads it: nothing is known here but `datapackage.json` and the files beside it
 * (Data Package 2.0, Table Schema 2.0).
 */

export interface Field {
  readonly name: string;
  readonly englishName: string;
  readonly type: 'string' | 'number' | 'integer' | 'date' | 'boolean';
  readonly bareNumber?: boolean;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly constraints?: {
    readonly required?: boolean;
    readonly enum?: readonly string[];
    readonly pattern?: string;
  };
  readonly unit?: string;
  readonly columnType?: string;
  readonly normalize?: Readonly<Record<string, string>>;
}

export interface Resource {
  readonly name: string;
  readonly title: string;
  readonly profile: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly dialect: {
    readonly delimiter: string;
    readonly quoteChar: string;
    readonly lineTerminator: string;
  };
  readonly schema: {
    readonly fields: readonly Field[];
    readonly missingValues: readonly string[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: string; readonly fields: readonly string[] };
    }[];
    readonly extraFields?: readonly (Pick<Field, 'name' | 'type' | 'columnType'> & {
      readonly constant?: string;
      readonly normalizationTarget?: boolean;
    })[];
  };
}

export interface Descriptor {
  readonly description: string;
  readonly version: string;
  readonly homepage?: string;
  readonly sources?: readonly { readonly title: string; readonly path?: string }[];
  readonly resources: readonly Resource[];
}

/** A row by the names of its fields; a missing value is left out. */
export type Row = ReadonlyMap<string, string>;

/** The rows of a file, as texts; what is missing by its schema is left out. */
export function readRows({ dialect, schema }: Resource, file: string): readonly Row[] {
  const [head = [], ...rows] = cellsOf(dialect, file);
  const names = schema.fields.map(({ name }) => name);
  if (JSON.stringify(head) !== JSON.stringify(names))
    throw new Error(`The headings are ${head.join(', ')}; the schema says ${names.join(', ')}.`);
  return rows.map(
    (row) =>
      new Map(
        names.flatMap((name, place) => {
          const text = row[place] ?? '';
          return schema.missingValues.includes(text) ? [] : [[name, text] as const];
        }),
      ),
  );
}

function cellsOf(dialect: Resource['dialect'], file: string): readonly (readonly string[])[] {
  return parse(file, {
    bom: true,
    delimiter: dialect.delimiter,
    quote: dialect.quoteChar,
    record_delimiter: dialect.lineTerminator,
  });
}

/** What rows have against their schema: types, constraints and keys. */
export function faultsOf(resource: Resource, rowsOf: (name: string) => readonly Row[]): readonly string[] {
  const { name, schema } = resource;
  const rows = rowsOf(name);
  const keyOf = (fields: readonly string[]) => (row: Row) =>
    JSON.stringify(fields.map((field) => row.get(field)));
  const keys = rows.map(keyOf(schema.primaryKey));
  return [
    ...rows.flatMap((row, place) =>
      schema.fields.flatMap((field) => {
        const fault = faultOf(field, row.get(field.name), schema.primaryKey.includes(field.name));
        return fault === undefined ? [] : [`${name} ${String(place + 1)} ${field.name}: ${fault}`];
      }),
    ),
    ...(new Set(keys).size === keys.length ? [] : [`${name}: rows have the same key`]),
    ...(schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const there = new Set(rowsOf(reference.resource).map(keyOf(reference.fields)));
      return rows
        .map(keyOf(fields))
        .flatMap((key) => (there.has(key) ? [] : [`${name}: no ${reference.resource} ${key}`]));
    }),
  ];
}

function faultOf(field: Field, text: string | undefined, isKey: boolean): string | undefined {
  const { type, constraints, bareNumber, trueValues = [], falseValues = [] } = field;
  if (text === undefined) return isKey || constraints?.required === true ? 'missing' : undefined;
  if (constraints?.enum?.includes(text) === false) return `${text} is none of its values`;
  if (constraints?.pattern !== undefined && !new RegExp(`^(?:${constraints.pattern})$`).test(text))
    return `${text} does not match`;
  const isOfType = {
    string: () => true,
    number: () => /^-?\d+(?:\.\d+)?$/.test(bareNumber === false ? text.replace(/\D*$/, '') : text),
    integer: () => /^-?\d+$/.test(text),
    date: () => !Number.isNaN(Date.parse(text)) && /^\d{4}-\d\d-\d\d$/.test(text),
    boolean: () => [...trueValues, ...falseValues].includes(text),
  };
  return isOfType[type]() ? undefined : `${text} is no ${type}`;
}
