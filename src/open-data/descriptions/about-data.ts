import type { Department } from '../../model/department.ts';
import { printedName, type SiteSettings } from '../../model/site.ts';
import { yearsOf } from '../../model/years.ts';
import { CSV_NOTES } from '../csv.ts';
import type { Column, OpenData, TableData } from '../table.ts';
import { FORMAT_CHANGES, FORMAT_PROMISE, FORMAT_VERSION } from './format-version.ts';

/** What all descriptions of the data say, each in the words of its own standard. */

/** What the data as a whole are called. */
export const titleOf = (settings: SiteSettings): string => `${printedName(settings)}：开放数据`;

/** What the data hold, in a sentence. */
export function summaryOf({ site }: OpenData): string {
  const { publisher, column } = site.settings;
  const years = yearsOf(site);
  const count = years.reduce((sum, { projects }) => sum + projects.length, 0);
  const own = column.description || `${publisher}公开的项目预算、资金支出计划、绩效目标和绩效指标。`;
  const end = own.endsWith('。') ? '' : '。';
  const names = years.map(({ year }) => String(year)).toReversed();
  return `${own}${end}${years.length === 0 ? '现在还没有项目。' : `年度：${names.join('、')}；一共${String(count)}个项目。`}`;
}

/** How the data are to be read: paragraphs. */
export const READING_NOTES: readonly string[] = [
  '空白（JSON里是null）是官方文件没有列，不是0。编码是文字，不是数。金额照原文，以部门的金额单位计；另有一栏准确换算成万元，各部门的可以相加。',
  CSV_NOTES,
  `${FORMAT_PROMISE}现在的版本是${FORMAT_VERSION}。`,
  ...FORMAT_CHANGES.map(({ version, text }) => `${version}：${text}`),
];

/** What a column means, with what its numbers count. */
export const meaningOf = ({ description, unit }: Column): string =>
  unit === undefined ? description : `${description}单位：${unit}。`;

/** What every text of a column matches as a whole, from its list of values or its pattern. */
export function patternOf({ values, pattern }: Column): string | undefined {
  const own = values?.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') ?? pattern;
  return own === undefined ? undefined : `^(?:${own})$`;
}

/** A text of a column as its files have it; an address is that of this site. */
export function exampleOf({ type, example }: Column, { addressOf }: OpenData): string | undefined {
  return type === 'address' && example !== undefined ? addressOf(example.slice(1)) : example;
}

/** An official document from which data come; the address is left out where it is not known as a whole one. */
export interface DataSource {
  readonly title: string;
  readonly department: Department;
  readonly address: string | undefined;
}

/** The official documents behind departments' data; of several files of a department each is one. */
export function sourcesOf(
  departments: readonly Department[],
  { addressOf }: TableData,
): readonly DataSource[] {
  return departments.flatMap((department) => {
    const { year, code, name, source, documents } = department;
    const { files, title, address } = source;
    const offered = new Set(documents.map(({ fileName }) => fileName));
    const copyOf = (file: string) =>
      offered.has(file)
        ? addressOf(`${String(year)}/${code}/sources/${encodeURIComponent(file)}`)
        : undefined;
    const [only] = files;
    const named: readonly (readonly [title: string | undefined, ...addresses: (string | undefined)[]])[] =
      only === undefined || files.length === 1
        ? [[title ?? only, address, only === undefined ? undefined : copyOf(only)]]
        : files.map((file) => [title === undefined ? file : `${title}：${file}`, copyOf(file), address]);
    return named.flatMap(([own, ...addresses]) =>
      own === undefined
        ? []
        : {
            title: `${name}（${String(year)}年）：${own}`,
            department,
            address: addresses.find((one) => one !== undefined && isWhole(one)),
          },
    );
  });
}

/** When the latest of the documents was published; undefined where none says so. */
export const lastPublished = (departments: readonly Department[]): string | undefined =>
  departments
    .flatMap(({ source }) => source.published ?? [])
    .toSorted()
    .at(-1);

/** Whether an address has a host, so that it means the same wherever it is read. */
export const isWhole = (address: string): boolean => URL.canParse(address);
