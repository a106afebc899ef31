import { toNumber } from '../model/decimal.ts';
import type { ChartDescription, ChartDrawing } from './chart.ts';
import { drawnValue } from './format-value.ts';
import { pointWords } from './point-words.ts';

/** What the scripts need of a chart to draw it, to read it out and to make a picture of it; stands in the page as JSON. */
export interface ChartData {
  readonly drawing: ChartDrawing;
  readonly unit: string;
  readonly labels: readonly string[];
  /** What each category says, without its label. */
  readonly words: readonly string[];
  readonly series: readonly DrawnSeries[];
}

export interface DrawnSeries {
  readonly name: string;
  /** How the key names it, where lines are compared. */
  readonly key?: string | undefined;
  /** For drawing only; `texts` has the values as shown. */
  readonly values: readonly (number | null)[];
  readonly texts: readonly string[];
  readonly comparison: boolean;
  /** Which of the looks a line has, from 0, where several projects stand beside each other. */
  readonly look?: number;
}

/** The drawn part of a chart as numbers and the texts beside them. */
export function chartData(chart: ChartDescription): ChartData {
  const drawn = chart.series.filter((one) => one.drawn);
  const compares = drawn.some(({ compared }) => compared);
  const hasKey = compares || drawn.some(({ comparison }) => comparison);
  return {
    drawing: chart.drawing,
    unit: drawn[0]?.unit ?? '',
    labels: chart.categories.map(({ label }) => label),
    words: chart.categories.map((_, row) => pointWords(chart, row)),
    series: drawn.map(({ name, keyName = name, unit, values, lowerBounds, comparison }, index) => ({
      name,
      values: values.map((value) => (value === undefined ? null : toNumber(value))),
      texts: values.map((value, row) =>
        value === undefined ? '' : drawnValue(value, unit, lowerBounds?.[row]),
      ),
      comparison: comparison ?? false,
      ...(hasKey ? { key: keyName } : {}),
      ...(compares ? { look: index } : {}),
    })),
  };
}
