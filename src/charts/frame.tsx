import type { JSX } from 'preact';
import type { Palette } from './palette.ts';

/** In what a chart is drawn: on a page, whose width is not known, or in a picture of a width of its own. */
export interface Frame {
  /** In pixels; undefined where the drawing takes the page's width. */
  readonly width: number | undefined;
  /** How much room values have above the ground, in pixels. */
  readonly height: number;
  /** Of letters, in pixels; undefined where the style sheet sets it. */
  readonly size: number | undefined;
  readonly palette: Palette;
}

/** Shapes from 0 0 to the frame's width and their own height. */
export interface Plotted {
  readonly shapes: JSX.Element;
  readonly height: number;
}

/** A part of the width, from 0 to 1, as a length of SVG. */
export const across = ({ width }: Frame, part: number): string =>
  width === undefined ? `${(part * 100).toFixed(2)}%` : (part * width).toFixed(1);

/** A text on a halo where a line passes behind it. On a page it carries its amount, for the reader's unit. */
export function Label(props: {
  readonly frame: Frame;
  readonly x: string;
  readonly y: number;
  readonly dx?: number;
  readonly anchor?: 'middle' | 'end';
  /** Exact, in 万元, where the text is an amount. */
  readonly wan?: string | undefined;
  readonly children: string;
}): JSX.Element {
  const { frame, x, y, dx, anchor = 'middle', wan, children } = props;
  return (
    <text
      x={x}
      y={y.toFixed(1)}
      dx={dx}
      text-anchor={anchor}
      stroke={frame.palette.paper}
      stroke-width={4}
      stroke-linejoin="round"
      paint-order="stroke"
      data-wan={frame.width === undefined ? wan : undefined}
    >
      {children}
    </text>
  );
}
