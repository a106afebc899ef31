import { createHash } from 'node:crypto';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { yearsOf } from '../../../src/model/years.ts';
import { dataFiles } from '../../../src/open-data/data-files.ts';
import { FORMAT_VERSION } from '../../../src/open-data/descriptions/format-version.ts';
import { TABLES } from '../../../src/open-data/tables.ts';
import { filesOf, publishedFrom } from '../published.ts';

const ROOT = 'https://example.gov.cn/budget/';
const CATALOG = `${ROOT}data/catalog.jsonld`;
const WHOLE = `${CATALOG}#whole`;
const [DCAT, DCT, SPDX] = [
  'http://www.w3.org/ns/dcat#',
  'http://purl.org/dc/terms/',
  'http://spdx.org/rdf/terms#',
];
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** What a program gathers from the file that stands at `CATALOG`: statements, without a look at another server. */
async function statementsOf(files: ReadonlyMap<string, string>) {
  const quads = (await jsonld.toRDF(JSON.parse(files.get('data/catalog.jsonld') ?? '') as object, {
    base: CATALOG,
    documentLoader: (url) => Promise.reject(new Error(`${url} is asked for.`)),
  })) as readonly Readonly<Record<'subject' | 'predicate' | 'object', { readonly value: string }>>[];
  const valuesOf = (subject: string, predicate: string) =>
    quads.flatMap((quad) =>
      quad.subject.value === subject && quad.predicate.value === predicate ? [quad.object.value] : [],
    );
  const ofType = (type: string) => [
    ...new Set(
      quads.flatMap(({ subject, predicate, object }) =>
        predicate.value === TYPE && object.value === type ? [subject.value] : [],
      ),
    ),
  ];
  return { quads, valuesOf, ofType };
}

describe.each(['content', 'tests/fixtures/three-departments'])('the catalogue of %s', async (name) => {
  const content = await publishedFrom(name);
  const files = filesOf(content, { base: '/budget', host: 'https://example.gov.cn' });
  const { quads, valuesOf, ofType } = await statementsOf(files);
  const years = yearsOf(content.site).map(({ year }) => String(year));

  it('lists every table as a data set of all years, and as a series of one each', () => {
    const expected = [
      WHOLE,
      ...TABLES.flatMap(({ name: table }) =>
        [table, `${table}-series`, ...years.map((year) => `${table}-${year}`)].map(
          (id) => `${CATALOG}#${id}`,
        ),
      ),
    ];
    expect(ofType(`${DCAT}Catalog`)).toEqual([CATALOG]);
    expect(valuesOf(CATALOG, `${DCAT}dataset`).toSorted()).toEqual(expected.toSorted());
    for (const { name: table } of TABLES) {
      const series = `${CATALOG}#${table}-series`;
      expect(valuesOf(series, `${DCAT}last`)).toEqual([`${CATALOG}#${table}-${String(years[0])}`]);
      for (const year of years) {
        const [own, period = ''] = [
          `${CATALOG}#${table}-${year}`,
          ...valuesOf(`${CATALOG}#${table}-${year}`, `${DCT}temporal`),
        ];
        expect(valuesOf(own, `${DCAT}inSeries`)).toEqual([series]);
        expect(valuesOf(period, `${DCAT}startDate`)).toEqual([`${year}-01-01`]);
        expect(valuesOf(period, `${DCAT}endDate`)).toEqual([`${year}-12-31`]);
      }
    }
  });

  it('lists what holds all tables, by the addresses and types of the files that are written', () => {
    const distributions = valuesOf(WHOLE, `${DCAT}distribution`);
    expect(distributions).toEqual([`${ROOT}data/data.xlsx`, `${ROOT}data/data.sqlite`]);
    const types = distributions.flatMap((one) => valuesOf(one, `${DCAT}mediaType`));
    const place = { base: '/budget', host: 'https://example.gov.cn' };
    const written = new Map([...dataFiles(content, place)].map((file) => [`${ROOT}${file.path}`, file]));
    expect(types).toEqual(
      distributions.map(
        (one) => `https://www.iana.org/assignments/media-types/${written.get(one)?.mediaType ?? ''}`,
      ),
    );
  });

  it('every data set of a table is to be had as CSV and JSON, with what is true of their bytes', () => {
    const sets = ofType(`${DCAT}Dataset`).filter((set) => set !== WHOLE);
    expect(sets).toHaveLength(TABLES.length * (1 + years.length));
    for (const set of sets) {
      const distributions = valuesOf(set, `${DCAT}distribution`);
      expect(distributions.map((one) => one.split('.').at(-1))).toEqual(['csv', 'json']);
      for (const one of distributions) {
        const [address = ''] = valuesOf(one, `${DCAT}downloadURL`);
        const file = Buffer.from(files.get(address.slice(ROOT.length)) ?? expect.fail(address));
        expect(valuesOf(one, `${DCAT}byteSize`)).toEqual([String(file.length)]);
        const [checksum = ''] = valuesOf(one, `${SPDX}checksum`);
        expect(valuesOf(checksum, `${SPDX}checksumValue`)).toEqual([
          createHash('sha256').update(file).digest('hex'),
        ]);
        const [described = ''] = valuesOf(one, `${DCT}conformsTo`);
        expect(files.has(described.slice(ROOT.length).replace(/#.*/, ''))).toBe(true);
      }
    }
  });

  it('each data set says its title, its publisher and the version of its format', () => {
    for (const set of [CATALOG, ...ofType(`${DCAT}Dataset`)]) {
      expect(valuesOf(set, `${DCT}title`)).toHaveLength(1);
      expect(valuesOf(set, `${DCT}description`)).toHaveLength(1);
      expect(valuesOf(set, `${DCAT}version`)).toEqual([FORMAT_VERSION]);
      const [publisher = ''] = valuesOf(set, `${DCT}publisher`);
      expect(valuesOf(publisher, 'http://xmlns.com/foaf/0.1/name')).toEqual([
        content.site.settings.publisher,
      ]);
    }
  });

  it('means the same where the host is known only from where the file is read', async () => {
    const unknown = await statementsOf(filesOf(content, { base: '/budget', host: undefined }));
    expect(unknown.valuesOf(CATALOG, `${DCAT}dataset`)).toEqual(valuesOf(CATALOG, `${DCAT}dataset`));
    const links = (of: typeof quads) =>
      of
        .filter(({ predicate }) => predicate.value === `${DCAT}downloadURL`)
        .map(({ object }) => object.value);
    expect(links(unknown.quads)).toEqual(links(quads));
  });
});
