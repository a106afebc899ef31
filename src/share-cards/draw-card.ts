import { Resvg } from '@resvg/resvg-js';
import { PAPER_COLOURS } from '../charts/palette.ts';
import type { ShareCard } from './card.ts';
import { CARD_HEIGHT, CARD_WIDTH } from './card-paths.ts';
import type { CardFont } from './font.ts';
import { measure, setLine, setLines } from './set-text.ts';

/** Goes up with every change of the drawing, so that no card drawn before is taken for a new one. */
export const DRAWING_VERSION = 1;

const MARGIN = 72;
const ROOM = CARD_WIDTH - 2 * MARGIN;

const { ink: INK, soft: SOFT, rule: RULE, accent: ACCENT, paper: PAPER } = PAPER_COLOURS;

/** Sizes of the title, the largest first: a long name is set smaller before it is cut. */
const TITLES = [
  { size: 64, lines: 2 },
  { size: 52, lines: 3 },
  { size: 42, lines: 4 },
];

/** Draws a card as PNG. The font must be prepared for its texts. */
export function drawCard(font: CardFont, card: ShareCard): Uint8Array {
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(CARD_WIDTH)}" height="${String(CARD_HEIGHT)}">`,
    `<rect width="100%" height="100%" fill="${PAPER}"/><rect width="100%" height="14" fill="${ACCENT}"/>`,
    title(font, card.title),
    amount(font, card),
    foot(font, card),
    '</svg>',
  ].join('');
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

function title(font: CardFont, text: string): string {
  const settings = TITLES.map(({ size, lines }) => ({
    size,
    ...setLines(font, text, { size, weight: 700 }, { width: ROOM, lines }),
  }));
  const chosen = settings.find(({ isWhole }) => isWhole) ?? settings[settings.length - 1];
  if (chosen === undefined) return '';
  const { size, lines } = chosen;
  return lines
    .map((line, index) =>
      setLine(font, line, MARGIN, 72 + size * (0.9 + index * 1.3), { size, weight: 700, colour: INK }),
    )
    .join('');
}

/** The amount, the most important of the card, its unit smaller; a very long one is set smaller as a whole. */
function amount(font: CardFont, { amount: figure, unit, amountName }: ShareCard): string {
  if (figure === '') return '';
  const full = { size: 104, weight: 700, colour: ACCENT };
  const wanted = measure(font, figure, full);
  const style = { ...full, size: full.size * Math.min(1, (ROOM - 160) / wanted) };
  const after = MARGIN + measure(font, figure, style) + 16;
  return [
    setLine(font, amountName, MARGIN, 358, { size: 28, weight: 400, colour: SOFT }),
    setLine(font, figure, MARGIN, 458, style),
    setLine(font, unit, after, 458, { size: 44, weight: 600, colour: ACCENT }),
  ].join('');
}

function foot(font: CardFont, { of, site }: ShareCard): string {
  const line = (text: string, y: number, size: number, colour: string) => {
    const [first = ''] = setLines(font, text, { size, weight: 400 }, { width: ROOM, lines: 1 }).lines;
    return setLine(font, first, MARGIN, y, { size, weight: 400, colour });
  };
  return [
    `<rect x="${String(MARGIN)}" y="496" width="${String(ROOM)}" height="2" fill="${RULE}"/>`,
    line(of, 542, 30, INK),
    line(site, 586, 26, SOFT),
  ].join('');
}
