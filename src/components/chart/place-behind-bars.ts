/**
 * The names, links and values of a list of bars stay as they are; only the bars themselves are drawn by the
 * canvas, which lies behind the list so that each of its rows is centred on the bar that it replaces.
 */
export function placeBehindBars(frame: HTMLElement, drawing: HTMLElement, bars: readonly Element[]): void {
  const place = () => {
    const top = drawing.getBoundingClientRect().top;
    const middles = bars.map((bar) => {
      const box = bar.getBoundingClientRect();
      return box.top + box.height / 2 - top;
    });
    const [first = 0] = middles;
    const last = middles[middles.length - 1] ?? first;
    const row = bars.length > 1 ? (last - first) / (bars.length - 1) : 40;
    frame.style.top = `${first - row / 2}px`;
    frame.style.height = `${row * bars.length}px`;
  };
  place();
  new ResizeObserver(place).observe(drawing);
}
