import type { DrawnSeries } from '../chart-data.ts';
import { LOOKS } from './looks.ts';

/** Closer than this two names would cover each other, in pixels. */
const NEAR = 14;

/** A name to write at a point. */
export interface NamedPoint {
  readonly x: number;
  /** Above the largest mark of the point. */
  readonly y: number;
  readonly names: string;
}

/** Between a mark and the names above it. */
const GAP = 3;

/** So many names stand beside each other; more would run over those of the point before. */
const TWO_ACROSS = /.{1,2}/gu;

/**
 * Where compared lines are named: at each of their points; where several meet, all their names stand together, two in
 * a row.
 *
 * @param placeOf where a series' point stands, by the places of both.
 * @param rowHeight how far the rows of names stand apart, in pixels.
 */
export function lineNames(
  series: readonly DrawnSeries[],
  placeOf: (series: number, point: number) => { readonly x: number; readonly y: number } | undefined,
  rowHeight: number,
): readonly NamedPoint[] {
  const places: { x: number; y: number; names: string; radius: number }[] = [];
  series.forEach(({ look, name, values }, index) => {
    if (look === undefined) return;
    values.forEach((value, point) => {
      const place = value === null ? undefined : placeOf(index, point);
      if (place === undefined) return;
      const met = places.find((one) => Math.abs(one.x - place.x) < 1 && Math.abs(one.y - place.y) < NEAR);
      const radius = LOOKS[look]?.radius ?? 0;
      if (met === undefined) places.push({ x: place.x, y: place.y, names: name, radius });
      else {
        met.names += name;
        met.y = Math.min(met.y, place.y);
        met.radius = Math.max(met.radius, radius);
      }
    });
  });
  return places.flatMap(({ x, y, names, radius }) => {
    const rows = names.match(TWO_ACROSS) ?? [];
    return rows.map((row, index) => ({
      x,
      y: y - radius - GAP - (rows.length - 1 - index) * rowHeight,
      names: row,
    }));
  });
}
