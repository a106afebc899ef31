import type { z } from 'zod';
import { sortFindings, type Finding, type Report } from './finding.ts';
import { reportInvisible } from './invisible.ts';
import { projectSchema } from './schema.ts';
import { placeOf, type Range, type SourceFile } from './source-file.ts';
import { validate } from './validate.ts';
import { toFinding } from './yaml-faults.ts';
import { findStray, findTypos, fixTypos } from './yaml-typos.ts';
import { parseYaml, type YamlFault, type YamlTree } from './yaml-tree.ts';

/** How many findings of one file are reported; a file with more is broken as a whole. */
const MOST_FINDINGS = 50;

/** YAML of a known format: the typed value, and the tree with the place of every value. */
export interface ReadYaml<Value> {
  readonly value: Value;
  readonly tree: YamlTree;
}

/**
 * Parses and validates the YAML in a file, or in a part of it. Reports what keeps it from being read and
 * gives undefined then: the typos of Chinese input where there are any, because the parser only sees their
 * consequences, and what else would be wrong once they are fixed.
 */
export function readYaml<Schema extends z.ZodType>(
  schema: Schema,
  file: SourceFile,
  report: Report,
  part: Range = { start: 0, end: file.text.length },
): ReadYaml<z.output<Schema>> | undefined {
  const { read, findings } = readStrictly(schema, file, part);
  if (read !== undefined) {
    // A project's values are a rule's to judge, because an editor may answer for them: text-invisible.ts.
    if ((schema as z.ZodType) !== projectSchema) reportInvisible(read.tree, file, report);
    return read;
  }
  // In a file past a limit nobody is helped with typos.
  const typos = findings.some(({ rule }) => rule === 'yaml/limits') ? [] : findTypos(file, schema, part);
  const all = typos.length > 0 ? [...typos, ...findingsBeside(typos, schema, file, part)] : findings;
  sortFindings(all).slice(0, MOST_FINDINGS).forEach(report);
  return undefined;
}

/** Faults that the parser sees where a line does not go with those before it, whatever the reason. */
const OF_LAYOUT: ReadonlySet<YamlFault['code']> = new Set([
  ...(['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'IMPOSSIBLE', 'MISSING_CHAR'] as const),
  ...(['MULTILINE_IMPLICIT_KEY', 'UNEXPECTED_TOKEN'] as const),
]);

function readStrictly<Schema extends z.ZodType>(schema: Schema, file: SourceFile, part: Range) {
  const { tree, faults } = parseYaml(file.text.slice(part.start, part.end), part.start);
  const findings: Finding[] = faults.map((fault) => {
    const stray = OF_LAYOUT.has(fault.code) ? findStray(file, schema, part) : undefined;
    return stray ?? toFinding(fault, file);
  });
  const value =
    faults.length === 0 ? validate(schema, tree, file, (finding) => findings.push(finding)) : undefined;
  return { read: value === undefined ? undefined : { value, tree }, findings };
}

/** What is wrong besides, once the typos are fixed. */
function findingsBeside(
  typos: readonly Finding[],
  schema: z.ZodType,
  file: SourceFile,
  part: Range,
): readonly Finding[] {
  if (typos.length >= MOST_FINDINGS) return [];
  const { yaml, origins } = fixTypos(file.text.slice(part.start, part.end), schema, true);
  const head = file.text.slice(0, part.start);
  const text = `${head}${yaml}${file.text.slice(part.end)}`;
  const fixed = { start: part.start, end: part.start + yaml.length };
  const { findings } = readStrictly(schema, { path: file.path, text }, fixed);
  const above = placeOf(text, part.start).line;
  const startsNow = startsOfLines(file.text);
  const startsThen = startsOfLines(text);
  const fixedLines = new Set(typos.map(({ range }) => placeOf(file.text, range.start).line));
  return findings.slice(0, MOST_FINDINGS).flatMap((finding) => {
    const then = placeOf(text, finding.range.start).line;
    const now = above + (origins[then - above] ?? 0);
    const start = startsNow[now - 1] ?? 0;
    const end = (startsNow[now] ?? file.text.length + 1) - 1;
    if (fixedLines.has(now)) {
      // In a line that was fixed its value is looked for; what it does not have is shown with the whole line.
      const { value = '' } = finding;
      const at = file.text.slice(start, end).lastIndexOf(value);
      const isThere = value !== '' && at >= 0;
      const range = isThere ? { start: start + at, end: start + at + value.length } : { start, end };
      return [{ ...finding, file, range }];
    }
    const shift = start - (startsThen[then - 1] ?? 0);
    return [
      { ...finding, file, range: { start: finding.range.start + shift, end: finding.range.end + shift } },
    ];
  });
}

function startsOfLines(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}
