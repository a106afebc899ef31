import type { Published } from '../files/finding.ts';
import { notesByProject } from '../files/notes.ts';
import type { Department } from '../model/department.ts';
import { periodsOf } from '../model/disbursement-plan.ts';
import type { Site } from '../model/site.ts';
import { yearsOf } from '../model/years.ts';
import { csvLines } from './csv.ts';
import { inPieces, MEDIA_TYPES, type DataFile } from './data-file.ts';
import { jsonLines } from './json.ts';
import { projectFiles } from './project-files.ts';
import type { Cell, OpenData, Table } from './table.ts';
import { TABLES } from './tables.ts';

/** Where the site stands. */
export interface DataPlace {
  /** The path of its root, `/` or `/budget/`. */
  readonly base: string;
  /** Its host, `https://example.gov.cn`; where it is not known, the data name pages by their paths. */
  readonly host: string | undefined;
}

/** What a set of files is about: everything, a year, or a department's year. */
export interface Scope {
  /** Where its files lie: `data/2022/`. */
  readonly folder: string;
  readonly departments: readonly Department[];
}

/** How a table is written in each format, by the ending of its files. */
const FORMATS: Readonly<
  Record<'csv' | 'json', (table: Table, rows: Iterable<readonly Cell[]>) => Iterable<string>>
> = {
  csv: ({ columns }, rows) =>
    csvLines(
      withHead(
        columns.map(({ header }) => header),
        rows,
      ),
    ),
  json: ({ columns }, rows) => jsonLines(columns, rows),
};

/** All files of the open data, one by one: the tables of each scope in each format, and each project by itself. */
export function* dataFiles(published: Published, place: DataPlace): Generator<DataFile> {
  const data = openDataOf(published, place);
  const { site } = published;
  for (const { folder, departments } of scopesOf(site)) {
    for (const table of TABLES) {
      for (const format of ['csv', 'json'] as const) {
        yield {
          path: `${folder}${table.name}.${format}`,
          mediaType: MEDIA_TYPES[format],
          write: () => inPieces(FORMATS[format](table, table.rowsOf(departments, data))),
        };
      }
    }
  }
  for (const department of site.departments) yield* projectFiles(department, data);
}

/** The whole, then the years, latest first, then their departments. */
export function scopesOf(site: Site): readonly Scope[] {
  return [
    { folder: 'data/', departments: site.departments },
    ...yearsOf(site).map(({ year, departments }) => ({ folder: `data/${String(year)}/`, departments })),
    ...site.departments.map((department) => ({
      folder: `data/${String(department.year)}/${department.code}/`,
      departments: [department],
    })),
  ];
}

function openDataOf({ site, findings }: Published, { base, host }: DataPlace): OpenData {
  const notes = notesByProject(findings);
  const periods = new Map(yearsOf(site).map(({ year, projects }) => [year, periodsOf(projects)]));
  const root = base.replace(/\/*$/, '/');
  return {
    site,
    notesOf: (project) => notes.get(project) ?? [],
    periodsOf: (year) => periods.get(year) ?? [],
    addressOf: (path) => (host === undefined ? `${root}${path}` : new URL(`${root}${path}`, host).href),
  };
}

function* withHead(head: readonly string[], rows: Iterable<readonly Cell[]>): Generator<readonly string[]> {
  yield head;
  for (const row of rows) yield row.map((cell) => cell ?? '');
}
