import type { SiteSettings } from '../../model/site.ts';

/**
 * What stands beside a CSV file and tells programs what it holds.
 *
 * Source: W3C, Metadata Vocabulary for Tabular Data; a program that reads `a.csv` looks for `a.csv-metadata.json`.
 */

/** A column in the words of that vocabulary. */
export interface CsvColumn {
  /** What programs call it: Latin letters and figures. */
  readonly name?: string;
  /** Its heading. */
  readonly titles: string;
  readonly datatype: string | object;
  readonly 'dc:description'?: string;
  readonly required?: true;
  /** The texts that mean that nothing is stated. */
  readonly null?: string | readonly string[];
  readonly 'schema:unitText'?: string;
}

/** A file and what it is; its address is relative to the metadata. */
export interface CsvFile {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly sources: readonly string[];
  readonly columns: readonly CsvColumn[];
  /** The page on which it is offered. */
  readonly page?: string;
  readonly key?: readonly string[];
  /** Its columns that name a row of another of the files. */
  readonly references?: readonly { readonly columns: readonly string[]; readonly file: CsvFile }[];
}

/** Whose the files are, and what may be done with them. */
type Owner = Pick<SiteSettings, 'publisher' | 'licence'>;

/** The metadata of a file; those that it refers to are described along with it, as the vocabulary wants. */
export function csvMetadata(file: CsvFile, settings: Owner): object {
  const [own, ...others] = withReferred(file).map((one) => describeFile(one, settings));
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh-CN' }],
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n', '\n'] },
    ...(others.length === 0 ? own : { tables: [own, ...others] }),
  };
}

const withReferred = (file: CsvFile): readonly CsvFile[] => [
  file,
  ...(file.references ?? []).flatMap((one) => withReferred(one.file)),
];

function describeFile(file: CsvFile, { publisher, licence }: Owner): object {
  const { url, title, description, sources, columns, page, key, references } = file;
  const terms = [licence.address, licence.name].find((text) => text !== '');
  return {
    url,
    'dc:title': title,
    'dc:description': description,
    'dc:publisher': publisher,
    ...(terms === undefined ? {} : { 'dc:license': terms }),
    ...(sources.length === 0 ? {} : { 'dc:source': sources }),
    ...(page === undefined ? {} : { 'dc:isPartOf': page }),
    tableSchema: {
      columns,
      ...(key === undefined ? {} : { primaryKey: key }),
      ...(references === undefined || references.length === 0
        ? {}
        : {
            foreignKeys: references.map((one) => ({
              columnReference: one.columns,
              reference: { resource: one.file.url, columnReference: one.file.key },
            })),
          }),
    },
  };
}
