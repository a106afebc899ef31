import type { ChartData, DrawnSeries } from '../chart-data.ts';
import { lineNames } from './line-names.ts';
import { COLOURS } from './light-colours.ts';
import { LOOKS, markShape } from './looks.ts';
import type { Plotted } from './plotted.ts';
import { escapeXml, shortenApart, widthOf } from './text.ts';

/** The first part of the width belongs to the scale. */
const LEFT = 56;
/** A row of the key: a piece of its line, a gap and the name. */
const KEY = 30;
const SAMPLE = 56;
const GAP = 10;
/** What the larger marks of compared lines, and a second row of their names, need above the highest. */
const HIGHER = 14;

/** Lines over points in time from 0 to 100 %, with their values at the points. */
export function plotLine({ labels, series }: ChartData, width: number): Plotted {
  const key = keyOf(series, width);
  const isCompared = series.some(({ look }) => look !== undefined);
  const top = 30 + key.height + (isCompared ? (series.length > 2 ? 2 : 1) * HIGHER : 0);
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
  // The comparison is drawn first, so that it never covers what is compared; of projects whose lines lie in each
  // other the whole line first, so that the broken ones are seen on it.
  const order = series.map((one, index) => ({ one, index }));
  order.sort((a, b) => Number(b.one.comparison) - Number(a.one.comparison));
  const lines = order.map(({ one, index }) => drawLine(one, (point) => placeOf(index, point)));
  const values = series.flatMap(({ comparison, look, texts }, index) =>
    comparison || look !== undefined
      ? []
      : texts.map((text, point) => {
          const place = placeOf(index, point);
          return text === '' || place === undefined ? '' : label(text, { x: place.x - 8, y: place.y - 9 });
        }),
  );
  const names = lineNames(series, placeOf, 18).map(({ names: name, ...place }) => label(name, place));
  const months = labels.map(
    (name, point) =>
      `<text x="${x(point).toFixed(1)}" y="${ground + 24}" text-anchor="middle">${escapeXml(name)}</text>`,
  );
  return {
    svg: `<g font-size="16" fill="${COLOURS.ink}">${[...grid, key.svg, ...lines, ...values, ...names, ...months].join('')}</g>`,
    height: ground + 32,
  };
}

/** What the lines stand for, above them: side by side, or a line each where they are projects, whose names are long. */
function keyOf(series: readonly DrawnSeries[], width: number): Plotted {
  const entries = series.filter(({ key }) => key !== undefined);
  const areProjects = entries.some(({ look }) => look !== undefined);
  const keys = entries.map(({ key = '' }) => key);
  const names = areProjects ? shortenApart(keys, 16, () => width - LEFT - SAMPLE - GAP) : keys;
  let [x, y] = [LEFT, 12];
  const svg = entries.map((one, index) => {
    const name = names[index] ?? '';
    const line = `<line x1="${x}" x2="${x + SAMPLE}" y1="${y}" y2="${y}" ${strokeOf(one)}/>`;
    const mark = one.comparison ? '' : markOf(one, { x: x + SAMPLE / 2, y }, KEY / 3);
    const text = `<text x="${x + SAMPLE + GAP}" y="${y + 5}">${escapeXml(name)}</text>`;
    if (areProjects) y += KEY;
    else x += SAMPLE + GAP + widthOf(name, 16) + 32;
    return line + mark + text;
  });
  const rows = areProjects ? entries.length : Math.min(1, entries.length);
  return { svg: svg.join(''), height: rows * KEY };
}

/** One line with its points; a value that is not known breaks it. */
function drawLine(
  series: DrawnSeries,
  placeOf: (point: number) => { readonly x: number; readonly y: number } | undefined,
): string {
  let path = '';
  let isBroken = true;
  const points = series.values.map((_, point) => {
    const place = placeOf(point);
    if (place === undefined) {
      isBroken = true;
      return '';
    }
    path += `${isBroken ? 'M' : 'L'}${place.x.toFixed(1)} ${place.y.toFixed(1)}`;
    isBroken = false;
    return markOf(series, place);
  });
  const line = path === '' ? '' : `<path d="${path}" fill="none" ${strokeOf(series)}/>`;
  return line + points.join('');
}

const styleOf = (look = 0) => LOOKS[look] ?? LOOKS[0];

/** How a line is drawn, as attributes. */
function strokeOf({ comparison, look }: DrawnSeries): string {
  const { colour, dash } = styleOf(look);
  if (comparison) return `stroke="${COLOURS.soft}" stroke-width="2" stroke-dasharray="5 5"`;
  const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  return `stroke="${COLOURS[colour]}" stroke-width="3"${dashes}`;
}

/** The mark of a line's point, no larger than `most`. */
function markOf(
  { comparison, look }: DrawnSeries,
  { x, y }: { readonly x: number; readonly y: number },
  most = Infinity,
): string {
  const style = styleOf(look);
  const colour = comparison ? COLOURS.soft : COLOURS[style.colour];
  if (look === undefined)
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${comparison ? 3 : 5}" fill="${colour}"/>`;
  const paint = style.hollow ? `fill="none" stroke="${colour}" stroke-width="2"` : `fill="${colour}"`;
  return markShape({ ...style, radius: Math.min(style.radius, most) }, x, y, paint);
}

/** A text that ends at a place, on a halo where a line passes behind it. */
function label(text: string, end: { readonly x: number; readonly y: number }): string {
  return `<text x="${end.x.toFixed(1)}" y="${end.y.toFixed(1)}" text-anchor="end" stroke="${COLOURS.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escapeXml(text)}</text>`;
}
