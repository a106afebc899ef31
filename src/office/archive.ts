import { Zip, ZipPassThrough } from 'fflate';
import { Deflate } from './deflate.ts';
import { crc32, Utf8Room } from './native.ts';

/** A fixed time, in the time zone at hand, because an archive holds no zone: the same content gives the same bytes. */
const TIME = new Date(1980, 0, 1);

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** How much text is compressed at once, in characters. */
const PIECE = 65_536;

/** A text as it stands in an archive. */
export interface Compressed {
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  /** Of the text itself. */
  readonly size: number;
  readonly crc: number;
}

/** A file of an archive. */
export interface ZippedFile {
  readonly path: string;
  readonly xml: string | Iterable<string>;
  /** Whether all of it is compressed at once, though it is given in parts. */
  readonly isOnePiece?: boolean;
  /** Where another archive has the same: asked before the text is, and told what it became. */
  readonly shared?: {
    readonly take: () => Compressed | undefined;
    readonly keep: (compressed: Compressed) => void;
  };
}

/** The piece that is being made, of whichever archive: it is pushed before another archive has its turn. */
const room = new Utf8Room(3 * PIECE);

/** Texts of XML as a ZIP archive, in pieces that are made as they are asked for. */
export function* zipped(files: Iterable<ZippedFile>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
  });
  for (const { path, xml, isOnePiece = false, shared } of files) {
    const kept = shared?.take();
    const file = new Deflated(path, shared !== undefined);
    archive.add(file);
    if (kept !== undefined) {
      file.repeat(kept);
      yield* ready.splice(0);
      continue;
    }
    room.clear();
    room.add(XML);
    let characters = XML.length;
    const pushPiece = () => {
      file.push(room.bytes());
      room.clear();
      characters = 0;
    };
    for (const text of typeof xml === 'string' ? [xml] : xml) {
      room.add(text);
      characters += text.length;
      if (characters < PIECE || isOnePiece) continue;
      pushPiece();
      yield* ready.splice(0);
    }
    if (characters >= PIECE) pushPiece();
    file.push(room.bytes(), true);
    shared?.keep(file.compressed());
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready;
}

/** A file of an archive that is compressed. */
class Deflated extends ZipPassThrough {
  readonly #pieces: Uint8Array<ArrayBuffer>[] = [];
  readonly #isKept: boolean;
  #deflate: Deflate | undefined;

  /** @param isKept whether its pieces are. */
  constructor(path: string, isKept: boolean) {
    super(path);
    this.compression = 8;
    this.mtime = TIME;
    this.crc = 0;
    this.#isKept = isKept;
  }

  /** Is a text that was compressed before, instead of one that is pushed. */
  repeat({ pieces, size, crc }: Compressed): void {
    [this.size, this.crc] = [size, crc];
    pieces.forEach((bytes, index) => {
      this.ondata(null, bytes, index === pieces.length - 1);
    });
  }

  compressed(): Compressed {
    return { pieces: this.#pieces, size: this.size, crc: this.crc };
  }

  override push(piece: Uint8Array, isLast = false): void {
    if (crc32 === undefined) {
      super.push(piece, isLast);
      return;
    }
    this.crc = crc32(piece, this.crc);
    this.size += piece.length;
    this.process(piece, isLast);
  }

  protected override process(piece: Uint8Array, isLast: boolean): void {
    this.#deflate ??= new Deflate();
    const made = this.#deflate.push(piece, isLast);
    if (this.#isKept) this.#pieces.push(...made);
    made.forEach((bytes, index) => {
      this.ondata(null, bytes, isLast && index === made.length - 1);
    });
  }
}
