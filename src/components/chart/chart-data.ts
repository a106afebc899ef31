import type { ChartDescription, ChartDrawing } from '../../charts/chart.ts';
import { drawnValue } from '../../charts/format-value.ts';
import { toNumber } from '../../model/decimal.ts';

/** What the drawing script needs of a chart; stands in the page as JSON. */
export interface ChartData {
  readonly drawing: ChartDrawing;
  readonly unit: string;
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** For drawing only; `texts` has the exact values as shown. */
    readonly values: readonly (number | null)[];
    readonly texts: readonly string[];
    readonly comparison: boolean;
    /** Which of the looks a line has, from 0, where several projects stand beside each other. */
    readonly look?: number;
  }[];
}

/** The drawn part of a chart as numbers and the texts beside them. */
export function chartData({ drawing, categories, series }: ChartDescription): ChartData {
  const drawn = series.filter((one) => one.drawn);
  return {
    drawing,
    unit: drawn[0]?.unit ?? '',
    labels: categories.map(({ label }) => label),
    series: drawn.map(({ name, unit, values, lowerBounds, comparison }) => ({
      name,
      values: values.map((value) => (value === undefined ? null : toNumber(value))),
      texts: values.map((value, index) =>
        value === undefined ? '' : drawnValue(value, unit, lowerBounds?.[index]),
      ),
      comparison: comparison ?? false,
    })),
  };
}
