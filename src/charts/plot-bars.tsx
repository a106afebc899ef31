/** @jsxImportSource preact */
import { besideLabel, cellLabel } from './cell-words.ts';
import { barLength, greatestOf, type DrawnPart } from './chart.ts';
import { shortenApart, widthOf } from './fit-text.ts';
import type { Frame, Plotted } from './frame.tsx';

const ROW = 38;

/** Lying bars of a picture: name and value above each, in one line. On a page they are a list, whose names break. */
export function plotBars(part: DrawnPart, { width = 0, size = 15, palette }: Frame): Plotted {
  const {
    categories,
    series: [drawn],
  } = part;
  const greatest = greatestOf(drawn?.cells ?? []);
  const values = categories.map(
    (_, row) => cellLabel(drawn?.cells[row] ?? {}, drawn?.unit ?? '') + besideLabel(part, row),
  );
  const names = shortenApart(
    categories.map(({ label }) => label),
    size,
    (row) => width - widthOf(values[row] ?? '', size) - 24,
  );
  const shapes = (
    <g font-size={size} fill={palette.ink}>
      {names.map((name, row) => (
        <>
          <text x="0" y={row * ROW + 16}>
            {name}
          </text>
          <text x={width} y={row * ROW + 16} text-anchor="end">
            {values[row]}
          </text>
          <rect
            x="0"
            y={row * ROW + 22}
            width={(barLength(drawn?.cells[row], greatest) * width).toFixed(1)}
            height="8"
            fill={palette.accent}
          />
        </>
      ))}
    </g>
  );
  return { shapes, height: categories.length * ROW };
}
