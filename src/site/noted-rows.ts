import type { Finding } from '../files/finding.ts';
import { parsePath } from '../files/value-path.ts';
import type { Indicator } from '../model/indicator.ts';
import { notesOf } from './notes.ts';

/** How many data notes stand on the values of each indicator row that has any. */
export function notedRows(findings: readonly Finding[]): ReadonlyMap<Indicator, number> {
  const counts = new Map<Indicator, number>();
  for (const { project, location } of notesOf(findings)) {
    const [, category, place] = parsePath(location) ?? [];
    const row = project.indicators.find((one) => one.category === category && one.place - 1 === place);
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}
