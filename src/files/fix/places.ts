import { formatPath, type ValuePath } from '../value-path.ts';
import { parseYaml, valuesIn } from '../yaml-tree.ts';

/** Where a key, or a place in a list, stands in a YAML text. */
export interface ValuePlace {
  readonly path: ValuePath;
  /** The path as text; the same value has it in every layout of the file. */
  readonly id: string;
  readonly start: number;
  /** Where the value ends, comments behind it not counted. */
  readonly end: number;
  /** From 0. */
  readonly line: number;
  /** From 0: of the key, or of the dash. */
  readonly column: number;
}

/** Every key and list place of a YAML text that can be read, in the order of the text, outer before inner. */
export function parsePlaces(yaml: string): readonly ValuePlace[] {
  return valuesIn(parseYaml(yaml).tree).map(({ path, key, node }) => {
    const start = (key ?? node.range).start;
    const end = Math.max(key?.end ?? 0, node.range.end);
    const before = yaml.slice(0, start);
    const lead = before.slice(before.lastIndexOf('\n') + 1);
    const dash = key === undefined ? /-[ \t]*$/.exec(lead) : null;
    const line = before.split('\n').length - 1;
    return { path, id: formatPath(path), start, end, line, column: dash?.index ?? lead.length };
  });
}

/** Whether a path leads to a value inside another's. */
export function isWithin(path: ValuePath, outer: ValuePath): boolean {
  return path.length >= outer.length && outer.every((step, index) => path[index] === step);
}
