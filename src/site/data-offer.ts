import type { Published } from '../files/finding.ts';
import type { DataFile } from '../open-data/data-file.ts';
import { openDataOf } from '../open-data/data-files.ts';
import { sampleOf, type Sample } from '../open-data/sample.ts';
import type { Table } from '../open-data/table.ts';
import { TABLES } from '../open-data/tables.ts';
import { openDataFiles } from './content.ts';

/** What pages say of the open data: which files the build makes, how large they are, and what stands in them. */

/** A file of the open data as it is offered. */
export interface OfferedData {
  readonly file: DataFile;
  /** Its own name, in its folder. */
  readonly name: string;
  /** The table that it holds; undefined where it holds several or describes them. */
  readonly table: Table | undefined;
}

/** How many rows of a table are shown. */
const SHOWN_ROWS = 3;

/** The address of the site as the build knows it: what the files hold depends on it, and so their size. */
const place = { base: import.meta.env.BASE_URL, host: import.meta.env.SITE as string | undefined };

const foldersOf = new WeakMap<Published, ReadonlyMap<string, readonly OfferedData[]>>();

/** The files of everything (`data/`), of a year (`data/2022/`) or of a department in it, in the order of the list. */
export function dataIn(published: Published, folder: string): readonly OfferedData[] {
  const known = foldersOf.get(published) ?? filesByFolder(published);
  foldersOf.set(published, known);
  return known.get(folder) ?? [];
}

/** The tables that have rows: what a site does not publish is there for programs, but no reader is led to it. */
function tablesOffered(published: Published): readonly Table[] {
  const data = openDataOf(published, place);
  return TABLES.filter((table) => {
    const rows = table.rowsOf(published.site.departments, data)[Symbol.iterator]();
    return rows.next().done !== true;
  });
}

/** A file of everything, of a year or of a department's year; those of each project are offered on its own page. */
const OFFERED = /^(data\/(?:\d+\/(?:[^/]+\/)?)?)([^/]+)$/;

function filesByFolder(published: Published): ReadonlyMap<string, readonly OfferedData[]> {
  const offered = tablesOffered(published);
  const folders = new Map<string, OfferedData[]>();
  for (const file of openDataFiles()) {
    const [, folder, name = ''] = OFFERED.exec(file.path) ?? [];
    if (folder === undefined) continue;
    const table = TABLES.find((one) => name === `${one.name}.csv` || name === `${one.name}.json`);
    if (table !== undefined && !offered.includes(table)) continue;
    folders.set(folder, [...(folders.get(folder) ?? []), { file, name, table }]);
  }
  return folders;
}

/** What all the tables hold. */
export function samplesOf(published: Published): readonly (Sample & { readonly table: Table })[] {
  const data = openDataOf(published, place);
  return tablesOffered(published).map((table) => ({
    table,
    ...sampleOf(table, published.site.departments, data, SHOWN_ROWS),
  }));
}
