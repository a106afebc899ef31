import type { DrawnChart } from './chart-js.ts';

/**
 * Bars as the list of the page has them, gone over like a drawing on a canvas.
 *
 * @param frame from whose corner places are measured.
 * @param bars the rows of the list, each with its bar as an SVG.
 */
export function markedBars(frame: HTMLElement, bars: readonly Element[]): DrawnChart {
  /** The middle of a row's bar, and where the bar ends. */
  const placeOf = (category: number) => {
    const [{ left, top }, bar] = [
      frame.getBoundingClientRect(),
      bars[category]?.querySelector('rect')?.getBoundingClientRect(),
    ];
    return bar === undefined ? { x: 0, y: 0 } : { x: bar.right - left, y: (bar.top + bar.bottom) / 2 - top };
  };
  return {
    placeOf,
    nearest: (_x, y) => {
      const top = frame.getBoundingClientRect().top;
      const within = bars.findIndex((bar) => bar.getBoundingClientRect().bottom - top >= y);
      return within === -1 ? undefined : within;
    },
    mark: (category) => {
      // A point that is folded away is shown before it is read.
      const bar = category === undefined ? undefined : bars[category];
      if (bar?.matches('.folded > .later') === true)
        bar.parentElement?.dispatchEvent(new Event('beforematch'));
      bars.forEach((bar, index) => {
        bar.classList.toggle('marked', index === category);
      });
    },
  };
}
