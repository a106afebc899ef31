import type { z } from 'zod';
import type { Finding } from './finding.ts';
import { keyKinds } from './key-kinds.ts';
import { fixLine, type FixedLine } from './line-typos.ts';
import type { LineParts } from './line-parts.ts';
import { showLine, showLines } from './show-lines.ts';
import type { Range, SourceFile } from './source-file.ts';
import { structureLines } from './structure-lines.ts';

/**
 * The usual typos of Chinese input methods in YAML, and lines that stand where they do not belong. The parser's own
 * message would speak of their consequences, often lines away; this looks for the typos themselves, line by line, and
 * shows each line as it should be. Only for files that cannot be read: inside a text the same signs are no typos.
 */
export function findTypos(file: SourceFile, schema: z.ZodType, yaml: Range): readonly Finding[] {
  return typoLines(file.text.slice(yaml.start, yaml.end), schema, true).flatMap(
    ({ offset, typos, corrected, parts }) =>
      typos.map(({ at, length, rule, message, hint }): Finding => ({
        file,
        range: { start: yaml.start + offset + at, end: yaml.start + offset + at + length },
        severity: 'error',
        rule: rule ?? 'yaml/syntax',
        message,
        hint: hint ?? `${showCorrected(corrected, parts)}。`,
      })),
  );
}

function showCorrected(corrected: readonly string[], { indent, dash }: LineParts): string {
  const [line = ''] = corrected;
  if (corrected.length > 1) return showLines(corrected);
  const hasDash = line.trimStart().startsWith('-');
  return showLine(line, /^ */.exec(line)?.[0] === indent && hasDash === (dash !== ''));
}

/** The YAML with its typos fixed, and for each of its lines the line of the old text that it comes from, from 0. */
export interface FixedYaml {
  readonly yaml: string;
  readonly origins: readonly number[];
}

/**
 * @param all whether also those are fixed whose meaning is only likely, which is never kept, and figures
 * that can be read as they stand.
 */
export function fixTypos(yaml: string, schema: z.ZodType, all: boolean): FixedYaml {
  const found = new Map(typoLines(yaml, schema, all).map((fixed) => [fixed.line, fixed]));
  const lines = yaml.split('\n').flatMap((text, line) => {
    const { typos = [], corrected = [] } = found.get(line) ?? {};
    const isFixed = found.has(line) && (all || typos.every(({ certain }) => certain));
    return (isFixed ? corrected : [text]).map((own) => ({ own, line }));
  });
  return { yaml: lines.map(({ own }) => own).join('\n'), origins: lines.map(({ line }) => line) };
}

interface TypoLine extends FixedLine {
  /** From 0. */
  readonly line: number;
  /** Where the line begins in the YAML. */
  readonly offset: number;
  readonly parts: LineParts;
}

function typoLines(yaml: string, schema: z.ZodType, figures: boolean): readonly TypoLine[] {
  const kinds = keyKinds(schema);
  return structureLines(yaml, schema, kinds).flatMap((own): readonly TypoLine[] => {
    const fixed = fixLine(own, kinds, figures);
    const { line, offset, parts } = own;
    return fixed.typos.length === 0 ? [] : [{ ...fixed, line, offset, parts }];
  });
}
