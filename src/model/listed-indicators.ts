import { keepLast } from './kept.ts';
import { listedIndicators, sharedIndicators, type SharedIndicator } from './shared-indicators.ts';
import type { Site } from './site.ts';
import { yearsOf } from './years.ts';

/** What of the shared indicators of a year is listed. */
export interface ListedIndicators {
  /** How many there are. */
  readonly count: number;
  /** Those that are listed, in parts of which each is a page. */
  readonly parts: readonly (readonly SharedIndicator[])[];
}

/** By year; asked for by the pages of all indicators and by those of the shared ones. */
export const listedByYear = keepLast((site: Site): ReadonlyMap<number, ListedIndicators> => {
  const years = yearsOf(site).map(({ year, projects }) => {
    const all = sharedIndicators(projects);
    return [year, { count: all.length, parts: listedIndicators(all) }] as const;
  });
  return new Map(years);
});
