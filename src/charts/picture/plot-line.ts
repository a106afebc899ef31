import type { ChartData, DrawnSeries } from '../chart-data.ts';
import { lineNames } from './line-names.ts';
import { COLOURS } from './light-colours.ts';
import { LOOKS } from './looks.ts';
import type { Plotted } from './plotted.ts';
import { escapeXml } from './text.ts';

/** The first part of the width belongs to the scale. */
const LEFT = 56;
const KEY = 30;

/** Lines over points in time from 0 to 100 %, with their values at the points. */
export function plotLine({ labels, series }: ChartData, width: number): Plotted {
  const key = series.find(({ comparison }) => comparison);
  const top = 30 + (key === undefined ? 0 : KEY);
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
  // The comparison is drawn first, so that it never covers what is compared.
  const order = series.map((one, index) => ({ one, index }));
  order.sort((a, b) => Number(b.one.comparison) - Number(a.one.comparison));
  const lines = order.map(({ one, index }) => drawLine(one, (point) => placeOf(index, point)));
  const values = series.flatMap(({ comparison, look, texts }, index) =>
    comparison || look !== undefined ? [] : texts.map((text, point) => label(text, placeOf(index, point))),
  );
  const names = lineNames(series, placeOf).map(({ names: name, ...place }) => label(name, place));
  const months = labels.map(
    (name, point) =>
      `<text x="${x(point).toFixed(1)}" y="${ground + 24}" text-anchor="middle">${escapeXml(name)}</text>`,
  );
  const keyLine =
    key === undefined
      ? ''
      : `<line x1="${LEFT}" x2="${LEFT + 32}" y1="12" y2="12" stroke="${COLOURS.soft}" stroke-width="2" stroke-dasharray="5 5"/><text x="${LEFT + 42}" y="17">${escapeXml(key.name)}</text>`;
  return {
    svg: `<g font-size="16" fill="${COLOURS.ink}">${[...grid, keyLine, ...lines, ...values, ...names, ...months].join('')}</g>`,
    height: ground + 32,
  };
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
    return `<circle cx="${x}" cy="${y}" r="${comparison ? 3 : 5}" fill="${colour}"/>`;
  });
  const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  const line =
    path === ''
      ? ''
      : `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${comparison ? 2 : 3}"${dashes}/>`;
  return line + points.join('');
}

/** A text beside a point, on a halo where a line passes behind it. */
function label(text: string, place: { readonly x: number; readonly y: number } | undefined): string {
  if (text === '' || place === undefined) return '';
  return `<text x="${(place.x - 8).toFixed(1)}" y="${(place.y - 9).toFixed(1)}" text-anchor="end" stroke="${COLOURS.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escapeXml(text)}</text>`;
}
