import type { JSX } from 'preact';
import { cellLabel } from './cell-words.ts';
import { lengthOf, type ChartDescription, type ChartSeries } from './chart.ts';
import { shortenApart, widthOf } from './fit-text.ts';
import { lineNames } from './line-names.ts';
import { hasKey, lookOf, Mark, strokeOf, type Look } from './looks.tsx';
import { across, Label, type Frame, type Plotted } from './frame.tsx';

/** The first part of the width belongs to the scale. */
const SCALE = 0.1;
/** What the values above the points need. */
const TOP = 30;
/** What the larger marks of compared lines, and a second row of their names, need above the highest. */
const HIGHER = 14;

/** Lines over points in time from 0 to 100 %, with their values at the points. */
export function plotLine({ categories, series }: ChartDescription, frame: Frame): Plotted {
  const { palette, size, height: room, width } = frame;
  const key = width === undefined ? { rows: <></>, height: 0 } : keyOf(series, { ...frame, width });
  const isCompared = series.some(({ compared }) => compared);
  const ground = TOP + key.height + (isCompared ? (series.length > 2 ? 2 : 1) * HIGHER : 0) + room;
  const x = (point: number) =>
    across(frame, SCALE + ((point + 0.5) / Math.max(1, categories.length)) * (1 - SCALE));
  const y = (value: number) => ground - (value / 100) * room;
  const heightOf = (index: number, point: number) => {
    const value = lengthOf(series[index]?.cells[point]);
    return value === null ? undefined : y(value);
  };
  // The comparison is drawn first, so that it never covers what is compared; of projects whose lines lie in each
  // other the whole line first, so that the broken ones are seen on it.
  const order = series.map((one, index) => ({ one, index }));
  order.sort((a, b) => Number(b.one.comparison ?? false) - Number(a.one.comparison ?? false));
  const steps = room > 200 ? [0, 25, 50, 75, 100] : [0, 50, 100];
  const shapes = (
    <g font-size={size} fill={palette.ink}>
      {steps.map((value) => (
        <>
          <line
            x1={across(frame, SCALE)}
            x2="100%"
            y1={y(value)}
            y2={y(value)}
            stroke={value === 0 ? palette.ink : palette.rule}
          />
          <text x="0" y={y(value) + 5}>
            {value}%
          </text>
        </>
      ))}
      {key.rows}
      {order.map(({ one, index }) =>
        lineOf(one, lookOf(one, index), frame, x, (point) => heightOf(index, point)),
      )}
      {series.map((one, index) =>
        one.comparison || one.compared
          ? null
          : one.cells.map((cell, point) => {
              const top = heightOf(index, point);
              return top === undefined ? null : (
                <Label frame={frame} x={x(point)} dx={-7} y={top - 8} anchor="end">
                  {cellLabel(cell, one.unit)}
                </Label>
              );
            }),
      )}
      {lineNames(series, heightOf, 18).map(({ point, y: top, names }) => (
        <Label frame={frame} x={x(point)} y={top} anchor="end">
          {names}
        </Label>
      ))}
      {categories.map(({ label }, point) => (
        <Label frame={frame} x={x(point)} y={ground + 21}>
          {label}
        </Label>
      ))}
    </g>
  );
  return { shapes, height: ground + 28 };
}

/** One line with its points; a value that is not known breaks it. */
function lineOf(
  { cells }: ChartSeries,
  look: Look,
  { palette }: Frame,
  x: (point: number) => string,
  y: (point: number) => number | undefined,
): JSX.Element {
  const stroke = strokeOf(look, palette);
  return (
    <>
      {cells.map((_, point) => {
        const [from, to] = [y(point - 1), y(point)];
        return from === undefined || to === undefined ? null : (
          <line x1={x(point - 1)} y1={from.toFixed(1)} x2={x(point)} y2={to.toFixed(1)} {...stroke} />
        );
      })}
      {cells.map((_, point) => {
        const top = y(point);
        return top === undefined ? null : <Mark look={look} palette={palette} x={x(point)} y={top} />;
      })}
    </>
  );
}

/** A row of a picture's key: a piece of its line, a gap and the name. */
const KEY = 30;
const SAMPLE = 56;
const GAP = 10;

/**
 * What the lines stand for, above them: side by side, or a line each where they are projects, whose names are long. A
 * page has its own key, whose names may take several lines.
 */
function keyOf(
  series: readonly ChartSeries[],
  { palette, width, size = 16 }: Frame & { readonly width: number },
): { readonly rows: JSX.Element; readonly height: number } {
  if (!hasKey(series)) return { rows: <></>, height: 0 };
  const areProjects = series.some(({ compared }) => compared);
  const keys = series.map(({ keyName, name }) => keyName ?? name);
  const names = areProjects ? shortenApart(keys, size, () => width * (1 - SCALE) - SAMPLE - GAP) : keys;
  let [x, y] = [width * SCALE, 12];
  const rows = series.map((one, index) => {
    const name = names[index] ?? '';
    const look = lookOf(one, index);
    const row = (
      <>
        <line x1={x} x2={x + SAMPLE} y1={y} y2={y} {...strokeOf(look, palette)} />
        {one.comparison ? null : (
          <Mark look={look} palette={palette} x={x + SAMPLE / 2} y={y} most={KEY / 3} />
        )}
        <text x={x + SAMPLE + GAP} y={y + 5}>
          {name}
        </text>
      </>
    );
    if (areProjects) y += KEY;
    else x += SAMPLE + GAP + widthOf(name, size) + 32;
    return row;
  });
  return { rows: <>{rows}</>, height: (areProjects ? series.length : 1) * KEY };
}
