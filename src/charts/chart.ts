import type { Decimal } from '../model/decimal.ts';

/**
 * A chart as data: what it shows, in a sentence; its numbers; how it is drawn. Table, static drawing and
 * Chart.js drawing are all made from it.
 */
export interface ChartDescription {
  /** Unique on its page; the figure's fragment. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, complete without seeing it. Stands as the caption and as the drawing's name. */
  readonly sentence: string;
  readonly drawing: ChartDrawing;
  /** Heading of the table's first column, for example `项目`. */
  readonly categoryName: string;
  /** Whether the categories are named by amounts, as 1–3万元; these names and the sentence keep their unit. */
  readonly namesAmounts?: boolean;
  readonly categories: readonly ChartCategory[];
  readonly series: readonly ChartSeries[];
}

/** Horizontal bars (long names), upright columns, or a line over points in time. */
export type ChartDrawing = 'bars' | 'columns' | 'line';

export interface ChartCategory {
  readonly label: string;
  /** Where the category's name leads, with the base path. */
  readonly href?: string;
}

/** One column of the chart's table; drawn unless it only accompanies another. */
export interface ChartSeries {
  readonly name: string;
  /** How the key beside the drawing names it: shorter, as `本项目`, or with what its name stands for, as `甲 丧葬费`. */
  readonly keyName?: string;
  /** `万元`, `%`, `个` …; drawn series of one chart share one unit. */
  readonly unit: string;
  /** One value a category; undefined where it is not known. */
  readonly values: readonly (Decimal | undefined)[];
  /** Text to show in the table in place of the value, a category, for example the source's `750000%`. */
  readonly texts?: readonly (string | undefined)[];
  readonly drawn: boolean;
  /** Whether the value of each category is only a lower bound, because something under it is not stated. */
  readonly lowerBounds?: readonly boolean[];
  /** Drawn as the quiet comparison (thin, grey, dashed): the average beside the project. */
  readonly comparison?: boolean;
  /** One of several equals beside each other; each is drawn in a look of its own and named by its name. */
  readonly compared?: boolean;
}
