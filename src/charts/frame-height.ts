import { plain } from '../model/words.ts';
import { besideLabel, cellLabel } from './cell-words.ts';
import { drawnPart, type ChartDescription, type ChartPage } from './chart.ts';
import { widthOf, wrap } from './fit-text.ts';

/**
 * How high a frame is in which another site shows a chart: a frame cannot grow with what it holds, so that it is given
 * the height of the narrowest one (`layouts/Embed.astro`, `styles/embed.css`). A test measures all of them.
 */

/** More bars are left to the whole page. */
export const MOST_BARS_IN_FRAME = 10;

/** Between the margins of the narrowest frame, 320 pixels wide. */
const ROOM = 288;
/** Of small text, in pixels. */
const SIZE = 15;
const LINE = SIZE * 1.5;
const MARGIN = 8;
/** A drawing whose values reach as high as on a page. */
const DRAWING = 228;
/** A bar with the room below it. */
const BAR = 23;
/** Margins, the links at the foot, and what the site says of itself. */
const REST = 165;
/** Frames are as high as the next of these, so that a word more or less changes no code. */
const STEP = 20;

const heightOf = (text: string, room = ROOM): number => wrap(text, SIZE, room).length * LINE;

/** Of a frame that shows one chart: of what it is, its title and sentence, the drawing, the source. */
export function chartFrameHeight(chart: ChartDescription, { name, source = '' }: ChartPage): number {
  return rounded(heightOf(name) + chartHeight(chart) + heightOf(source));
}

/** Of a frame that shows the key figures of a project and its plan, if it has one. */
export function projectFrameHeight(
  figures: number,
  plan: ChartDescription | undefined,
  { name, source = '' }: ChartPage,
): number {
  const rows = Math.ceil((figures + 1) / 2);
  return rounded(heightOf(name) * 1.3 + rows * FIGURES + (plan ? chartHeight(plan) : 0) + heightOf(source));
}

/** A row of key figures: the name, the number, a note of two lines. */
const FIGURES = 118;

function chartHeight(chart: ChartDescription): number {
  const { title, sentence, notes = [], drawing } = chart;
  const texts = [plain(sentence), ...notes].map((text) => heightOf(text) + MARGIN);
  const text = heightOf(title) * 1.3 + sum(texts);
  if (drawing !== 'bars') return text + DRAWING + LINE;
  const part = drawnPart({
    ...chart,
    drawn: Math.min(chart.drawn ?? chart.categories.length, MOST_BARS_IN_FRAME),
  });
  const [drawn] = part.series;
  const bars = part.categories.map(({ label }, row) => {
    const value = cellLabel(drawn?.cells[row] ?? {}, drawn?.unit ?? '') + besideLabel(part, row);
    const room = ROOM - 16 - widthOf(value, SIZE);
    return heightOf(label, Math.max(room, SIZE * 4)) * 0.98 + BAR;
  });
  return text + sum(bars) + LINE;
}

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);

const rounded = (height: number): number => Math.ceil((height + REST) / STEP) * STEP;
