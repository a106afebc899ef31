import type { CharacterProperties, ParagraphProperties, Run } from './formatting.ts';

/** Text that stands together in the file: from which character on, where in the file, and how it is coded. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly wide: boolean;
}

export function readPieces(tables: DataView, clx: number): readonly Piece[] {
  let at = clx;
  while (tables.getUint8(at) === 1) at += 3 + tables.getUint16(at + 1, true);
  const count = (tables.getUint32(at + 1, true) - 4) / 12;
  const positions = at + 5;
  return Array.from({ length: count }, (_, index): Piece => {
    const fc = tables.getUint32(positions + (count + 1) * 4 + index * 8 + 2, true);
    const wide = (fc & 0x40000000) === 0;
    return {
      start: tables.getUint32(positions + index * 4, true),
      end: tables.getUint32(positions + index * 4 + 4, true),
      offset: wide ? fc : (fc & 0x3fffffff) / 2,
      wide,
    };
  });
}
/** A paragraph, or the part of a cell up to its next paragraph, with what ended it. */
export interface Line {
  readonly text: string;
  readonly endsCell: boolean;
  readonly properties: ParagraphProperties | undefined;
}

/** Characters that stand for something else; the others below a blank are marks of pictures, notes and fields. */
const CHARACTERS: Readonly<Record<number, string>> = {
  0x09: ' ',
  0x0b: '\n',
  0x0e: '\n',
  0x1e: '-',
  0xa0: '\u00a0',
};

export function readText(
  main: DataView,
  pieces: readonly Piece[],
  length: number,
  characters: readonly Run<CharacterProperties>[],
  paragraphs: readonly Run<ParagraphProperties>[],
): readonly Line[] {
  const lines: Line[] = [];
  const latin = new TextDecoder('windows-1252');
  let text = '';
  /** For each field that is open, whether its code is still being read. */
  const fields: boolean[] = [];
  const [ofCharacters, ofParagraphs] = [finder(characters), finder(paragraphs)];
  for (const { start, end, offset, wide } of pieces) {
    for (let place = start; place < Math.min(end, length); place += 1) {
      const at = offset + (place - start) * (wide ? 2 : 1);
      const code = wide ? main.getUint16(at, true) : main.getUint8(at);
      if (code === 0x0d || code === 0x07 || code === 0x0c) {
        lines.push({ text, endsCell: code === 0x07, properties: ofParagraphs(at) });
        text = '';
        continue;
      }
      const properties = ofCharacters(at);
      if (code === 0x13) fields.push(true);
      else if (code === 0x14) fields.splice(-1, 1, false);
      else if (code === 0x15) fields.pop();
      else if (properties?.hidden !== true && !fields.includes(true)) {
        if (properties?.symbol !== undefined) text += String.fromCharCode(properties.symbol);
        else if (code >= 0x20) text += wide ? String.fromCharCode(code) : latin.decode(Uint8Array.of(code));
        else text += CHARACTERS[code] ?? '';
      }
    }
  }
  return lines;
}

/** Finds what holds at a position; quick where positions are asked in order. */
function finder<Properties>(runs: readonly Run<Properties>[]): (at: number) => Properties | undefined {
  let index = 0;
  return (at) => {
    while (index > 0 && (runs[index]?.start ?? 0) > at) index -= 1;
    while (index < runs.length - 1 && (runs[index]?.end ?? 0) <= at) index += 1;
    const run = runs[index];
    return run !== undefined && run.start <= at && at < run.end ? run.properties : undefined;
  };
}
