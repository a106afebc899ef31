/** A file of the open data. */
export interface DataFile {
  /** Below the site's root: `data/2022/indicators.csv`. */
  readonly path: string;
  readonly mediaType: string;
  /** Its content in pieces, made as they are asked for: a file may be larger than memory should hold. */
  readonly write: () => Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
}

/** The media types of texts, as servers name them. */
export const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  yaml: 'text/yaml; charset=utf-8',
} as const;

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
