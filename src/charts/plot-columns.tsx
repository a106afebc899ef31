import { cellLabel } from './cell-words.ts';
import { greatestOf, lengthOf, type ChartDescription } from './chart.ts';
import { across, Label, type Frame, type Plotted } from './frame.tsx';

/** What the values above the columns need. */
const TOP = 28;

/** Upright columns with their values above and their names below. */
export function plotColumns({ categories, series: [drawn] }: ChartDescription, frame: Frame): Plotted {
  const { palette, size } = frame;
  const ground = TOP + frame.height;
  const greatest = greatestOf(drawn?.cells ?? []);
  const step = 1 / Math.max(1, categories.length);
  const shapes = (
    <g font-size={size} fill={palette.ink}>
      <line x1="0" x2="100%" y1={ground} y2={ground} stroke={palette.ink} />
      {categories.map(({ label }, column) => {
        const cell = drawn?.cells[column] ?? {};
        const height = ((lengthOf(cell) ?? 0) / greatest) * frame.height;
        const middle = across(frame, step * (column + 0.5));
        return (
          <>
            <rect
              x={across(frame, step * (column + 0.2))}
              y={(ground - height).toFixed(1)}
              width={across(frame, step * 0.6)}
              height={height.toFixed(1)}
              fill={palette.accent}
            />
            <Label frame={frame} x={middle} y={ground - height - 8} wan={wanOf(drawn?.unit, cell.value)}>
              {cellLabel(cell, drawn?.unit ?? '')}
            </Label>
            <Label frame={frame} x={middle} y={ground + 21}>
              {label}
            </Label>
          </>
        );
      })}
    </g>
  );
  return { shapes, height: ground + 28 };
}

const wanOf = (unit: string | undefined, value: string | undefined) => (unit === '万元' ? value : undefined);
