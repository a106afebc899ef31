import { showLines } from './show-lines.ts';
import type { Range } from './source-file.ts';
import { scalar } from './yaml-scalar.ts';

/**
 * What to write in place of a text, or a list, of which only the editor knows whether it should be a text of
 * several lines or of one: both, in the words of a hint.
 *
 * @param range from the line of its key or dash to its end.
 * @param pieces what the lines or items say.
 */
export function blockOrLine(text: string, range: Range, pieces: readonly string[]): string {
  const top = text.lastIndexOf('\n', range.start - 1) + 1;
  const lines = text.slice(top, range.end).trimEnd().split('\n');
  const [, lead = '', key = ''] = /^(\s*(?:- +)*)([^\s:"']+:(?=\s|$))?/.exec(lines[0] ?? '') ?? [];
  const head = key === '' ? lead : `${lead}${key} `;
  // The lines of a block stand behind its key's or dash's column.
  const column = ' '.repeat(key === '' ? lead.length : lead.length + 2);
  const block = [`${head}|-`, ...pieces.map((piece) => column + piece)];
  const line = showLines([`${head}${scalar(joined(pieces), 0)}`], lines.length);
  if (pieces.length < 2) return `${line}。`;
  return `要分行的，${showLines(block, lines.length)}；不分行的，${line}。`;
}

/** The lines of a text that is plain, quoted or folded; undefined where it has escapes, which mean other lines. */
export function linesOf(source: string): readonly string[] | undefined {
  const quote = /^["']/.exec(source)?.[0];
  const inside = quote === undefined ? source.replace(/^>.*\n/, '') : source.slice(1, -1);
  if (quote !== undefined && /\\|''/.test(inside)) return undefined;
  return inside.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/** As one line: no blank comes between Chinese words. */
function joined(pieces: readonly string[]): string {
  return pieces.reduce((all, piece) => `${all}${/\w$/.test(all) && /^\w/.test(piece) ? ' ' : ''}${piece}`);
}
