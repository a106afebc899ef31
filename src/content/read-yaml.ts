import type { z } from 'zod';
import type { Finding, Report } from './finding.ts';
import type { Range, SourceFile } from './source-file.ts';
import { validate } from './validate.ts';
import { toFinding } from './yaml-faults.ts';
import { findSlips } from './yaml-slips.ts';
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
 * gives undefined then: the slips of Chinese input where there are any, because all else follows from them.
 */
export function readYaml<Schema extends z.ZodType>(
  schema: Schema,
  file: SourceFile,
  report: Report,
  part: Range = { start: 0, end: file.text.length },
): ReadYaml<z.output<Schema>> | undefined {
  const { tree, faults } = parseYaml(file.text.slice(part.start, part.end), part.start);
  const findings: Finding[] = faults.map((fault) => toFinding(fault, file));
  const value =
    faults.length === 0 ? validate(schema, tree, file, (finding) => findings.push(finding)) : undefined;
  if (value !== undefined) return { value, tree };
  const slips = findSlips(file, schema, part);
  const all = slips.length > 0 ? slips : findings;
  all.slice(0, MOST_FINDINGS).forEach(report);
  return undefined;
}
