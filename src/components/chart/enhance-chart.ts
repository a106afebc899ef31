/**
 * Draws a chart with Chart.js in place of the static drawing when it comes into view, lets its points be read one
 * by one, and offers its files. Chart.js is loaded with the first chart that is drawn, so a page whose charts
 * nobody looks at stays light.
 */
import { DRAWING_NAMES } from '../../charts/drawing-names.ts';
import { element } from '../element.ts';
import { partsOf, type ChartParts } from './chart-words.ts';
import { inUnit, shownUnit } from './in-unit.ts';
import { offerFiles } from './offer-files.ts';
import { placeBehindBars } from './place-behind-bars.ts';
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
  if (observer === undefined) return;
  const { drawing, data } = parts;
  writeBarValues(parts);
  shown.set(figure, () => {
    writeBarValues(parts);
  });
  const title = figure.querySelector('h3')?.textContent.trim() ?? '';
  // The keys have to come through to the script, so the frame is no document to read but a thing to use.
  const frame = element('div', { className: 'canvas', tabIndex: 0 });
  frame.setAttribute('role', 'application');
  frame.setAttribute('aria-label', `${title}（${DRAWING_NAMES[data.drawing]}），用方向键逐项查看`);
  drawing.prepend(frame);
  const start = () => {
    observer.unobserve(drawing);
    starts.delete(drawing);
    frame.removeEventListener('focus', start);
    void draw(parts, frame, title);
  };
  starts.set(drawing, start);
  observer.observe(drawing);
  // The keyboard may come to a chart before the page has moved it into view.
  frame.addEventListener('focus', start);
}

/** Bars have their values in the list behind the canvas; it is written in the chosen unit from the start. */
function writeBarValues({ drawing, data }: ChartParts): void {
  if (data.drawing !== 'bars' || data.unit !== '万元') return;
  const texts = inUnit(data, shownUnit()).series[0]?.texts ?? [];
  drawing.querySelectorAll('.bar-value').forEach((value, row) => {
    // A blank is 未列 in every unit.
    if (texts[row]) value.textContent = texts[row];
  });
}

/** Draws one chart; where that fails, the static drawing stays. */
async function draw(parts: ChartParts, frame: HTMLElement, title: string): Promise<void> {
  const { figure, drawing, data } = parts;
  try {
    const { drawChart } = await import('./chart-js.ts');
    // Meanwhile a script may have put other charts in its place.
    if (!drawing.isConnected) return;
    const canvas = element('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `${title}（${DRAWING_NAMES[data.drawing]}）`);
    frame.append(canvas);
    const fallback = drawing.querySelector('.static, .plot');
    const bars = [...(fallback?.querySelectorAll('li svg') ?? [])];
    if (bars.length > 0) placeBehindBars(frame, drawing, bars);
    // Elsewhere the canvas takes exactly the room of what it replaces, so that nothing below moves.
    fallback?.classList.add('replaced');
    let now = inUnit(data, shownUnit());
    let chart = drawChart(canvas, now);
    const showAgain = readPoints(drawing, frame, { data: () => now, drawn: () => chart });
    shown.set(figure, () => {
      now = inUnit(data, shownUnit());
      chart = drawChart(canvas, now, false);
      writeBarValues(parts);
      showAgain();
    });
  } catch (error) {
    frame.remove();
    console.warn(error);
  }
}
