/** The drawing itself: SVG from 0 0 to its width and height, without title or source. */
export interface Plotted {
  readonly svg: string;
  readonly height: number;
}
