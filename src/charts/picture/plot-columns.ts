import { NOT_STATED } from '../../model/terms.ts';
import type { ChartData } from '../chart-data.ts';
import { COLOURS } from './light-colours.ts';
import type { Plotted } from './plotted.ts';
import { escapeXml } from './text.ts';

const TOP = 30;
const GROUND = 300;

/** Upright columns with their values above and their names below. */
export function plotColumns({ labels, series: [drawn] }: ChartData, width: number): Plotted {
  const greatest = Math.max(...(drawn?.values.map((value) => value ?? 0) ?? []), 0) || 1;
  const step = width / Math.max(1, labels.length);
  const columns = labels.map((label, column) => {
    const value = drawn?.values[column] ?? null;
    const height = ((value ?? 0) / greatest) * (GROUND - TOP);
    const middle = (step * (column + 0.5)).toFixed(1);
    const top = GROUND - height;
    return [
      `<rect x="${(step * (column + 0.2)).toFixed(1)}" y="${top.toFixed(1)}" width="${(step * 0.6).toFixed(1)}" height="${height.toFixed(1)}" fill="${COLOURS.accent}"/>`,
      `<text x="${middle}" y="${(top - 8).toFixed(1)}">${escapeXml(value === null ? NOT_STATED : (drawn?.texts[column] ?? ''))}</text>`,
      `<text x="${middle}" y="${GROUND + 24}">${escapeXml(label)}</text>`,
    ].join('');
  });
  return {
    svg: `<line x1="0" x2="${width}" y1="${GROUND}" y2="${GROUND}" stroke="${COLOURS.ink}"/><g font-size="16" fill="${COLOURS.ink}" text-anchor="middle">${columns.join('')}</g>`,
    height: GROUND + 32,
  };
}
