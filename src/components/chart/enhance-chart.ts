/**
 * Lets the points of a chart be read one by one, and offers its files. Lines and columns are drawn with Chart.js in
 * place of the static drawing when they come into view; it is loaded with the first of them, so a page whose charts
 * nobody looks at stays light. Bars stay the list that they are: with its names, links and values it has all that a
 * canvas could show.
 */
import { DRAWING_NAMES, type ChartDescription } from '../../charts/chart.ts';
import { element } from '../element.ts';
import { markedBars } from './marked-bars.ts';
import { offerFiles } from './offer-files.ts';
import { readPoints } from './read-points.ts';
import { watchLook } from './page-look.ts';

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

/**
 * Adds to a figure that stands in the page what scripts can add.
 *
 * @param source the document from which the numbers come.
 */
export function enhanceChart(figure: HTMLElement, chart: ChartDescription, source?: string): void {
  const drawing = figure.querySelector<HTMLElement>('.drawing');
  if (drawing === null) return;
  offerFiles(figure, chart, source);
  if (chart.drawing === 'bars') readBars(figure, drawing, chart);
  else if (observer !== undefined) drawInView(figure, drawing, chart, observer);
}

/** What takes the focus where a chart is read with the keys. */
function frameOf({ title, drawing }: ChartDescription, className: string): HTMLElement {
  // The keys have to come through to the script, so the frame is no document to read but a thing to use.
  const frame = element('div', { className, tabIndex: 0 });
  frame.setAttribute('role', 'application');
  frame.setAttribute('aria-label', `${title}（${DRAWING_NAMES[drawing]}），用方向键逐项查看`);
  return frame;
}

function readBars(figure: HTMLElement, drawing: HTMLElement, chart: ChartDescription): void {
  const frame = frameOf(chart, 'frame');
  drawing.prepend(frame);
  const drawn = markedBars(frame, [...drawing.querySelectorAll('.bars li')]);
  shown.set(
    figure,
    readPoints(drawing, frame, chart, () => drawn),
  );
}

function drawInView(
  figure: HTMLElement,
  drawing: HTMLElement,
  chart: ChartDescription,
  seen: IntersectionObserver,
): void {
  const frame = frameOf(chart, 'canvas');
  drawing.prepend(frame);
  const start = () => {
    seen.unobserve(drawing);
    starts.delete(drawing);
    frame.removeEventListener('focus', start);
    void draw(figure, drawing, chart, frame);
  };
  starts.set(drawing, start);
  seen.observe(drawing);
  // The keyboard may come to a chart before the page has moved it into view.
  frame.addEventListener('focus', start);
}

/** Draws one chart; where that fails, the static drawing stays. */
async function draw(
  figure: HTMLElement,
  drawing: HTMLElement,
  chart: ChartDescription,
  frame: HTMLElement,
): Promise<void> {
  try {
    const { drawChart } = await import('./chart-js.ts');
    // Meanwhile a script may have put other charts in its place.
    if (!drawing.isConnected) return;
    const canvas = element('canvas');
    // The frame says what is drawn, and its points; the sentence above and the table below say it in full.
    canvas.setAttribute('aria-hidden', 'true');
    frame.append(canvas);
    // The canvas takes exactly the room of what it replaces, so that nothing below moves.
    drawing.querySelector('.static')?.classList.add('replaced');
    let drawn = drawChart(canvas, chart);
    const showAgain = readPoints(drawing, frame, chart, () => drawn);
    shown.set(figure, () => {
      drawn = drawChart(canvas, chart);
      showAgain();
    });
  } catch (error) {
    frame.remove();
    console.warn(error);
  }
}
