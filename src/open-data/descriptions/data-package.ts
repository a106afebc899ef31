import type { TableFile } from '../data-file.ts';
import type { OpenData } from '../table.ts';
import { tableNamed } from '../tables.ts';
import { isWhole, READING_NOTES, sourcesOf, summaryOf, titleOf } from './about-data.ts';
import { FORMAT_VERSION } from './format-version.ts';
import { tableSchema } from './table-schema.ts';

/**
 * The CSV files of the whole as a Data Package: `datapackage.json` beside them.
 *
 * Source: Data Package 2.0 (datapackage.org). `profile` says the same to programs for its first version.
 */
export function dataPackage(data: OpenData, files: readonly TableFile[]): object {
  const { site, addressOf } = data;
  const { settings, departments } = site;
  const { publisher, contact, licence, column } = settings;
  const home = addressOf('');
  const sources = sourcesOf(departments, data);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    name: isWhole(home) ? `budget-targets-${new URL(home).hostname}` : 'budget-targets',
    title: titleOf(settings),
    description: [summaryOf(data), ...READING_NOTES].join('\n\n'),
    // Semantic versions have three numbers.
    version: `${FORMAT_VERSION}.0`,
    languages: ['zh-CN'],
    ...(isWhole(home) ? { homepage: home } : {}),
    ...(column.keywords.length === 0 ? {} : { keywords: column.keywords }),
    ...(licence.name === '' && licence.address === '' ? {} : { licenses: [licenceOf(licence)] }),
    contributors: [
      {
        title: publisher,
        ...(contact.email === '' ? {} : { email: contact.email }),
        ...(contact.address === '' ? {} : { path: contact.address }),
        role: 'publisher',
        roles: ['publisher'],
      },
    ],
    ...(sources.length === 0
      ? {}
      : {
          sources: sources.map(({ title, address }) => ({
            title,
            ...(address === undefined ? {} : { path: address }),
          })),
        }),
    resources: files.flatMap((file) =>
      file.scope.level === 'whole' && file.format === 'csv' ? [resourceOf(file, data)] : [],
    ),
  };
}

/** The standard wants an address or an id of opendefinition.org; this is its id of a licence that has none. */
const licenceOf = ({ name, address }: OpenData['site']['settings']['licence']): object => ({
  ...(address === '' ? { name: 'notspecified' } : { path: address }),
  ...(name === '' ? {} : { title: name }),
});

function resourceOf(file: TableFile, data: OpenData): object {
  const { name, title, description } = tableNamed(file.table);
  const { bytes, sha256 } = file.measure();
  return {
    name,
    title,
    description,
    path: `${name}.csv`,
    type: 'table',
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true },
    schema: tableSchema(tableNamed(file.table), data),
  };
}
