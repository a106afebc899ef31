import { deflateSync, inflateSync } from 'node:zlib';
import { withoutRadicals } from './radicals.ts';

/** A stream of a PDF as the browser writes it: its object's number and its compressed length. */
const STREAM = /(\d+) 0 obj\n<<\/Filter \/FlateDecode\n\/Length (\d+)>> stream\n/g;

/**
 * Makes the text of a PDF that the browser wrote searchable. Many fonts draw a radical and a character alike, and
 * the browser then notes the radical: who searches for 居民 or copies it would not find or get it. The tables from
 * glyphs to text are fixed in an update appended to the file, as the format provides, so that every other byte
 * stays. A file of another make is given back as it is.
 */
export function withTrueCharacters(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const end = /trailer\n<<(\/Size \d+\n\/Root \d+ 0 R\n\/Info \d+ 0 R)>>\nstartxref\n(\d+)\n%%EOF\s*$/.exec(
    text,
  );
  if (end === null) return pdf;
  const [, entries = '', previous = ''] = end;
  const parts: Buffer[] = [];
  const places: string[] = [];
  let length = bytes.length;
  const append = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  append(Buffer.from('\n'));
  for (const { number, stream } of fixedTables(bytes, text)) {
    places.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
    const head = `${number} 0 obj\n<</Filter /FlateDecode\n/Length ${String(stream.length)}>> stream\n`;
    append(Buffer.concat([Buffer.from(head), stream, Buffer.from('\nendstream\nendobj\n')]));
  }
  if (places.length === 0) return pdf;
  const trailer = `trailer\n<<${entries}\n/Prev ${previous}>>\nstartxref\n${String(length)}\n%%EOF\n`;
  append(Buffer.from(`xref\n${places.join('')}${trailer}`));
  return Buffer.concat([bytes, ...parts]);
}

interface FixedTable {
  readonly number: string;
  readonly stream: Buffer;
}

/** The tables from glyphs to text that name radicals, fixed and compressed again. */
function fixedTables(bytes: Buffer, text: string): readonly FixedTable[] {
  return [...text.matchAll(STREAM)].flatMap(({ 0: head, 1: number = '', 2: size = '', index }) => {
    const start = index + head.length;
    const table = inflate(bytes.subarray(start, start + Number(size)));
    if (table?.includes('begincmap') !== true) return [];
    const fixed = fixTable(table);
    return fixed === table ? [] : [{ number, stream: deflateSync(Buffer.from(fixed, 'latin1')) }];
  });
}

function inflate(stream: Buffer): string | undefined {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return undefined;
  }
}

/** `<2C> <2EA0>`, glyph 2C is ⺠, becomes `<2C> <6C11>`, it is 民; ranges run over real characters only. */
function fixTable(table: string): string {
  return table.replace(/^(<[0-9A-F]+> )<(2[EF][0-9A-F]{2})>$/gm, (_, glyph: string, code: string) => {
    const character = withoutRadicals(String.fromCharCode(Number.parseInt(code, 16)));
    return `${glyph}<${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
