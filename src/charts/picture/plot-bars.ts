import { NOT_STATED } from '../../model/terms.ts';
import type { ChartData } from '../chart-data.ts';
import { COLOURS } from './light-colours.ts';
import type { Plotted } from './plotted.ts';
import { escapeXml, shortenApart, widthOf } from './text.ts';

/** More bars make a picture that no canvas holds; the table and the CSV have them all. */
const MOST = 100;
const SIZE = 15;
const ROW = 38;

/** Lying bars: name and value above each, as on the page. */
export function plotBars({ labels, series: [drawn] }: ChartData, width: number): Plotted {
  const shown = labels.slice(0, MOST);
  const greatest = Math.max(...(drawn?.values.map((value) => value ?? 0) ?? []), 0) || 1;
  const valueText = (row: number) =>
    (drawn?.values[row] ?? null) === null ? NOT_STATED : (drawn?.texts[row] ?? '');
  const names = shortenApart(shown, SIZE, (row) => width - widthOf(valueText(row), SIZE) - 24);
  const rows = shown.map((_, row) => {
    const value = drawn?.values[row] ?? null;
    const text = valueText(row);
    const top = row * ROW;
    const name = names[row] ?? '';
    const length = ((value ?? 0) / greatest) * width;
    return [
      `<text x="0" y="${top + 16}">${escapeXml(name)}</text>`,
      `<text x="${width}" y="${top + 16}" text-anchor="end">${escapeXml(text)}</text>`,
      `<rect x="0" y="${top + 22}" width="${length.toFixed(1)}" height="8" fill="${COLOURS.accent}"/>`,
    ].join('');
  });
  const height = shown.length * ROW;
  const rest =
    labels.length > MOST
      ? `<text x="0" y="${height + 18}" fill="${COLOURS.soft}">图中只画前${MOST}项，共${labels.length}项。</text>`
      : '';
  return {
    svg: `<g font-size="${SIZE}" fill="${COLOURS.ink}">${rows.join('')}${rest}</g>`,
    height: height + (rest === '' ? 0 : 26),
  };
}
