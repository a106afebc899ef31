import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkitten';
import decompress from 'woff2-encoder/decompress';

/**
 * The font of the cards: Noto Serif SC (SIL Open Font License) as its package has it, cut into some hundred files
 * by characters. Only those files are opened that a text needs.
 */
const PACKAGE = '@fontsource-variable/noto-serif-sc';

/** Written for a character that the font does not have: the mark that Chinese printers set for it. */
export const MISSING = '〓';

/** A glyph: its outline in units of the em, the y axis upwards, and how far the next one stands. */
export interface Glyph {
  readonly outline: string;
  readonly advance: number;
  readonly unitsPerEm: number;
}

export interface CardFont {
  /** Changes where the same text would look another. */
  readonly version: string;
  /** Opens what these texts need; afterwards `glyph` knows their characters. */
  readonly prepare: (texts: Iterable<string>) => Promise<void>;
  /** Undefined where the font does not have the character. */
  readonly glyph: (character: string, weight: number) => Glyph | undefined;
}

interface Part {
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** Opens the font's own table of which file holds which characters. */
export async function openCardFont(): Promise<CardFont> {
  const read = (path: string) => readFile(fileURLToPath(import.meta.resolve(`${PACKAGE}/${path}`)));
  const json = async (path: string) => JSON.parse((await read(path)).toString('utf8')) as unknown;
  const { version } = (await json('package.json')) as { readonly version: string };
  const parts = readParts((await json('unicode.json')) as Readonly<Record<string, string>>);
  const opened = new Map<string, Buffer>();
  const fonts = new Map<string, Font>();
  const glyphs = new Map<string, Glyph | undefined>();
  const partOf = (point: number) =>
    parts.find(({ ranges }) => ranges.some(([from, to]) => from <= point && point <= to));

  const fontOf = (file: string, weight: number): Font | undefined => {
    const key = `${file} ${String(weight)}`;
    const bytes = opened.get(file);
    if (bytes === undefined || fonts.has(key)) return fonts.get(key);
    const whole = create(bytes);
    if (whole.isCollection) throw new Error(`${file} holds several fonts`);
    const font = whole.getVariation({ wght: weight });
    fonts.set(key, font);
    return font;
  };
  const find = (character: string, weight: number): Glyph | undefined => {
    const point = character.codePointAt(0) ?? 0;
    const font = fontOf(partOf(point)?.file ?? '', weight);
    if (font?.hasGlyphForCodePoint(point) !== true) return undefined;
    const glyph = font.glyphForCodePoint(point);
    return { outline: glyph.path.toSVG(), advance: glyph.advanceWidth, unitsPerEm: font.unitsPerEm };
  };
  return {
    version,
    prepare: async (texts) => {
      const characters = new Set([MISSING, ...texts].join(''));
      for (const character of characters) {
        const file = partOf(character.codePointAt(0) ?? 0)?.file;
        if (file === undefined || opened.has(file)) continue;
        opened.set(file, Buffer.from(await decompress(await read(`files/${file}`))));
      }
    },
    glyph: (character, weight) => {
      const key = `${character}${String(weight)}`;
      if (!glyphs.has(key)) glyphs.set(key, find(character, weight));
      return glyphs.get(key);
    },
  };
}

/** @example { "[4]": "U+1f1e9-1f1f5,U+1f21a" } */
function readParts(table: Readonly<Record<string, string>>): readonly Part[] {
  return Object.entries(table).map(([name, ranges]) => ({
    file: `noto-serif-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`,
    ranges: ranges.split(',').map((range) => {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }));
}
