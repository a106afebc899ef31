import { cellWidth } from '../files/format-findings.ts';

/** What a terminal shows: commands as typed, and what they print. */
export type TerminalPart = { readonly command: string } | { readonly output: string };

const CELL = 8;
const LINE = 22;
const PADDING = 16;
/** As many cells as a terminal window usually has; longer lines go on below. */
const COLUMNS = 84;

const COLOURS = { text: '#e8e6e3', prompt: '#8fbf7f', 错误: '#ff8a80', 警告: '#ffd479', 提示: '#7fd1e0' };

interface Piece {
  readonly text: string;
  readonly colour: string;
}

/**
 * A terminal as an SVG picture: the same text gives the same bytes on every machine, and it stays sharp at every
 * size. Each run of characters is set to the width of its cells, so that carets stand under their value whatever
 * font the reader has.
 */
export function drawTerminal(parts: readonly TerminalPart[]): string {
  const lines = parts.flatMap(linesOf).flatMap(wrap);
  const width = 2 * PADDING + CELL * Math.max(...lines.map(widthOf));
  const height = 2 * PADDING + LINE * lines.length;
  const rows = lines.flatMap((line, index) => drawLine(line, PADDING + LINE * index + 15));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" rx="6" fill="#23211f"/>`,
    `<g font-family="ui-monospace, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace" font-size="14">`,
    ...rows,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function linesOf(part: TerminalPart): readonly (readonly Piece[])[] {
  if ('command' in part)
    return [
      [
        { text: '$ ', colour: COLOURS.prompt },
        { text: part.command, colour: '#fff' },
      ],
    ];
  return part.output.trimEnd().split('\n').map(colourLine);
}

/** Colours the severity of a finding, as a terminal has it. */
function colourLine(line: string): readonly Piece[] {
  const found = /^(\S.*:\d+:\d+ )(错误|警告|提示)( \S+)$/u.exec(line);
  if (found === null) return [{ text: line, colour: COLOURS.text }];
  const [, place = '', severity = '', rule = ''] = found;
  return [
    { text: place, colour: COLOURS.text },
    { text: severity, colour: COLOURS[severity as '错误' | '警告' | '提示'] },
    { text: rule, colour: COLOURS.text },
  ];
}

function wrap(line: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const { text, colour } of line) {
    let piece = '';
    for (const character of text) {
      if (used + cellWidth(character) > COLUMNS) {
        lines.at(-1)?.push({ text: piece, colour });
        lines.push([]);
        [piece, used] = ['', 0];
      }
      piece += character;
      used += cellWidth(character);
    }
    lines.at(-1)?.push({ text: piece, colour });
  }
  return lines;
}

function widthOf(line: readonly Piece[]): number {
  return cellWidth(line.map(({ text }) => text).join(''));
}

/** One element for each run of narrow or of wide characters; blanks need none. */
function drawLine(line: readonly Piece[], y: number): readonly string[] {
  const drawn: string[] = [];
  let cells = 0;
  for (const { text, colour } of line) {
    for (const [run] of text.matchAll(/ +|[!-~]+|[^ -~]+/g)) {
      const width = cellWidth(run);
      if (run.trim() !== '') {
        drawn.push(
          `<text x="${PADDING + CELL * cells}" y="${y}" textLength="${CELL * width}" fill="${colour}">${escape(run)}</text>`,
        );
      }
      cells += width;
    }
  }
  return drawn;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
