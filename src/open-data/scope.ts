import type { Department } from '../model/department.ts';
import type { Site } from '../model/site.ts';
import { yearsOf } from '../model/years.ts';

/** What a set of files is about: everything, a year, or a department's year. */
export interface Scope {
  readonly level: 'whole' | 'year' | 'department';
  /** Where its files lie: `data/2022/`. */
  readonly folder: string;
  readonly title: string;
  readonly year?: number;
  readonly departments: readonly Department[];
}

/** The whole, then the years, latest first, then their departments. */
export function scopesOf(site: Site): readonly Scope[] {
  return [
    { level: 'whole', folder: 'data/', title: '全部年度', departments: site.departments },
    ...yearsOf(site).map(({ year, departments }): Scope => ({
      level: 'year',
      folder: `data/${String(year)}/`,
      title: `${String(year)}年`,
      year,
      departments,
    })),
    ...site.departments.map((department): Scope => ({
      level: 'department',
      folder: `data/${String(department.year)}/${department.code}/`,
      title: `${String(department.year)}年，${department.name}`,
      year: department.year,
      departments: [department],
    })),
  ];
}
