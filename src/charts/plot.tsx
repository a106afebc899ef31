import { drawnPart, type ChartDescription } from './chart.ts';
import type { Frame, Plotted } from './frame.tsx';
import { plotBars } from './plot-bars.tsx';
import { plotColumns } from './plot-columns.tsx';
import { plotLine } from './plot-line.tsx';

/** Draws a chart, once for all places: page, paper, and picture. */
export function plot(chart: ChartDescription, frame: Frame): Plotted {
  const drawn = { ...chart, ...drawnPart(chart) };
  if (chart.drawing === 'bars') return plotBars(drawn, frame);
  return chart.drawing === 'columns' ? plotColumns(drawn, frame) : plotLine(drawn, frame);
}
