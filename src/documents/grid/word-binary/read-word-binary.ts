import type { Compound } from '../../open/compound.ts';
import type { DocumentBody } from '../grid.ts';
import { readCharacters, readParagraph, readRuns } from './formatting.ts';
import { layOut } from './lay-out.ts';
import { readPieces, readText } from './text.ts';

/**
 * Takes apart a Word 97–2003 document (.doc), as it reads with tracked deletions accepted.
 *
 * Source: [MS-DOC], sections 2.5.1 (Fib), 2.8.35 (piece table), 2.9.175 (paragraphs by file position), 2.6 (sprm).
 *
 * @throws RangeError where an offset leads out of the file.
 */
export function readWordBinary(streams: Compound): DocumentBody {
  const stream = (name: string) => new DataView((streams(name) ?? new Uint8Array()).slice().buffer);
  const main = stream('WordDocument');
  const data = stream('Data');
  const tables = stream((main.getUint16(0x0a, true) & 0x0200) === 0 ? '0Table' : '1Table');
  const pair = (index: number) => main.getUint32(0x9a + index * 8, true);
  const pieces = readPieces(tables, pair(33));
  const paragraphs = readRuns(main, tables, pair(13), main.getUint32(0x9a + 13 * 8 + 4, true), (view, page) =>
    readParagraph(view, page, data),
  );
  const characters = readRuns(
    main,
    tables,
    pair(12),
    main.getUint32(0x9a + 12 * 8 + 4, true),
    readCharacters,
  );
  return layOut(readText(main, pieces, main.getUint32(0x4c, true), characters, paragraphs));
}
