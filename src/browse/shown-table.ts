import { periodsOf } from '../model/disbursement-plan.ts';
import { sumsOf } from '../model/totals.ts';
import type { RowSums, TableShape } from '../views/project-columns.ts';
import type { ListedProject } from './listed-project.ts';

/** What the table of the projects that pass has: its rows in their order, its columns, and its sums, a year each. */
export interface ShownTable extends TableShape {
  readonly rows: readonly ListedProject[];
  readonly totals: readonly RowSums[];
}

/**
 * The table of the projects that pass. Its columns are those of all projects of their years, so that no filter takes
 * one away.
 */
export function shownTable(all: readonly ListedProject[], rows: readonly ListedProject[]): ShownTable {
  const years = byYear(rows);
  const ofYears = all.filter(({ year }) => years.some((one) => one.year === year));
  return {
    rows,
    periods: periodsOf(ofYears),
    hasYears: years.length > 1,
    hasResults: ofYears.some(({ results }) => results !== undefined),
    hasDepartments: new Set(ofYears.map(({ departmentCode }) => departmentCode)).size > 1,
    totals: years.map(({ year, own }) => ({
      ...sumsOf(own),
      year: years.length > 1 ? year : undefined,
      isPart: own.length < ofYears.filter((project) => project.year === year).length,
    })),
  };
}

/** The projects of each year, latest first; two years are never added up. */
export function byYear<Listed extends Pick<ListedProject, 'year'>>(
  projects: readonly Listed[],
): readonly { readonly year: number; readonly own: readonly Listed[] }[] {
  const years = [...new Set(projects.map(({ year }) => year))].sort((a, b) => b - a);
  return years.map((year) => ({ year, own: projects.filter((project) => project.year === year) }));
}
