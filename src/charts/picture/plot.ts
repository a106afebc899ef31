import type { ChartData } from '../chart-data.ts';
import { plotBars } from './plot-bars.ts';
import { plotColumns } from './plot-columns.ts';
import { plotLine } from './plot-line.ts';
import type { Plotted } from './plotted.ts';

/** Draws a chart at a fixed width. */
export function plot(data: ChartData, width: number): Plotted {
  if (data.drawing === 'bars') return plotBars(data, width);
  return data.drawing === 'columns' ? plotColumns(data, width) : plotLine(data, width);
}
