import type { ChartDrawing } from '../../charts/chart.ts';

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
  }[];
}
