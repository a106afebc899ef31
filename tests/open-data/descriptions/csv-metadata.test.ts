import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { scopesOf } from '../../../src/open-data/scope.ts';
import { TABLES } from '../../../src/open-data/tables.ts';
import { filesOf, publishedFrom } from '../published.ts';

/** What the W3C's vocabulary has of a table, as far as it is used. */
interface TableMetadata {
  readonly url: string;
  readonly 'dc:title': string;
  readonly 'dc:publisher': string;
  readonly 'dc:license': string;
  readonly 'dc:source'?: readonly string[];
  readonly tableSchema: {
    readonly columns: readonly {
      readonly name: string;
      readonly titles: string;
      readonly datatype: string | { readonly base: string; readonly format: string };
      readonly required?: boolean;
      readonly null?: string;
    }[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly columnReference: readonly string[];
      readonly reference: { readonly resource: string; readonly columnReference: readonly string[] };
    }[];
  };
}

/** How texts of a datatype look where it has no format that is a pattern. */
const DATATYPES: Readonly<Record<string, RegExp>> = {
  string: /^/,
  anyURI: /^\S+$/,
  integer: /^[-+]?\d+$/,
  decimal: /^[-+]?\d+(?:\.\d+)?%?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  boolean: /^(?:是|否)$/,
};
const looksOf = (datatype: TableMetadata['tableSchema']['columns'][number]['datatype']): RegExp => {
  if (typeof datatype === 'string') return DATATYPES[datatype] ?? expect.fail(datatype);
  const { base, format } = datatype;
  if (base === 'string') return new RegExp(format);
  expect({ base, format }).toEqual(
    base === 'date' ? { base, format: 'yyyy-MM-dd' } : { base: 'boolean', format: '是|否' },
  );
  return DATATYPES[base] ?? expect.fail(base);
};

describe.each(['content', 'tests/fixtures/three-departments'])(
  'the metadata of CSV files of %s',
  async (name) => {
    const content = await publishedFrom(name);
    const files = filesOf(content);

    it('stands beside each file, and every file is as it says', () => {
      for (const { folder } of scopesOf(content.site)) {
        const rowsOf = ({ url, tableSchema: { columns } }: TableMetadata) => {
          const [head, ...rows] = parse(files.get(`${folder}${url}`) ?? expect.fail(url), { bom: true });
          expect(head).toEqual(columns.map(({ titles }) => titles));
          return rows.map((row) => new Map(columns.map((column, place) => [column.name, row[place] ?? ''])));
        };
        for (const table of TABLES) {
          const metadata = JSON.parse(files.get(`${folder}${table.name}.csv-metadata.json`) ?? '') as
            TableMetadata | { readonly tables: readonly TableMetadata[] };
          const tables = 'tables' in metadata ? metadata.tables : [metadata];
          expect(tables[0]?.url).toBe(`${table.name}.csv`);
          for (const own of tables) {
            const rows = rowsOf(own);
            const keyOf = (columns: readonly string[]) => (row: (typeof rows)[number]) =>
              JSON.stringify(columns.map((column) => row.get(column)));
            const { columns, primaryKey, foreignKeys = [] } = own.tableSchema;
            for (const column of columns) {
              const looks = looksOf(column.datatype);
              for (const row of rows) {
                const text = row.get(column.name) ?? '';
                if (text === (column.null ?? ''))
                  expect([column.name, column.required]).toEqual([column.name, undefined]);
                else expect(text, column.name).toMatch(looks);
              }
            }
            expect(new Set(rows.map(keyOf(primaryKey))).size).toBe(rows.length);
            for (const { columnReference, reference } of foreignKeys) {
              const other =
                tables.find(({ url }) => url === reference.resource) ?? expect.fail(reference.resource);
              const there = new Set(rowsOf(other).map(keyOf(reference.columnReference)));
              expect(rows.map(keyOf(columnReference)).filter((key) => !there.has(key))).toEqual([]);
            }
          }
        }
      }
    });

    it('says whose the data are, from which documents and what may be done with them', () => {
      const [scope] = scopesOf(content.site).filter(({ level }) => level === 'department');
      const { departments = [], folder = '', title = '' } = scope ?? {};
      const metadata = JSON.parse(files.get(`${folder}departments.csv-metadata.json`) ?? '') as TableMetadata;
      const { publisher, licence } = content.site.settings;
      expect(metadata).toMatchObject({
        'dc:title': `部门（${title}）`,
        'dc:publisher': publisher,
        ...(licence.name === '' ? {} : { 'dc:license': licence.address || licence.name }),
      });
      const named = departments.flatMap(({ source: { title: own, files: all } }) =>
        own === undefined || all.length > 1 ? all : own,
      );
      expect(metadata['dc:source'] ?? []).toHaveLength(named.length);
      for (const one of named) expect(metadata['dc:source']?.join('')).toContain(one);
    });
  },
);
