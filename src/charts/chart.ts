import { parseDecimal, toNumber, toText, type Decimal } from '../model/decimal.ts';
import type { LeftOut } from '../model/stated.ts';
import { NO_SHARE, UNREAD, type Words } from '../model/words.ts';

/**
 * A chart as data: what it shows, in a sentence; its numbers; how it is drawn. Table, drawings, tips and files are all
 * made from it. It is plain data, its numbers exact as texts, because it stands in the page for the scripts.
 */
export interface ChartDescription {
  /** Unique on its page; the figure's fragment. */
  readonly id: string;
  readonly title: string;
  /** What the chart shows, complete without seeing it. Stands as the caption. */
  readonly sentence: Words;
  /** What a page says around it, for where it stands without its page; sentences. */
  readonly notes?: readonly string[];
  readonly drawing: ChartDrawing;
  /** Heading of the table's first column, for example `项目`. */
  readonly categoryName: string;
  readonly categories: readonly ChartCategory[];
  /** How many of the categories are drawn, from the first on; files have all. All where it is left out. */
  readonly drawn?: number;
  /** How many there are in all, where not even the files have room for them. */
  readonly total?: number;
  readonly series: readonly ChartSeries[];
}

/** The page on which a chart stands. */
export interface ChartPage {
  /** With the base path. */
  readonly address: string;
  /** Of what its charts are: the site, a year, a department, a project. */
  readonly name: string;
  /** The document from which their numbers come; left out where they come from several. */
  readonly source?: string | undefined;
}

/** Horizontal bars (long names), upright columns, or a line over points in time. */
export type ChartDrawing = 'bars' | 'columns' | 'line';

/** How a drawing is called after its title. */
export const DRAWING_NAMES: Readonly<Record<ChartDrawing, string>> = {
  bars: '条形图',
  columns: '柱状图',
  line: '折线图',
};

export interface ChartCategory {
  readonly label: string;
  /** Where the category's name leads, with the base path; only pages have it. */
  readonly href?: string;
}

/** One column of the chart's table; drawn unless it only accompanies another. */
export interface ChartSeries {
  readonly name: string;
  /** How the key beside the drawing names it: shorter, as `本项目`, or with what its name stands for, as `甲 丧葬费`. */
  readonly keyName?: string;
  /** `万元`, `%`, `个` …; drawn series of one chart share one unit. */
  readonly unit: string;
  /** One a category. */
  readonly cells: readonly ChartCell[];
  readonly drawn: boolean;
  /** Said beside the value of each bar, although it is not drawn. */
  readonly beside?: boolean;
  /** Drawn as the quiet comparison (thin, grey, dashed): the average beside the project. */
  readonly comparison?: boolean;
  /** One of several equals beside each other; each is drawn in a look of its own and named by its name. */
  readonly compared?: boolean;
}

/** A number of a chart; one that has nothing was not stated. */
export interface ChartCell {
  /** Exact: `649.2725`. */
  readonly value?: string;
  /** Whether the value is only a lower bound, because something under it is not stated. */
  readonly isLeast?: boolean;
  /** The source's own text where it is no value that can be drawn: `750000%`. */
  readonly text?: string;
  /** Why there is no value although something is stated. */
  readonly refused?: '不能采信' | typeof UNREAD | typeof NO_SHARE | typeof NO_DATA | typeof WITHDRAWN;
}

/** A year between others of which the site has no data. */
export const NO_DATA = '本站没有';
export const WITHDRAWN = '已撤销';

/** A cell with a value; an empty one where it is not known. */
export function cell(value: Decimal | undefined, isLeast = false): ChartCell {
  if (value === undefined) return {};
  return isLeast ? { value: toText(value), isLeast } : { value: toText(value) };
}

/** A sum; one that leaves out all there is, and not for blanks alone, cannot be read. */
export function sumCell(value: Decimal | undefined, { unread }: LeftOut): ChartCell {
  return value === undefined && unread > 0 ? { refused: UNREAD } : cell(value);
}

/** A share; where something is stated and there is none, of a whole of 0 for example, that is not called a blank. */
export function shareCell(share: Decimal | undefined, isStated: boolean): ChartCell {
  return share === undefined && isStated ? { refused: NO_SHARE } : cell(share);
}

/** The value of a cell, exact. */
export function valueOf({ value }: ChartCell): Decimal | undefined {
  return value === undefined ? undefined : parseDecimal(value);
}

/** The value of a cell for drawing alone; null where there is none. */
export function lengthOf(one: ChartCell | undefined): number | null {
  const value = one && valueOf(one);
  return value === undefined ? null : toNumber(value);
}

/** What of a chart is drawn: the first categories, and the series that do not only accompany others. */
export interface DrawnPart extends Pick<ChartDescription, 'categories' | 'series'> {
  /** Said beside the value of each bar. */
  readonly beside: readonly ChartSeries[];
}

export function drawnPart(chart: ChartDescription): DrawnPart {
  const { categories, series } = drawnOnly(chart);
  return {
    categories,
    series: series.filter((one) => one.drawn),
    beside: series.filter((one) => one.beside),
  };
}

/** A chart without the categories that are not drawn. */
export function drawnOnly({ drawn, ...chart }: ChartDescription): Omit<ChartDescription, 'drawn'> {
  return {
    ...chart,
    categories: chart.categories.slice(0, drawn),
    series: chart.series.map((one) => ({ ...one, cells: one.cells.slice(0, drawn) })),
  };
}

/** No bar of something is shorter than this part of the room, so that it can be seen. */
const SHORTEST = 0.003;

/** How much of the room the bar of a cell takes, from 0 to 1. */
export function barLength(one: ChartCell | undefined, greatest: number): number {
  const length = lengthOf(one) ?? 0;
  return length > 0 ? Math.max(length / greatest, SHORTEST) : 0;
}

/** The greatest of the values drawn, by which bars and columns are measured; never 0. */
export function greatestOf(cells: readonly ChartCell[]): number {
  return Math.max(...cells.map((one) => lengthOf(one) ?? 0), 0) || 1;
}
