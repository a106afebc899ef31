import type { OfferedData } from './data-offer.ts';

/** How pages word what is offered of the open data. */

/** The formats in which a reader takes tables, by the endings of files. */
const FORMATS: Readonly<Record<string, string>> = {
  csv: 'CSV，给Excel、WPS',
  json: 'JSON，给程序',
  xlsx: 'Excel工作簿',
};

/** The format of a file with tables; undefined where it describes another: `projects.csv-metadata.json`. */
export const formatOf = (name: string): string | undefined => FORMATS[/^[^.]*\.(\w+)$/.exec(name)?.[1] ?? ''];

/** The name under which a part of the data is saved: `绩效指标-2022-313001.csv`. */
export function nameSaved({ name, table }: Pick<OfferedData, 'name' | 'table'>, folder: string): string {
  const [, ...parts] = folder.split('/').filter(Boolean);
  return `${[table?.title ?? '数据', ...parts].join('-')}${name.slice(name.indexOf('.'))}`;
}

/** A file of tables as a page offers it. */
export interface OfferedFile {
  readonly path: string;
  readonly format: string;
  /** What it holds. */
  readonly title: string;
  readonly savedAs: string;
}

/** The files of tables in a folder of the open data, as pages offer them. */
export const filesOffered = (offered: readonly OfferedData[], folder: string): readonly OfferedFile[] =>
  offered.flatMap((one) => {
    const format = formatOf(one.name);
    if (format === undefined) return [];
    const { file, table } = one;
    return [{ path: file.path, format, title: table?.title ?? '全部表', savedAs: nameSaved(one, folder) }];
  });

/** What describes the data to programs, by name. */
export const DESCRIPTIONS: Readonly<Record<string, readonly [title: string, use: string]>> = {
  'datapackage.json': ['数据包（Data Package）', '各表的栏、类型和关系，给读数据包的程序'],
  'catalog.jsonld': ['数据目录（DCAT）', '给收录开放数据的门户'],
  'openapi.json': ['接口说明（OpenAPI）', '各个JSON文件的网址和内容'],
};

/** How much of a long text is shown as an example. */
const SHOWN = 40;

/** A cell as an example, cut where it is long. */
export function exampleWords(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const characters = [...line];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN - 1).join('')}…` : line;
}
