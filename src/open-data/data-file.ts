import { createHash } from 'node:crypto';
import type { Scope } from './scope.ts';
import type { TableName } from './table.ts';

/** A file of the open data. */
export interface DataFile {
  /** Below the site's root: `data/2022/indicators.csv`. */
  readonly path: string;
  readonly mediaType: string;
  /** Its content in pieces, made as they are asked for: a file may be larger than memory should hold. */
  readonly write: () => Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** One of the files of a table. */
export interface TableFile extends DataFile {
  readonly table: TableName;
  readonly format: 'csv' | 'json';
  readonly scope: Scope;
  readonly write: () => Iterable<string>;
  /** What its bytes are; it is made once for that, or not even once where it was written before. */
  readonly measure: () => Measure;
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

/** How a file is written, so that what its bytes are is known after that. */
export function measured(write: () => Iterable<string>): Pick<TableFile, 'write' | 'measure'> {
  let known: Measure | undefined;
  function* measuring(): Generator<string, Measure> {
    const hash = createHash('sha256');
    let bytes = 0;
    for (const piece of write()) {
      hash.update(piece);
      bytes += Buffer.byteLength(piece);
      yield piece;
    }
    return (known = { bytes, sha256: hash.digest('hex') });
  }
  return {
    write: measuring,
    measure: () => {
      if (known !== undefined) return known;
      const pieces = measuring();
      let next = pieces.next();
      while (next.done !== true) next = pieces.next();
      return next.value;
    },
  };
}

/** How large a piece is at least that is written at once, in characters. */
const PIECE = 65_536;

/** Lines gathered into larger pieces, so that a file is written in few steps. */
export function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
