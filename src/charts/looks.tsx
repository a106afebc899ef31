import type { JSX } from 'preact';
import type { ChartSeries } from './chart.ts';
import type { Palette } from './palette.ts';

/** How a line and its points are drawn. */
export interface Look {
  readonly colour: keyof Palette;
  readonly width: number;
  readonly dash: readonly number[];
  readonly point: 'circle' | 'rect' | 'triangle' | 'rectRot';
  /** Of a point's corners from its middle. */
  readonly radius: number;
  readonly hollow: boolean;
}

const USUAL: Look = { colour: 'accent', width: 3, dash: [], point: 'circle', radius: 5, hollow: false };
const COMPARISON: Look = { ...USUAL, colour: 'soft', width: 2, dash: [5, 5], radius: 3 };

/**
 * How compared lines differ: by dash and point, not by colour alone. At most four stand beside each other. Points
 * of equal values lie in each other: the first is the smallest, the others are hollow and larger.
 */
const COMPARED: readonly Look[] = [
  { ...USUAL, radius: 4 },
  { ...USUAL, colour: 'ink', dash: [8, 4], point: 'rect', radius: 8, hollow: true },
  { ...USUAL, colour: 'soft', dash: [2, 4], point: 'triangle', radius: 12, hollow: true },
  { ...USUAL, colour: 'ink', dash: [12, 4, 2, 4], point: 'rectRot', radius: 15, hollow: true },
];

/** @param index the line's place among those drawn. */
export function lookOf({ comparison, compared }: ChartSeries, index: number): Look {
  if (comparison === true) return COMPARISON;
  return compared === true ? (COMPARED[index] ?? USUAL) : USUAL;
}

/** Whether lines have to be told apart: where one is compared with another. */
export function hasKey(series: readonly ChartSeries[]): boolean {
  return series.some(({ comparison, compared }) => comparison === true || compared === true);
}

/** The attributes of a line. */
export function strokeOf({ colour, width, dash }: Look, palette: Palette) {
  return {
    stroke: palette[colour],
    'stroke-width': width,
    ...(dash.length === 0 ? {} : { 'stroke-dasharray': dash.join(' ') }),
  };
}

/** Corners of the shapes: how many, and where the first stands, in degrees. */
const SHAPES = { rect: [4, 45], triangle: [3, -90], rectRot: [4, 0] } as const;

/** The mark of a point, no larger than `most`. */
export function Mark(props: {
  readonly look: Look;
  readonly palette: Palette;
  /** In pixels, or as a part of the width: `12.5%`. */
  readonly x: number | string;
  readonly y: number;
  readonly most?: number;
}): JSX.Element {
  const { look, palette, x, y, most = Infinity } = props;
  const colour = palette[look.colour];
  const paint = look.hollow ? { fill: 'none', stroke: colour, 'stroke-width': 2 } : { fill: colour };
  const radius = Math.min(look.radius, most);
  if (look.point === 'circle') return <circle cx={x} cy={y.toFixed(1)} r={radius} {...paint} />;
  const [count, start] = SHAPES[look.point];
  const corners = Array.from({ length: count }, (_, corner) => {
    const angle = ((start + (corner * 360) / count) * Math.PI) / 180;
    return `${(radius * Math.cos(angle)).toFixed(1)},${(radius * Math.sin(angle)).toFixed(1)}`;
  });
  // A shape cannot be placed by parts of the width; a drawing within the drawing can.
  return (
    <svg x={x} y={y.toFixed(1)} overflow="visible">
      <polygon points={corners.join(' ')} {...paint} />
    </svg>
  );
}
