import type { ChartDrawing } from './chart.ts';

/** How a drawing is called after its title. */
export const DRAWING_NAMES: Readonly<Record<ChartDrawing, string>> = {
  bars: '条形图',
  columns: '柱状图',
  line: '折线图',
};
