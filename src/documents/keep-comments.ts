import { applyPatch, diffArrays, structuredPatch } from 'diff';
import { findComments } from '../files/fix/comments.ts';
import type { Range } from '../files/source-file.ts';
import type { MergedFile } from './merge-files.ts';

/** A line of a file that says something, with the comments that belong to it. */
interface Line {
  readonly text: string;
  /** The lines above it that hold nothing but comments, and blank lines among them. */
  readonly above: readonly string[];
  /** The comment behind it, with the blanks between; '' for none. */
  readonly behind: string;
}

/**
 * What an editor's file becomes where it is to say something else: only the lines that differ in meaning change, so
 * that comments and the editor's own layout stay. A comment goes only with the line that it belongs to.
 *
 * @param existing the file as it stands, perhaps with comments.
 * @param yaml the part of it in which comments can stand.
 * @param before what it says, as the canonical file would have it.
 * @param after what it is to say, as the canonical file has it.
 * @param canonical reads a file and gives the canonical one of the same meaning; undefined where it cannot.
 */
export function keepComments(
  existing: string,
  yaml: Range,
  before: string,
  after: string,
  canonical: (text: string) => string | undefined,
): MergedFile {
  const lines = partLines(existing, yaml);
  const patch = structuredPatch('', '', before, after, '', '', { context: 1 });
  const patched = applyPatch(lines.map(({ text }) => text).join('\n'), patch, { fuzzFactor: 1 });
  // A changed line may have landed beside a line that reads alike: only the right meaning is taken.
  const changed = patched !== false && canonical(patched) === after ? patched : after;
  const bare = { text: changed, lostComments: lines.flatMap(commentsOf) };
  // Beside a line that became several, a comment can fall into the middle of a text: then it goes.
  const tries = [withComments(lines, changed, true), withComments(lines, changed, false), bare];
  return tries.find(({ text }) => canonical(text) === after) ?? bare;
}

/** The lines of a file without its comments, each with those that belong to it; the last is the end of the file. */
function partLines(file: string, { start, end }: Range): readonly Line[] {
  const comments = new Map<number, number>();
  for (const { offset } of findComments(file.slice(start, end))) {
    const lineStart = file.lastIndexOf('\n', start + offset - 1) + 1;
    comments.set(lineStart, start + offset - lineStart);
  }
  const lines: Line[] = [];
  let [above, lineStart]: [string[], number] = [[], 0];
  for (const whole of file.split('\n')) {
    const column = comments.get(lineStart);
    const text = column === undefined ? whole : whole.slice(0, column).trimEnd();
    const isEnd = lineStart + whole.length === file.length;
    if (!isEnd && text.trim() === '' && (column !== undefined || above.length > 0)) above.push(whole);
    else {
      lines.push({ text, above, behind: whole.slice(text.length) });
      above = [];
    }
    lineStart += whole.length + 1;
  }
  return lines;
}

/**
 * A changed text with the comments of the lines that stayed and, where asked, of those that changed in place: they
 * have their field's name, or there are as many lines as before.
 */
function withComments(lines: readonly Line[], changed: string, inPlace: boolean): MergedFile {
  const written: string[] = [];
  const lostComments: string[] = [];
  const write = (text: string, line: Line | undefined) => {
    written.push(...(line?.above ?? []), `${text}${line?.behind ?? ''}`);
  };
  let next = 0;
  let removed: readonly Line[] = [];
  const lose = () => {
    lostComments.push(...removed.flatMap(commentsOf));
    removed = [];
  };
  for (const { value, added, removed: isRemoved } of diffArrays(
    lines.map(({ text }) => text),
    changed.split('\n'),
  )) {
    const own = added ? [] : lines.slice(next, (next += value.length));
    if (isRemoved) removed = own;
    else if (added) {
      const before = removed;
      value.forEach((text, place) => {
        const isAlike = ({ text: old }: Line) => keyOf(old) !== undefined && keyOf(old) === keyOf(text);
        const same = before.length === value.length ? before[place] : removed.find(isAlike);
        write(text, inPlace ? same : undefined);
        if (inPlace) removed = removed.filter((line) => line !== same);
      });
    } else {
      lose();
      own.forEach((line) => {
        write(line.text, line);
      });
    }
    if (added) lose();
  }
  lose();
  return { text: written.join('\n'), lostComments };
}

/** The name of the field that a line states, with its indentation. */
function keyOf(line: string): string | undefined {
  return /^ *(?:- )?[^\s"#][^:]*(?=:)/.exec(line)?.[0];
}

function commentsOf({ above, behind }: Line): readonly string[] {
  return [...above, behind].map((line) => line.trim()).filter((line) => line !== '');
}
