import type { ChartDescription } from '../../charts/chart.ts';
import { drawnValue } from '../../charts/format-value.ts';
import { toNumber } from '../../model/decimal.ts';
import { NOT_STATED } from '../../model/terms.ts';
import { element } from '../element.ts';

/** Bars as a list, as `StaticBars.astro` draws them. */
export function makeBars({ categories, series }: ChartDescription): HTMLElement {
  const drawn = series.find((candidate) => candidate.drawn);
  const numbers = drawn?.values.map((value) => (value === undefined ? 0 : toNumber(value))) ?? [];
  const greatest = Math.max(...numbers, 0) || 1;
  const items = categories.map(({ label, href }, row) => {
    const value = drawn?.values[row];
    return element(
      'li',
      {},
      element('span', { className: 'bar-name' }, href === undefined ? label : element('a', { href }, label)),
      element(
        'span',
        { className: 'bar-value' },
        value === undefined ? NOT_STATED : drawnValue(value, drawn?.unit ?? ''),
      ),
      barOf((numbers[row] ?? 0) / greatest),
    );
  });
  return element('ol', { className: 'bars static' }, ...items);
}

function barOf(part: number): SVGElement {
  const make = (name: string, attributes: Readonly<Record<string, string>>) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const svg = make('svg', { width: '100%', height: '8', 'aria-hidden': 'true' });
  svg.append(make('rect', { width: `${(part * 100).toFixed(2)}%`, height: '8' }));
  return svg;
}
