import { wrap } from '../charts/fit-text.ts';
import { MISSING, type CardFont, type Glyph } from './font.ts';

/** Text set in a font: outlines instead of letters, so that it looks the same wherever the card is drawn. */
export interface TextStyle {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
}

/** How wide a text is. */
export function measure(font: CardFont, text: string, { size, weight }: Omit<TextStyle, 'colour'>): number {
  let width = 0;
  for (const character of text) {
    const glyph = shown(font, character, weight);
    if (glyph !== undefined) width += (glyph.advance / glyph.unitsPerEm) * size;
  }
  return width;
}

/** A line of text as SVG, its baseline at `y`. */
export function setLine(font: CardFont, text: string, x: number, y: number, style: TextStyle): string {
  let at = x;
  let outlines = '';
  for (const character of text) {
    const glyph = shown(font, character, style.weight);
    if (glyph === undefined) continue;
    const scale = style.size / glyph.unitsPerEm;
    if (glyph.outline !== '') {
      outlines += `<path transform="translate(${at.toFixed(2)} ${y.toFixed(2)}) scale(${scale} ${-scale})" d="${glyph.outline}"/>`;
    }
    at += glyph.advance * scale;
  }
  return `<g fill="${style.colour}">${outlines}</g>`;
}

/** The lines of a text in a room of some width; where it needs more lines than there may be, it ends in an ellipsis. */
export function setLines(
  font: CardFont,
  text: string,
  style: Omit<TextStyle, 'colour'>,
  room: { readonly width: number; readonly lines: number },
): { readonly lines: readonly string[]; readonly isWhole: boolean } {
  const widthOf = (words: string) => measure(font, words, style);
  const lines = wrap(text, style.size, room.width, widthOf);
  if (lines.length <= room.lines) return { lines, isWhole: true };
  let last = [...(lines[room.lines - 1] ?? '')];
  while (last.length > 0 && widthOf(`${last.join('')}…`) > room.width) last = last.slice(0, -1);
  return { lines: [...lines.slice(0, room.lines - 1), `${last.join('')}…`], isWhole: false };
}

/** The characters of a text that the font does not have. */
export function missingIn(font: CardFont, text: string): readonly string[] {
  return [...new Set(text)].filter((character) => font.glyph(character, 400) === undefined);
}

/**
 * A text with characters that the font does not have, but that Unicode calls forms of others, in those.
 *
 * @example inFont(font, 'Ⅱ期') // II期
 */
export function inFont(font: CardFont, text: string): string {
  return [...text]
    .map((character) => {
      const plain = character.normalize('NFKC');
      return missingIn(font, character).length > 0 && missingIn(font, plain).length === 0 ? plain : character;
    })
    .join('');
}

/** What is drawn for a character: never an empty box. */
function shown(font: CardFont, character: string, weight: number): Glyph | undefined {
  return font.glyph(character, weight) ?? font.glyph(MISSING, weight);
}
