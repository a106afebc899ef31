/** A content file as it was read: its path as findings name it, and its text. */
export interface SourceFile {
  /** Path relative to the working directory, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A stretch of a file's text: offsets in UTF-16 units, the end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place as a person counts: line and column from 1, columns in Unicode code points. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Turns an offset into line and column; done only when a finding is printed. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = 1 + (before.match(/\n/g)?.length ?? 0);
  return { line, column: 1 + [...before.slice(lineStart)].length };
}

/** The line in which a range begins, cut in three at the range, and the line before it. */
export function linesAt(text: string, { start, end }: Range) {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', start);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const valueEnd = Math.max(start, Math.min(end, lineEnd));
  return {
    lineBefore:
      lineStart === 0 ? undefined : text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart - 1),
    before: text.slice(lineStart, start),
    value: text.slice(start, valueEnd),
    after: text.slice(valueEnd, lineEnd),
  };
}
