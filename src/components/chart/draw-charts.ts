/**
 * Draws charts with Chart.js in place of the static drawings, each when it comes into view. Chart.js is
 * loaded with the first of them, so a page whose charts nobody looks at stays light.
 */
import type { ChartData } from './chart-data.ts';

const figures = document.querySelectorAll<HTMLElement>('.chart .drawing');

if ('IntersectionObserver' in window) {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        observer.unobserve(target);
        void draw(target);
      }
    },
    { rootMargin: '100px' },
  );
  figures.forEach((figure) => {
    observer.observe(figure);
  });
}

/** Draws one chart; where that fails, the static drawing stays. */
async function draw(drawing: HTMLElement): Promise<void> {
  const json = drawing.querySelector('script')?.textContent;
  const fallback = drawing.querySelector<HTMLElement>('.static');
  if (json === undefined || fallback === null) return;
  const { drawChart } = await import('./chart-js.ts');
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', drawing.dataset.name ?? '');
  const frame = document.createElement('div');
  frame.className = 'canvas';
  drawing.append(frame);
  frame.append(canvas);
  const bars = [...fallback.querySelectorAll('li svg')];
  if (bars.length > 0) placeBehindBars(frame, drawing, bars);
  // Elsewhere the canvas takes exactly the room of what it replaces, so that nothing below moves.
  fallback.classList.add('replaced');
  drawChart(canvas, JSON.parse(json) as ChartData);
}

/**
 * The names, links and values of a list of bars stay as they are; only the bars themselves are drawn by the
 * canvas, which lies behind the list so that each of its rows is centred on the bar that it replaces.
 */
function placeBehindBars(frame: HTMLElement, drawing: HTMLElement, bars: readonly Element[]): void {
  const place = () => {
    const top = drawing.getBoundingClientRect().top;
    const middles = bars.map((bar) => {
      const box = bar.getBoundingClientRect();
      return box.top + box.height / 2 - top;
    });
    const [first = 0] = middles;
    const last = middles.at(-1) ?? first;
    const row = bars.length > 1 ? (last - first) / (bars.length - 1) : 40;
    frame.style.top = `${first - row / 2}px`;
    frame.style.height = `${row * bars.length}px`;
  };
  place();
  new ResizeObserver(place).observe(drawing);
}
