/**
 * Lets the points of a chart be read one by one, and offers its files. Lines and columns are drawn with Chart.js in
 * place of the static drawing when they come into view; it is loaded with the first of them, so a page whose charts
 * nobody looks at stays light. Bars stay the list that they are: with its names, links and values it has all that a
 * canvas could show.
 */
import type { ChartData } from '../../charts/chart-data.ts';
import { DRAWING_NAMES } from '../../charts/drawing-names.ts';
import { element } from '../element.ts';
import { partsOf, type ChartParts } from './chart-words.ts';
import { inUnit, shownUnit } from './in-unit.ts';
import { markedBars } from './marked-bars.ts';
import { offerFiles } from './offer-files.ts';
import { readPoints } from './read-points.ts';
import { watchLook } from './watch-look.ts';

/** What shows each chart of the page anew; those that left the page are forgotten. */
const shown = new Map<HTMLElement, () => void>();

/** Draws what waits for it when it comes into view; without such an observer the static drawings stay. */
const starts = new WeakMap<Element, () => void>();
const observer =
  'IntersectionObserver' in window
    ? new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries) if (isIntersecting) starts.get(target)?.();
        },
        { rootMargin: '100px' },
      )
    : undefined;

watchLook(() => {
  for (const [figure, showAnew] of shown) {
    if (figure.isConnected) showAnew();
    else shown.delete(figure);
  }
});

/** Adds to a figure that stands in the page what scripts can add. */
export function enhanceChart(figure: HTMLElement): void {
  const parts = partsOf(figure);
  if (parts === undefined) return;
  offerFiles(parts);
  if (parts.data.drawing === 'bars') readBars(parts);
  else if (observer !== undefined) drawInView(parts, observer);
}

/** What takes the focus where a chart is read with the keys. */
function frameOf({ figure, data }: ChartParts, className: string): HTMLElement {
  const title = figure.querySelector('h3')?.textContent.trim() ?? '';
  // The keys have to come through to the script, so the frame is no document to read but a thing to use.
  const frame = element('div', { className, tabIndex: 0 });
  frame.setAttribute('role', 'application');
  frame.setAttribute('aria-label', `${title}（${DRAWING_NAMES[data.drawing]}），用方向键逐项查看`);
  return frame;
}

function readBars(parts: ChartParts): void {
  const { figure, drawing, data } = parts;
  const frame = frameOf(parts, 'frame');
  drawing.prepend(frame);
  const drawn = markedBars(frame, [...drawing.querySelectorAll('.bars li')]);
  let now = inUnit(data, shownUnit());
  writeBarValues(drawing, now);
  const showAgain = readPoints(drawing, frame, { data: () => now, drawn: () => drawn });
  shown.set(figure, () => {
    now = inUnit(data, shownUnit());
    writeBarValues(drawing, now);
    showAgain();
  });
}

/** Writes the values beside bars in the chosen unit. */
function writeBarValues(drawing: HTMLElement, { series: [series] }: ChartData): void {
  drawing.querySelectorAll('.bar-value').forEach((value, row) => {
    // A blank is 未列 in every unit.
    const text = series?.texts[row];
    if (text) value.textContent = text;
  });
}

function drawInView(parts: ChartParts, seen: IntersectionObserver): void {
  const { drawing } = parts;
  const frame = frameOf(parts, 'canvas');
  drawing.prepend(frame);
  const start = () => {
    seen.unobserve(drawing);
    starts.delete(drawing);
    frame.removeEventListener('focus', start);
    void draw(parts, frame);
  };
  starts.set(drawing, start);
  seen.observe(drawing);
  // The keyboard may come to a chart before the page has moved it into view.
  frame.addEventListener('focus', start);
}

/** Draws one chart; where that fails, the static drawing stays. */
async function draw({ figure, drawing, data }: ChartParts, frame: HTMLElement): Promise<void> {
  try {
    const { drawChart } = await import('./chart-js.ts');
    // Meanwhile a script may have put other charts in its place.
    if (!drawing.isConnected) return;
    const canvas = element('canvas');
    // The frame says what is drawn, and its points; the sentence above and the table below say it in full.
    canvas.setAttribute('aria-hidden', 'true');
    frame.append(canvas);
    // The canvas takes exactly the room of what it replaces, so that nothing below moves.
    drawing.querySelector('.static, .plot')?.classList.add('replaced');
    let now = inUnit(data, shownUnit());
    let chart = drawChart(canvas, now);
    const showAgain = readPoints(drawing, frame, { data: () => now, drawn: () => chart });
    shown.set(figure, () => {
      now = inUnit(data, shownUnit());
      chart = drawChart(canvas, now);
      showAgain();
    });
  } catch (error) {
    frame.remove();
    console.warn(error);
  }
}
