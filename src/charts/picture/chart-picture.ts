import type { ChartData } from '../chart-data.ts';
import { COLOURS } from './light-colours.ts';
import { plot } from './plot.ts';
import { escapeXml, FONTS, wrap } from './text.ts';

/** What a picture says beside its drawing, so that it can stand alone. */
export interface PictureWords {
  readonly title: string;
  /** Of what: the project or department whose page the chart stands on. */
  readonly subject: string;
  readonly sentence: string;
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

/**
 * A chart as a picture that needs nothing else: title, what it shows, unit, drawing, source and date, in light
 * colours, its text as text in the fonts of whoever opens it.
 */
export function chartPicture(data: ChartData, { title, subject, sentence, sources }: PictureWords): Picture {
  const parts: string[] = [];
  let top = MARGIN;
  const write = (text: string, size: number, attributes: string) => {
    for (const line of wrap(text, size, ROOM)) {
      top += size * 1.5;
      parts.push(
        `<text x="${MARGIN}" y="${(top - size * 0.35).toFixed(1)}" font-size="${size}" ${attributes}>${escapeXml(line)}</text>`,
      );
    }
  };
  write(title, 26, `fill="${COLOURS.ink}" font-weight="700"`);
  write(subject, 18, `fill="${COLOURS.ink}"`);
  top += 8;
  write(sentence, 16, `fill="${COLOURS.soft}"`);
  if (data.unit !== '') {
    top += 8;
    write(`单位：${data.unit}`, 14, `fill="${COLOURS.soft}"`);
  }
  top += 16;
  const drawing = plot(data, ROOM);
  parts.push(`<g transform="translate(${MARGIN} ${top.toFixed(1)})">${drawing.svg}</g>`);
  top += drawing.height + 16;
  parts.push(
    `<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${top.toFixed(1)}" y2="${top.toFixed(1)}" stroke="${COLOURS.rule}"/>`,
  );
  top += 8;
  for (const source of sources) write(source, 14, `fill="${COLOURS.soft}"`);
  const height = Math.ceil(top + MARGIN);
  const svg = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" xml:lang="zh-CN" font-family="${FONTS}">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(sentence)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="${COLOURS.paper}"/>`,
    ...parts,
    '</svg>\n',
  ].join('');
  return { svg, width: WIDTH, height };
}
