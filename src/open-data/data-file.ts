import { createHash } from 'node:crypto';
import { Utf8Room } from '../office/native.ts';
import type { Scope } from './scope.ts';
import type { TableName } from './table.ts';

/** A file of the open data. */
export interface DataFile {
  /** Below the site's root: `data/2022/indicators.csv`. */
  readonly path: string;
  readonly mediaType: string;
  /**
   * All that it is made of, beside the program and where the site stands: while that holds the same, it does too.
   * Left out where it may hold anything of the content.
   */
  readonly madeOf?: object;
  /** Whether it tells how large others are, so that it is written after them. */
  readonly describesOthers?: true;
  readonly write: () => Content;
  /** What its bytes are: known when it was told, else it is made once for that. */
  readonly measure: () => Measure;
  /** Told what its bytes are, by whoever wrote it or has it already. */
  readonly tell: (measure: Measure) => void;
}

/** What a file holds: at once, or in pieces made as they are asked for, where it may be larger than memory should hold. */
export type Content = Buffer | Iterable<Uint8Array>;

/** One of the files of a table. */
export interface TableFile extends DataFile {
  readonly table: TableName;
  readonly format: 'csv' | 'json';
  readonly scope: Scope;
}

export interface Measure {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** The media types of files, as servers name them. */
export const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  yaml: 'text/yaml; charset=utf-8',
  jsonLd: 'application/ld+json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sqlite: 'application/vnd.sqlite3',
} as const;

/**
 * How a file is written and measured.
 *
 * @param make gives it as a text, or in pieces.
 */
export function measured(
  make: () => string | Iterable<string | Uint8Array>,
): Pick<DataFile, 'write' | 'measure' | 'tell'> {
  let known: Measure | undefined;
  function* inTurn(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
    for (const piece of pieces) yield typeof piece === 'string' ? bytesOf(piece) : piece;
  }
  const write = (): Content => {
    const content = make();
    return typeof content === 'string' ? bytesOf(content) : inTurn(content);
  };
  return {
    write,
    tell: (measure) => {
      known = measure;
    },
    measure: () => (known ??= measureOf(write())),
  };
}

function bytesOf(text: string): Buffer {
  // What is long would leave the room larger than it needs to be.
  if (text.length > PIECE) return Buffer.from(text);
  room.clear();
  room.add(text);
  return Buffer.from(room.take().buffer);
}

function measureOf(content: Content): Measure {
  const sha256 = createHash('sha256');
  let bytes = 0;
  for (const piece of Buffer.isBuffer(content) ? [content] : content) {
    sha256.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: sha256.digest('hex') };
}

/** How large a piece is at least that is written at once, in characters. */
const PIECE = 65_536;
/** Where texts become bytes. */
const room = new Utf8Room(4 * PIECE);

/** Lines gathered into larger pieces, so that a file is written in few steps. */
export function* inPieces(lines: Iterable<string>): Generator<Uint8Array> {
  room.clear();
  let characters = 0;
  for (const line of lines) {
    room.add(line);
    characters += line.length;
    if (characters < PIECE) continue;
    characters = 0;
    yield room.take();
  }
  if (characters > 0) yield room.take();
}
