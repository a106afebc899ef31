import type { Chart, Plugin } from 'chart.js';
import type { ChartData } from '../../charts/chart-data.ts';
import { lineNames } from '../../charts/picture/line-names.ts';
import type { Colours } from './colours.ts';

type Kind = 'bar' | 'line';

/**
 * Writes the values beside the points or above the columns, on a halo where a line passes behind them.
 *
 * @param size of the letters, in pixels.
 */
export function canvasLabels(data: ChartData, colour: Colours, size: number): Plugin<Kind> {
  const isLine = data.drawing === 'line';
  return {
    id: 'labels',
    afterDatasetsDraw(chart: Chart<Kind>) {
      const { ctx } = chart;
      const write = (text: string, x: number, y: number) => {
        ctx.strokeText(text, x, y);
        ctx.fillText(text, x, y);
      };
      ctx.save();
      ctx.strokeStyle = colour.paper;
      ctx.fillStyle = colour.ink;
      ctx.lineWidth = 4;
      ctx.lineJoin = 'round';
      ctx.textBaseline = 'bottom';
      data.series.forEach((series, index) => {
        if (series.look !== undefined || series.comparison) return;
        ctx.textAlign = isLine ? 'right' : 'center';
        chart.getDatasetMeta(index).data.forEach(({ x, y }, place) => {
          const text = series.texts[place] ?? '';
          if (text !== '') write(text, isLine ? x - 7 : x, y - 5);
        });
      });
      ctx.textAlign = 'right';
      const placeOf = (series: number, point: number) => chart.getDatasetMeta(series).data[point];
      for (const { x, y, names } of lineNames(data.series, placeOf, size * 1.15)) write(names, x, y);
      ctx.restore();
    },
  };
}
