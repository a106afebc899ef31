import type { ChartData, DrawnSeries } from '../chart-data.ts';
import { lineNames } from './line-names.ts';
import { COLOURS } from './light-colours.ts';
import { LOOKS, markShape } from './looks.ts';
import type { Plotted } from './plotted.ts';
import { escapeXml, widthOf } from './text.ts';

/** The first part of the width belongs to the scale. */
const LEFT = 56;
const KEY = 30;
/** What the larger marks of compared lines need above the highest. */
const HIGHER = 12;

/** Lines over points in time from 0 to 100 %, with their values at the points. */
export function plotLine({ labels, series }: ChartData, width: number): Plotted {
  const hasKey = series.some(({ key }) => key !== undefined);
  const isCompared = series.some(({ look }) => look !== undefined);
  const top = 30 + (hasKey ? KEY : 0) + (isCompared ? HIGHER : 0);
  const ground = top + 270;
  const x = (point: number) => LEFT + ((point + 0.5) / Math.max(1, labels.length)) * (width - LEFT);
  const y = (value: number) => ground - (value / 100) * (ground - top);
  const placeOf = (index: number, point: number) => {
    const value = series[index]?.values[point] ?? null;
    return value === null ? undefined : { x: x(point), y: y(value) };
  };
  const grid = [0, 25, 50, 75, 100].map(
    (value) =>
      `<line x1="${LEFT}" x2="${width}" y1="${y(value)}" y2="${y(value)}" stroke="${value === 0 ? COLOURS.ink : COLOURS.rule}"/><text x="0" y="${y(value) + 5}" fill="${COLOURS.soft}">${value}%</text>`,
  );
  // The comparison is drawn first, so that it never covers what is compared; of several projects, the first last.
  const order = series.map((one, index) => ({ one, index }));
  order.sort(
    (a, b) => Number(b.one.comparison) - Number(a.one.comparison) || (b.one.look ?? 0) - (a.one.look ?? 0),
  );
  const lines = order.map(({ one, index }) => drawLine(one, (point) => placeOf(index, point)));
  const values = series.flatMap(({ comparison, look, texts }, index) =>
    comparison || look !== undefined
      ? []
      : texts.map((text, point) => {
          const place = placeOf(index, point);
          return text === '' || place === undefined ? '' : label(text, { x: place.x - 8, y: place.y - 9 });
        }),
  );
  const names = lineNames(series, placeOf).map(({ names: name, ...place }) => label(name, place));
  const months = labels.map(
    (name, point) =>
      `<text x="${x(point).toFixed(1)}" y="${ground + 24}" text-anchor="middle">${escapeXml(name)}</text>`,
  );
  return {
    svg: `<g font-size="16" fill="${COLOURS.ink}">${[...grid, ...keyOf(series), ...lines, ...values, ...names, ...months].join('')}</g>`,
    height: ground + 32,
  };
}

/** What the lines stand for, side by side above them. */
function keyOf(series: readonly DrawnSeries[]): readonly string[] {
  let x = LEFT;
  return series.flatMap(({ key, comparison }) => {
    if (key === undefined) return [];
    const colour = comparison ? COLOURS.soft : COLOURS.accent;
    const stroke = `stroke="${colour}" stroke-width="${comparison ? 2 : 3}"${comparison ? ' stroke-dasharray="5 5"' : ''}`;
    const point = comparison ? '' : `<circle cx="${x + 16}" cy="12" r="5" fill="${colour}"/>`;
    const entry = `<line x1="${x}" x2="${x + 32}" y1="12" y2="12" ${stroke}/>${point}<text x="${x + 42}" y="17">${escapeXml(key)}</text>`;
    x += 42 + widthOf(key, 16) + 32;
    return [entry];
  });
}

/** One line with its points; a value that is not known breaks it. */
function drawLine(
  { comparison, look, values }: DrawnSeries,
  placeOf: (point: number) => { readonly x: number; readonly y: number } | undefined,
): string {
  const style = LOOKS[look ?? 0] ?? LOOKS[0];
  const colour = comparison ? COLOURS.soft : COLOURS[style.colour];
  const dash = comparison ? [5, 5] : style.dash;
  let path = '';
  let isBroken = true;
  const points = values.map((_, point) => {
    const place = placeOf(point);
    if (place === undefined) {
      isBroken = true;
      return '';
    }
    const [x, y] = [place.x.toFixed(1), place.y.toFixed(1)];
    path += `${isBroken ? 'M' : 'L'}${x} ${y}`;
    isBroken = false;
    if (look === undefined) return `<circle cx="${x}" cy="${y}" r="${comparison ? 3 : 5}" fill="${colour}"/>`;
    const paint = style.hollow
      ? `fill="${COLOURS.paper}" stroke="${colour}" stroke-width="2"`
      : `fill="${colour}"`;
    return markShape(style, place.x, place.y, paint);
  });
  const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  const line =
    path === ''
      ? ''
      : `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${comparison ? 2 : 3}"${dashes}/>`;
  return line + points.join('');
}

/** A text that ends at a place, on a halo where a line passes behind it. */
function label(text: string, end: { readonly x: number; readonly y: number }): string {
  return `<text x="${end.x.toFixed(1)}" y="${end.y.toFixed(1)}" text-anchor="end" stroke="${COLOURS.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escapeXml(text)}</text>`;
}
