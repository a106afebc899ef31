import type { z } from 'zod';
import type { Finding } from './finding.ts';
import { keyKinds } from './key-kinds.ts';
import { fixLine, type FixedLine, type FixingOfLines, type Widths } from './line-typos.ts';
import type { Range, SourceFile } from './source-file.ts';
import { structureLines } from './structure-lines.ts';

/**
 * The usual typos of Chinese input methods in YAML. The parser's own message would speak of their
 * consequences, often lines away; this looks for the typos themselves, line by line, and shows each line
 * as it should be. Only for files that cannot be read: inside a text the same signs are no typos.
 */
export function findTypos(file: SourceFile, schema: z.ZodType, yaml: Range): readonly Finding[] {
  return typoLines(file.text.slice(yaml.start, yaml.end), schema).flatMap(({ offset, typos, corrected }) =>
    typos.map(({ at, length, rule, message }): Finding => ({
      file,
      range: { start: yaml.start + offset + at, end: yaml.start + offset + at + length },
      severity: 'error',
      rule: rule ?? 'yaml/syntax',
      message,
      hint: `应写作“${corrected.trim()}”。`,
    })),
  );
}

/** What editor programs and input methods make of them; which it was shows in what then reads well. */
export const WIDTHS: readonly Widths[] = [
  { tab: 2, wide: 2 },
  { tab: 2, wide: 1 },
  { tab: 4, wide: 4 },
  { tab: 8, wide: 2 },
];

/**
 * The YAML with its typos fixed, line for line.
 *
 * @param all whether also those are fixed whose meaning is only likely, which is never kept, and figures
 * that can be read as they stand.
 */
export function fixTypos(yaml: string, schema: z.ZodType, all: boolean, widths?: Widths): string {
  const lines = yaml.split('\n');
  for (const { line, typos, corrected } of typoLines(yaml, schema, { widths, figures: all })) {
    if (all || typos.every(({ certain }) => certain)) lines[line] = corrected;
  }
  return lines.join('\n');
}

interface TypoLine extends FixedLine {
  /** From 0. */
  readonly line: number;
  /** Where the line begins in the YAML. */
  readonly offset: number;
}

function typoLines(yaml: string, schema: z.ZodType, how?: FixingOfLines): readonly TypoLine[] {
  const kinds = keyKinds(schema);
  return structureLines(yaml, kinds).flatMap(
    ({ text, line, offset, list, above, quoteOpen }): readonly TypoLine[] => {
      const fixed =
        above === undefined ? fixLine(text, kinds, list, { ...how, quoteOpen }) : outdent(text, above);
      return fixed.typos.length === 0 ? [] : [{ ...fixed, line, offset }];
    },
  );
}

/** A key deeper than the text above it, which the parser takes for a part of that text. */
function outdent(line: string, column: number): FixedLine {
  const text = line.trimStart();
  const at = line.length - text.length;
  const message = '这一行比上一行缩进得多，会被当成上一行文字的一部分。同一级的项目左边要对齐。';
  return {
    typos: [{ at, length: text.slice(0, text.indexOf(':')).trimEnd().length, message, certain: false }],
    corrected: `${' '.repeat(column)}${text}`,
  };
}
