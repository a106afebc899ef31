import type { z } from 'zod';
import { sortFindings, type Finding, type Report } from './finding.ts';
import { reportInvisible } from './invisible.ts';
import { projectSchema } from './schema.ts';
import { placeOf, type Range, type SourceFile } from './source-file.ts';
import { validate } from './validate.ts';
import { toFinding } from './yaml-faults.ts';
import { findTypos, fixTypos, WIDTHS } from './yaml-typos.ts';
import { parseYaml, type YamlTree } from './yaml-tree.ts';

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
  const typos = findTypos(file, schema, part);
  const all = typos.length > 0 ? [...typos, ...findingsBeside(typos, schema, file, part)] : findings;
  sortFindings(all).slice(0, MOST_FINDINGS).forEach(report);
  return undefined;
}

function readStrictly<Schema extends z.ZodType>(schema: Schema, file: SourceFile, part: Range) {
  const { tree, faults } = parseYaml(file.text.slice(part.start, part.end), part.start);
  const findings: Finding[] = faults.map((fault) => toFinding(fault, file));
  const value =
    faults.length === 0 ? validate(schema, tree, file, (finding) => findings.push(finding)) : undefined;
  return { read: value === undefined ? undefined : { value, tree }, findings };
}

/** What is wrong in the lines without typos, once the others are as they should be. */
function findingsBeside(
  typos: readonly Finding[],
  schema: z.ZodType,
  file: SourceFile,
  part: Range,
): readonly Finding[] {
  if (typos.length >= MOST_FINDINGS) return [];
  const before = file.text.slice(part.start, part.end);
  // The widths make a difference only where a line is set in by a tab or full-width blank.
  const fixed = new Set(WIDTHS.map((widths) => fixTypos(before, schema, true, widths)));
  const attempts = Array.from(fixed, (yaml) => {
    const text = `${file.text.slice(0, part.start)}${yaml}${file.text.slice(part.end)}`;
    const end = part.start + yaml.length;
    return { text, ...readStrictly(schema, { path: file.path, text }, { start: part.start, end }) };
  });
  const [best] = attempts.sort((a, b) => a.findings.length - b.findings.length);
  if (best === undefined) return [];
  // Fixing goes line by line, so that a line that was not touched is found by its number.
  const touched = new Set(typos.map(({ range }) => placeOf(file.text, range.start).line));
  const startsNow = startsOfLines(file.text);
  const startsThen = startsOfLines(best.text);
  return best.findings.slice(0, MOST_FINDINGS).flatMap((finding) => {
    const { line } = placeOf(best.text, finding.range.start);
    if (touched.has(line) || finding.range.start === finding.range.end) return [];
    const shift = (startsNow[line - 1] ?? 0) - (startsThen[line - 1] ?? 0);
    const range = { start: finding.range.start + shift, end: finding.range.end + shift };
    return [{ ...finding, file, range }];
  });
}

function startsOfLines(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}
