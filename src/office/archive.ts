import { Zip, ZipPassThrough } from 'fflate';
import { Deflate } from './deflate.ts';

/** A fixed time, in the time zone at hand, because an archive holds no zone: the same content gives the same bytes. */
const TIME = new Date(1980, 0, 1);

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** How much text is compressed at once, in characters. */
const PIECE = 65_536;

/** Texts of XML as a ZIP archive, in pieces that are made as they are asked for. */
export function* zipped(
  files: Iterable<{ readonly path: string; readonly xml: string | Iterable<string> }>,
): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
  });
  for (const { path, xml } of files) {
    const file = new Deflated(path);
    file.mtime = TIME;
    archive.add(file);
    let piece = XML;
    for (const text of typeof xml === 'string' ? [xml] : xml) {
      piece += text;
      if (piece.length < PIECE) continue;
      file.push(bytesOf(piece));
      piece = '';
      yield* ready.splice(0);
    }
    file.push(bytesOf(piece), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready;
}

const encoder = new TextEncoder();
let room = new Uint8Array(6 * PIECE);

/** A text in UTF-8, until the next one is asked for. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (3 * text.length > room.length) room = new Uint8Array(3 * text.length);
  return room.subarray(0, encoder.encodeInto(text, room).written);
}

/** A file of an archive that is compressed. */
class Deflated extends ZipPassThrough {
  readonly #deflate = new Deflate();

  constructor(path: string) {
    super(path);
    this.compression = 8;
  }

  protected override process(piece: Uint8Array, isLast: boolean): void {
    const made = this.#deflate.push(piece, isLast);
    made.forEach((bytes, index) => {
      this.ondata(null, bytes, isLast && index === made.length - 1);
    });
  }
}
