import type { Chart, Plugin } from 'chart.js';
import { cellLabel } from '../../charts/cell-words.ts';
import { lengthOf, type ChartDescription } from '../../charts/chart.ts';
import { lineNames } from '../../charts/line-names.ts';
import type { Palette } from '../../charts/palette.ts';
import type { MoneyUnit } from '../../model/money-unit.ts';

type Kind = 'bar' | 'line';

/**
 * Writes the values beside the points or above the columns, on a halo where a line passes behind them.
 *
 * @param size of the letters, in pixels.
 */
export function canvasLabels(
  { drawing, series }: ChartDescription,
  colour: Palette,
  size: number,
  money: MoneyUnit,
): Plugin<Kind> {
  const isLine = drawing === 'line';
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
      series.forEach(({ unit, cells, compared, comparison }, index) => {
        if (compared === true || comparison === true) return;
        ctx.textAlign = isLine ? 'right' : 'center';
        chart.getDatasetMeta(index).data.forEach(({ x, y }, place) => {
          const cell = cells[place];
          const isKnown = lengthOf(cell) !== null;
          // A column that is not there says why; a line is only broken.
          if (cell !== undefined && (isKnown || !isLine))
            write(
              cellLabel(cell, unit, money),
              isLine ? x - 7 : x,
              (isKnown ? y : chart.chartArea.bottom) - 5,
            );
        });
      });
      ctx.textAlign = 'right';
      const pointOf = (index: number, point: number) => chart.getDatasetMeta(index).data[point];
      for (const { point, y, names } of lineNames(series, (one, at) => pointOf(one, at)?.y, size * 1.15))
        write(names, pointOf(0, point)?.x ?? 0, y);
      ctx.restore();
    },
  };
}
