import { createHash } from 'node:crypto';
import datapackage from 'datapackage';
import { describe, expect, it } from 'vitest';
import { add, parseDecimal, subtract, toText, trim, ZERO, type Decimal } from '../../../src/model/decimal.ts';
import { totalsOf } from '../../../src/model/totals.ts';
import { yearsOf } from '../../../src/model/years.ts';
import { FORMAT_CHANGES, FORMAT_VERSION } from '../../../src/open-data/descriptions/format-version.ts';
import { TABLES } from '../../../src/open-data/tables.ts';
import { madeUpDepartment } from '../../setup/made-up-content.ts';
import { filesOf, publishedFrom } from '../published.ts';
import { faultsOf, readRows, type Descriptor, type Resource, type Row } from './read-package.ts';

const CONTENTS = ['content', 'tests/fixtures/three-departments'];
const PLACE = { base: '/budget', host: 'https://example.gov.cn' };
const published = new Map(
  await Promise.all(CONTENTS.map(async (name) => [name, await publishedFrom(name)] as const)),
);

const amount = (text: string): Decimal => parseDecimal(text) ?? expect.fail(`${text} is no amount`);
const plain = (sum: Decimal) => toText(trim(sum));

/** The package as a folder of files. */
function packageIn(files: ReadonlyMap<string, string>) {
  const fileOf = (path: string) => files.get(`data/${path}`) ?? expect.fail(`There is no ${path}.`);
  const descriptor = JSON.parse(fileOf('datapackage.json')) as Descriptor;
  const resource = (name: string) =>
    descriptor.resources.find((one) => one.name === name) ?? expect.fail(`There is no resource ${name}.`);
  const rows = new Map(descriptor.resources.map((one) => [one.name, readRows(one, fileOf(one.path))]));
  const rowsOf = (name: string): readonly Row[] => rows.get(name) ?? expect.fail();
  return { descriptor, fileOf, resource, rowsOf };
}

/** What is paid out by each date of a year, by the meaning that the package gives to columns and by nothing else. */
function plannedByDate({ resource, rowsOf }: ReturnType<typeof packageIn>): ReadonlyMap<string, Decimal> {
  const { name, schema } = resource('disbursement-plan');
  const fieldOf = (columnType: string) =>
    schema.fields.find((field) => field.columnType === columnType)?.name ?? expect.fail(columnType);
  const [date, value] = [fieldOf('date:generic'), fieldOf('value')];
  const sums = new Map<string, Decimal>();
  for (const row of rowsOf(name)) {
    const day = row.get(date) ?? '';
    sums.set(day, add(sums.get(day) ?? ZERO, amount(row.get(value) ?? '0')));
  }
  return new Map([...sums].sort());
}

describe.each([...published])('the Data Package of %s', (_, content) => {
  const own = packageIn(filesOf(content, PLACE));
  const { descriptor, fileOf, rowsOf } = own;

  it('is valid for the library of the standard, which reads every row by its schema', async () => {
    // The library is older than the mark at the beginning of the files, so it is given their cells.
    const resources = descriptor.resources.map((resource) => {
      const names = resource.schema.fields.map(({ name }) => name);
      const rows = rowsOf(resource.name).map((row) => names.map((name) => row.get(name) ?? ''));
      const { name, title, profile, schema } = resource;
      return { name, title, profile, schema, data: [names, ...rows] };
    });
    const read = await datapackage.Package.load({ ...descriptor, resources });
    expect(read.errors).toEqual([]);
    expect(read.valid).toBe(true);
    for (const resource of read.resources) {
      const rows = await resource.read({ keyed: true, relations: true });
      expect(rows).toHaveLength(rowsOf(resource.name).length);
    }
  });

  it('has each table, its fields with the headings of the file and the names of JSON', () => {
    expect(descriptor.resources.map(({ name }) => name)).toEqual(TABLES.map(({ name }) => name));
    for (const { name, schema } of descriptor.resources) {
      const [row] = JSON.parse(fileOf(`${name}.json`)) as readonly object[];
      const names = schema.fields.map(({ englishName }) => englishName);
      if (row !== undefined) expect(names).toEqual(Object.keys(row));
    }
  });

  it('says of each file how long it is and what its bytes are', () => {
    for (const { path, bytes, hash } of descriptor.resources) {
      const file = Buffer.from(fileOf(path));
      expect(bytes).toBe(file.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(file).digest('hex')}`);
    }
  });

  it('every value is of its field’s type and within its constraints; every key and reference holds', () => {
    for (const resource of descriptor.resources) expect(faultsOf(resource, rowsOf)).toEqual([]);
  });

  it('says what numbers count', () => {
    for (const { schema } of descriptor.resources) {
      for (const { name, unit } of schema.fields) if (name.includes('万元')) expect(unit).toBe('万元');
    }
  });

  it('answers by itself what is planned by when, as the pages of each year say', () => {
    const planned = plannedByDate(own);
    for (const { year, projects } of yearsOf(content.site)) {
      const ofYear = [...planned].filter(([date]) => date.startsWith(String(year)));
      expect(ofYear.map(([, sum]) => plain(sum))).toEqual(
        totalsOf(projects).plan.map((one) => plain(one.amount)),
      );
    }
  });

  it('brings the amounts of a project into a row each, as Fiscal Data Package wants', () => {
    const { name, schema } = own.resource('projects');
    const measures = schema.fields.filter(({ normalize }) => normalize !== undefined);
    const [kind] = Object.keys(measures[0]?.normalize ?? {});
    const names = schema.extraFields?.map((field) => field.name) ?? [];
    expect(names).toContain(kind);
    expect(schema.extraFields?.filter(({ normalizationTarget }) => normalizationTarget)).toMatchObject([
      { columnType: 'value' },
    ]);
    const rows = rowsOf(name).flatMap((row) =>
      measures.map((field) => ({ kind: field.normalize?.[kind ?? ''], value: row.get(field.name) })),
    );
    const sum = rows.reduce(
      (all, row) =>
        row.kind?.startsWith('预算数') && row.value !== undefined ? add(all, amount(row.value)) : all,
      ZERO,
    );
    const { budget } = totalsOf(content.site.departments.flatMap(({ projects }) => projects));
    expect(plain(sum)).toBe(plain(budget ?? ZERO));
    expect(new Set(rows.map((row) => row.kind)).size).toBe(measures.length);
  });

  it('maps no name of a thing without its code', () => {
    for (const { schema } of descriptor.resources) {
      const types = [...schema.fields, ...(schema.extraFields ?? [])].map(({ columnType }) => columnType);
      for (const type of types) {
        if (type?.endsWith(':label'))
          expect([
            types.includes(type.replace(/label$/, 'code')),
            types.includes(type.replace(/label$/, 'id')),
          ]).toContain(true);
      }
    }
  });
});

describe('the Data Package of the real content', () => {
  const real = published.get('content') ?? expect.fail();
  const own = packageIn(filesOf(real, PLACE));

  it('answers what is planned from one month-end to the next', () => {
    let before = ZERO;
    const each = [...plannedByDate(own)].map(([date, sum]) => {
      const own = subtract(sum, before);
      before = sum;
      return [date, plain(own)];
    });
    expect(each).toEqual([
      ['2022-03-31', '649.2725'],
      ['2022-06-30', '560.1375'],
      ['2022-10-31', '1914.5325'],
      ['2022-12-31', '1301.7775'],
    ]);
  });

  it('names the official document, where it can be had, and the version of the format with its changes', () => {
    const { descriptor } = own;
    const folder = 'https://example.gov.cn/budget/2022/313001/sources/';
    expect(descriptor.sources).toEqual([
      {
        title: '保定白沟新城管理委员会组织人事局（本级）（2022年）：000_d071826548224e33.txt',
        path: `${folder}000_d071826548224e33.txt`,
      },
    ]);
    expect(descriptor.version).toBe(`${FORMAT_VERSION}.0`);
    expect(FORMAT_CHANGES[0]?.version).toBe(FORMAT_VERSION);
    for (const { version, text } of FORMAT_CHANGES)
      expect(descriptor.description).toContain(`${version}：${text}`);
  });

  it('names each of several documents of a department, and where a copy of it lies', () => {
    const documents = ['a.pdf', '表 二.pdf'].map((fileName) => ({ fileName, bytes: 1, sha256: '' }));
    const source = {
      files: ['a.pdf', '表 二.pdf', 'c.pdf'],
      title: '示例通知',
      address: 'https://example.gov.cn/1',
    };
    const department = {
      ...madeUpDepartment({ year: 2099, code: '999001', name: '示例局', projects: [], documents }),
      source: { ...source, published: undefined, approval: undefined },
    };
    const { descriptor } = packageIn(
      filesOf({ ...real, site: { ...real.site, departments: [department] } }, PLACE),
    );
    const folder = 'https://example.gov.cn/budget/2099/999001/sources/';
    expect(descriptor.sources).toEqual([
      { title: '示例局（2099年）：示例通知：a.pdf', path: `${folder}a.pdf` },
      { title: '示例局（2099年）：示例通知：表 二.pdf', path: `${folder}${encodeURIComponent('表 二.pdf')}` },
      { title: '示例局（2099年）：示例通知：c.pdf', path: 'https://example.gov.cn/1' },
    ]);
  });

  it('has no address that is not whole', () => {
    const { descriptor } = packageIn(filesOf(real));
    expect(descriptor.homepage).toBeUndefined();
    expect(descriptor.sources?.map(({ path }) => path)).toEqual([undefined]);
  });
});

it('the check of packages sees what is wrong', () => {
  const field = { name: '数', englishName: 'number', type: 'number' } as const;
  const resource: Resource = {
    ...{ name: 'a', title: '', profile: '', path: 'a.csv', bytes: 0, hash: '' },
    dialect: { delimiter: ',', quoteChar: '"', lineTerminator: '\r\n' },
    schema: {
      fields: [field, { ...field, name: '比例', bareNumber: false, constraints: { required: true } }],
      missingValues: [''],
      primaryKey: ['数'],
      foreignKeys: [{ fields: ['数'], reference: { resource: 'b', fields: ['数'] } }],
    },
  };
  const rows = readRows(resource, '数,比例\r\n1,25%\r\n1,\r\n一,5%\r\n');
  expect(faultsOf(resource, (name) => (name === 'a' ? rows : rows.slice(0, 2)))).toEqual([
    'a 2 比例: missing',
    'a 3 数: 一 is no number',
    'a: rows have the same key',
    'a: no b ["一"]',
  ]);
  expect(() => readRows(resource, '数,率\r\n')).toThrow('The headings are 数, 率');
});
