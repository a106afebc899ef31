import type { Department } from '../../model/department.ts';
import { MEDIA_TYPES, type DataFile, type TableFile } from '../data-file.ts';
import type { OpenData, Table } from '../table.ts';
import { TABLES } from '../tables.ts';
import { READING_NOTES, sourcesOf, summaryOf, titleOf } from './about-data.ts';
import { FORMAT_VERSION } from './format-version.ts';

/**
 * The data as a catalogue for portals that gather such from many sites, in JSON-LD: each table is a data set of all years,
 * and a series of one a year; the files of all tables together are one more. Departments' files are parts of these and
 * not listed.
 *
 * Source: W3C, Data Catalog Vocabulary (DCAT) 3. Addresses are whole where the site's is known; else they begin at the
 * root of the host from which the file is read, as JSON-LD allows.
 */
export function catalog(data: OpenData, files: readonly TableFile[], whole: readonly DataFile[]): object {
  const { site, addressOf } = data;
  const { settings } = site;
  return {
    '@context': CONTEXT,
    '@id': addressOf(CATALOG),
    '@type': 'dcat:Catalog',
    title: titleOf(settings),
    description: [summaryOf(data), ...READING_NOTES].join('\n\n'),
    homepage: addressOf(''),
    version: FORMAT_VERSION,
    ...sharedTerms(data),
    dataset: [
      wholeDataSet(whole, data),
      ...TABLES.flatMap((table) => {
        const own = files.filter((file) => file.table === table.name);
        return [dataSet(table, own, data), ...seriesOf(table, own, data)];
      }),
    ],
  };
}

const CATALOG = 'data/catalog.jsonld';

/** Whose the data are and what may be done with them. */
function sharedTerms({ site, addressOf }: OpenData): object {
  const { publisher, contact, licence, column } = site.settings;
  return {
    publisher: { '@id': addressOf(`${CATALOG}#publisher`), '@type': 'foaf:Organization', name: publisher },
    ...termsOf(licence),
    language: 'http://id.loc.gov/vocabulary/iso639-1/zh',
    ...(column.keywords.length === 0 ? {} : { keyword: column.keywords }),
    ...(contact.email === ''
      ? {}
      : {
          contactPoint: { '@type': 'vcard:Organization', fn: publisher, hasEmail: `mailto:${contact.email}` },
        }),
  };
}

const termsOf = ({ name, address }: OpenData['site']['settings']['licence']): object => ({
  ...(address === '' ? {} : { license: address }),
  ...(name === '' ? {} : { rights: { '@type': 'dct:RightsStatement', label: name } }),
});

/** All tables together, as one data set. Their files are too large to be made a second time for their sizes. */
function wholeDataSet(files: readonly DataFile[], data: OpenData): object {
  const { settings, departments } = data.site;
  return {
    '@id': data.addressOf(`${CATALOG}#whole`),
    '@type': 'dcat:Dataset',
    title: titleOf(settings),
    description: summaryOf(data),
    ...sharedTerms(data),
    version: FORMAT_VERSION,
    ...periodOf(departments),
    distribution: files.map(({ path, mediaType }) => ({
      ...fileTerms(path, mediaType, data),
      title: mediaType === MEDIA_TYPES.sqlite ? 'SQLite数据库' : 'Excel工作簿',
    })),
  };
}

/** From the first year to the last. */
function periodOf(departments: readonly Department[]): object {
  const years = departments.map(({ year }) => year);
  if (years.length === 0) return {};
  return {
    temporal: {
      '@type': 'dct:PeriodOfTime',
      startDate: `${String(Math.min(...years))}-01-01`,
      endDate: `${String(Math.max(...years))}-12-31`,
    },
  };
}

/** The files of a table for a year, or for all years, as one data set. */
function dataSet(table: Table, files: readonly TableFile[], data: OpenData, year?: number): object {
  const own = files.filter(({ scope }) => scope.level !== 'department' && scope.year === year);
  const departments = own[0]?.scope.departments ?? [];
  return {
    '@id': idOf(table, year, data),
    '@type': 'dcat:Dataset',
    title: `${table.title}（${own[0]?.scope.title ?? ''}）`,
    description: table.description,
    ...sharedTerms(data),
    version: FORMAT_VERSION,
    ...periodOf(departments),
    source: sourcesOf(departments, data).map(({ title, address }) => ({
      ...(address === undefined ? {} : { '@id': address }),
      title,
    })),
    distribution: own.map((file) => distribution(file, data)),
  };
}

/** A table's data sets of one year each, from the first year on, and the series that they are. */
function seriesOf(table: Table, files: readonly TableFile[], data: OpenData): readonly object[] {
  const years = files
    .flatMap(({ scope, format }) => (scope.level === 'year' && format === 'csv' ? (scope.year ?? []) : []))
    .toSorted((a, b) => a - b);
  const series = idOf(table, 'series', data);
  return years.length === 0
    ? []
    : [
        {
          '@id': series,
          '@type': 'dcat:DatasetSeries',
          title: `${table.title}（按年度）`,
          description: table.description,
          ...sharedTerms(data),
          first: idOf(table, years[0], data),
          last: idOf(table, years.at(-1), data),
        },
        ...years.map((year, place) => ({
          ...dataSet(table, files, data, year),
          inSeries: series,
          ...(place === 0 ? {} : { prev: idOf(table, years[place - 1], data) }),
        })),
      ];
}

const idOf = (table: Table, part: number | 'series' | undefined, { addressOf }: OpenData): string =>
  addressOf(`${CATALOG}#${table.name}${part === undefined ? '' : `-${String(part)}`}`);

function distribution({ path, format, mediaType, table, measure }: TableFile, data: OpenData): object {
  const { bytes, sha256 } = measure();
  return {
    ...fileTerms(path, mediaType, data),
    title: `${format.toUpperCase()}文件`,
    conformsTo: data.addressOf(
      format === 'csv' ? `${path}-metadata.json` : `data/openapi.json#/components/schemas/${table}`,
    ),
    byteSize: String(bytes),
    checksum: {
      '@type': 'spdx:Checksum',
      algorithm: 'spdx:checksumAlgorithm_sha256',
      checksumValue: sha256,
    },
  };
}

/** Where a file is, and of what type. */
function fileTerms(path: string, mediaType: string, { addressOf, site }: OpenData): object {
  const [type = ''] = mediaType.split(';');
  const address = addressOf(path);
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    accessURL: address,
    downloadURL: address,
    mediaType: `https://www.iana.org/assignments/media-types/${type}`,
    ...termsOf(site.settings.licence),
  };
}

const text = (id: string) => ({ '@id': id, '@language': 'zh-CN' });
const link = (id: string) => ({ '@id': id, '@type': '@id' });
const date = (id: string) => ({ '@id': id, '@type': 'xsd:date' });

/** What the keys of the file mean; in the file itself, so that it is read without asking another server. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: text('dct:title'),
  description: text('dct:description'),
  keyword: text('dcat:keyword'),
  label: text('rdfs:label'),
  name: text('foaf:name'),
  fn: text('vcard:fn'),
  homepage: link('foaf:homepage'),
  hasEmail: link('vcard:hasEmail'),
  contactPoint: link('dcat:contactPoint'),
  publisher: link('dct:publisher'),
  license: link('dct:license'),
  rights: link('dct:rights'),
  language: link('dct:language'),
  source: link('dct:source'),
  temporal: link('dct:temporal'),
  conformsTo: link('dct:conformsTo'),
  dataset: link('dcat:dataset'),
  distribution: link('dcat:distribution'),
  inSeries: link('dcat:inSeries'),
  first: link('dcat:first'),
  last: link('dcat:last'),
  prev: link('dcat:prev'),
  accessURL: link('dcat:accessURL'),
  downloadURL: link('dcat:downloadURL'),
  mediaType: link('dcat:mediaType'),
  version: 'dcat:version',
  startDate: date('dcat:startDate'),
  endDate: date('dcat:endDate'),
  byteSize: { '@id': 'dcat:byteSize', '@type': 'xsd:nonNegativeInteger' },
  checksum: link('spdx:checksum'),
  algorithm: link('spdx:algorithm'),
  checksumValue: { '@id': 'spdx:checksumValue', '@type': 'xsd:hexBinary' },
};
