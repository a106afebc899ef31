import { lengthOf, type ChartSeries } from './chart.ts';
import { lookOf } from './looks.tsx';

/** Closer than this two names would cover each other, in pixels. */
const NEAR = 14;

/** A name to write at a point. */
export interface NamedPoint {
  /** The place of its category. */
  readonly point: number;
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
 * @param heightOf how high a series' point stands, by the places of both.
 * @param rowHeight how far the rows of names stand apart, in pixels.
 */
export function lineNames(
  series: readonly ChartSeries[],
  heightOf: (series: number, point: number) => number | undefined,
  rowHeight: number,
): readonly NamedPoint[] {
  const met: { point: number; y: number; names: string; radius: number }[] = [];
  series.forEach((one, index) => {
    if (one.compared !== true) return;
    const { radius } = lookOf(one, index);
    one.cells.forEach((cell, point) => {
      const y = lengthOf(cell) === null ? undefined : heightOf(index, point);
      if (y === undefined) return;
      const near = met.find((other) => other.point === point && Math.abs(other.y - y) < NEAR);
      if (near === undefined) met.push({ point, y, names: one.name, radius });
      else {
        near.names += one.name;
        near.y = Math.min(near.y, y);
        near.radius = Math.max(near.radius, radius);
      }
    });
  });
  return met.flatMap(({ point, y, names, radius }) => {
    const rows = names.match(TWO_ACROSS) ?? [];
    return rows.map((row, index) => ({
      point,
      y: y - radius - GAP - (rows.length - 1 - index) * rowHeight,
      names: row,
    }));
  });
}
