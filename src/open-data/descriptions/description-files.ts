import { measured, MEDIA_TYPES, type DataFile, type TableFile } from '../data-file.ts';
import type { OpenData } from '../table.ts';
import { tableNamed } from '../tables.ts';
import { catalog } from './catalog.ts';
import { citationFile } from './citation.ts';
import { csvMetadata } from './csv-metadata.ts';
import { dataPackage } from './data-package.ts';
import { openApi } from './open-api.ts';
import { csvFileOf } from './table-metadata.ts';

/**
 * What describes the files to programs, each by a standard of its own.
 *
 * @param whole the files that hold all tables of all years.
 */
export function* descriptionFiles(
  data: OpenData,
  files: readonly TableFile[],
  whole: readonly DataFile[],
): Generator<DataFile> {
  for (const { path, table, format, scope, madeOf } of files) {
    if (format === 'csv')
      yield {
        ...{ path: `${path}-metadata.json`, ...(madeOf && { madeOf }) },
        mediaType: MEDIA_TYPES.json,
        ...measured(() => json(csvMetadata(csvFileOf(tableNamed(table), scope, data), data.site.settings))),
      };
  }
  yield {
    ...{ path: 'data/datapackage.json', describesOthers: true },
    mediaType: MEDIA_TYPES.json,
    ...measured(() => json(dataPackage(data, files))),
  };
  yield {
    ...{ path: 'data/catalog.jsonld', describesOthers: true },
    mediaType: MEDIA_TYPES.jsonLd,
    ...measured(() => json(catalog(data, files, whole))),
  };
  yield {
    path: 'data/openapi.json',
    mediaType: MEDIA_TYPES.json,
    ...measured(() => json(openApi(data))),
  };
  yield {
    path: 'data/CITATION.cff',
    mediaType: MEDIA_TYPES.yaml,
    ...measured(() => citationFile(data)),
  };
}

const json = (description: object): string => `${JSON.stringify(description, undefined, 2)}\n`;
