import { strToU8, Zip, ZipDeflate } from 'fflate';

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
    const file = new ZipDeflate(path);
    file.mtime = TIME;
    archive.add(file);
    let piece = XML;
    for (const text of typeof xml === 'string' ? [xml] : xml) {
      piece += text;
      if (piece.length < PIECE) continue;
      file.push(strToU8(piece));
      piece = '';
      yield* ready.splice(0);
    }
    file.push(strToU8(piece), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready;
}
