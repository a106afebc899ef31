import { workbookPieces } from '../../office/workbook.ts';
import type { Scope } from '../scope.ts';
import type { TableData } from '../table.ts';
import { TABLES } from '../tables.ts';
import { contentsSheet, coverSheet, explanationSheet, titleOfScope } from './front-sheets.ts';
import { tableSheets, type KeptSheets } from './table-sheets.ts';

/**
 * The tables of a scope as an Excel workbook (.xlsx): a cover, contents, what each column means, and the tables, a sheet
 * each. The same content gives the same bytes, which are made piece by piece.
 *
 * @param kept where the workbook of another scope has the same rows.
 */
export function writeDataWorkbook(scope: Scope, data: TableData, kept?: KeptSheets): Iterable<Uint8Array> {
  const tables = TABLES.flatMap((table) => tableSheets(table, scope, data, kept));
  return workbookPieces(titleOfScope(scope, data), [
    coverSheet(scope, data),
    contentsSheet(tables, scope, data),
    explanationSheet(),
    ...tables.map(({ sheet }) => sheet),
  ]);
}
