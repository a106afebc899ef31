import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { plain } from '../model/words.ts';
import type { ChartDescription } from './chart.ts';
import { FONTS, wrap } from './fit-text.ts';
import { PAPER_COLOURS as COLOURS } from './palette.ts';
import { plot } from './plot.tsx';

/** What a picture says beside its chart, so that it can stand alone. */
export interface PictureWords {
  /** Of what: the project or department whose page the chart stands on. */
  readonly subject: string;
  /** Where the numbers and the picture come from, a line each: document, site and address, date. */
  readonly sources: readonly string[];
}

/** A picture and its size in pixels of its own. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 800;
const MARGIN = 32;
const ROOM = WIDTH - 2 * MARGIN;

/** What no text of XML 1.0 may hold. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * A chart as a picture that needs nothing else: title, what it shows, unit, drawing, source and date, in the colours
 * of paper, its text as text in the fonts of whoever opens it.
 */
export function chartPicture(chart: ChartDescription, { subject, sources }: PictureWords): Picture {
  const lines: JSX.Element[] = [];
  let top = MARGIN;
  const write = (text: string, size: number, fill: string, weight?: number) => {
    for (const line of wrap(text, size, ROOM)) {
      top += size * 1.5;
      lines.push(
        <text x={MARGIN} y={(top - size * 0.35).toFixed(1)} font-size={size} fill={fill} font-weight={weight}>
          {line}
        </text>,
      );
    }
  };
  const sentence = plain(chart.sentence);
  const unit = chart.series.find(({ drawn }) => drawn)?.unit ?? '';
  write(chart.title, 26, COLOURS.ink, 700);
  write(subject, 18, COLOURS.ink);
  top += 8;
  write(sentence, 16, COLOURS.soft);
  if (unit !== '') {
    top += 8;
    write(`单位：${unit}`, 14, COLOURS.soft);
  }
  const above = lines.splice(0);
  const drawingTop = top + 16;
  const size = chart.drawing === 'bars' ? 15 : 16;
  const { shapes, height: drawn } = plot(chart, { width: ROOM, height: 270, size, palette: COLOURS });
  const ruleTop = drawingTop + drawn + 16;
  top = ruleTop + 8;
  for (const source of sources) write(source, 14, COLOURS.soft);
  const height = Math.ceil(top + MARGIN);
  const svg = renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      xml:lang="zh-CN"
      font-family={FONTS}
    >
      <title>{chart.title}</title>
      <desc>{sentence}</desc>
      <rect width={WIDTH} height={height} fill={COLOURS.paper} />
      {above}
      <svg x={MARGIN} y={drawingTop.toFixed(1)} width={ROOM} height={drawn} overflow="visible">
        {shapes}
      </svg>
      <line
        x1={MARGIN}
        x2={WIDTH - MARGIN}
        y1={ruleTop.toFixed(1)}
        y2={ruleTop.toFixed(1)}
        stroke={COLOURS.rule}
      />
      {lines}
    </svg>,
  );
  return {
    svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg.replace(NOT_IN_XML, '')}\n`,
    width: WIDTH,
    height,
  };
}
