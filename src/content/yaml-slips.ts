import type { z } from 'zod';
import type { Finding } from './finding.ts';
import { keyKinds } from './key-kinds.ts';
import { mendLine, type MendedLine, type MendingOfLines, type Widths } from './line-slips.ts';
import type { Range, SourceFile } from './source-file.ts';
import { structureLines } from './structure-lines.ts';

/**
 * The usual slips of Chinese input methods in YAML. The parser's own message would speak of their
 * consequences, often lines away; this looks for the slips themselves, line by line, and shows each line
 * as it should be. Only for files that cannot be read: inside a text the same signs are no slips.
 */
export function findSlips(file: SourceFile, schema: z.ZodType, yaml: Range): readonly Finding[] {
  return slipLines(file.text.slice(yaml.start, yaml.end), schema).flatMap(({ offset, slips, corrected }) =>
    slips.map(({ at, length, rule, message }): Finding => ({
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
 * The YAML with its slips mended, line for line.
 *
 * @param all whether also those are mended whose meaning is only likely, which is never kept, and figures
 * that can be read as they stand.
 */
export function mendSlips(yaml: string, schema: z.ZodType, all: boolean, widths?: Widths): string {
  const lines = yaml.split('\n');
  for (const { line, slips, corrected } of slipLines(yaml, schema, { widths, figures: all })) {
    if (all || slips.every(({ certain }) => certain)) lines[line] = corrected;
  }
  return lines.join('\n');
}

interface SlipLine extends MendedLine {
  /** From 0. */
  readonly line: number;
  /** Where the line begins in the YAML. */
  readonly offset: number;
}

function slipLines(yaml: string, schema: z.ZodType, how?: MendingOfLines): readonly SlipLine[] {
  const kinds = keyKinds(schema);
  return structureLines(yaml, kinds).flatMap(
    ({ text, line, offset, list, above, quoteOpen }): readonly SlipLine[] => {
      const mended =
        above === undefined ? mendLine(text, kinds, list, { ...how, quoteOpen }) : outdent(text, above);
      return mended.slips.length === 0 ? [] : [{ ...mended, line, offset }];
    },
  );
}

/** A key deeper than the text above it, which the parser takes for a part of that text. */
function outdent(line: string, column: number): MendedLine {
  const text = line.trimStart();
  const at = line.length - text.length;
  const message = '这一行比上一行缩进得多，会被当成上一行文字的一部分。同一级的项目左边要对齐。';
  return {
    slips: [{ at, length: text.search(/\s*:/), message, certain: false }],
    corrected: `${' '.repeat(column)}${text}`,
  };
}
