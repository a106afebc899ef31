import type { Table, TableName } from './table.ts';
import { CORRECTIONS } from './tables/corrections.ts';
import { DEPARTMENTS } from './tables/departments.ts';
import { DISBURSEMENT_PLAN } from './tables/disbursement-plan.ts';
import { FINDINGS } from './tables/findings.ts';
import { INDICATORS } from './tables/indicators.ts';
import { RESULTS } from './tables/results.ts';
import { PROJECTS } from './tables/projects.ts';

/** All tables of the open data, in the order in which they are offered. */
export const TABLES: readonly Table[] = [
  PROJECTS,
  INDICATORS,
  DISBURSEMENT_PLAN,
  RESULTS,
  DEPARTMENTS,
  FINDINGS,
  CORRECTIONS,
];

export function tableNamed(name: TableName): Table {
  const table = TABLES.find((one) => one.name === name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  return table;
}
