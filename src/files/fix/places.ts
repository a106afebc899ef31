import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { formatPath, type ValuePath } from '../value-path.ts';

/** Where a key, or a place in a list, stands in a YAML text. */
export interface Place {
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
export function parsePlaces(yaml: string): readonly Place[] {
  const places: Place[] = [];
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    version: '1.2',
    logLevel: 'silent',
    uniqueKeys: false,
    lineCounter: lines,
  });
  const add = (path: ValuePath, start: number, end: number, isItem: boolean) => {
    const { line, col } = lines.linePos(start);
    const lineStart = start - col + 1;
    const dash = isItem ? yaml.slice(lineStart, start).lastIndexOf('-') : -1;
    const column = dash < 0 ? col - 1 : dash;
    places.push({ path, id: formatPath(path), start, end, line: line - 1, column });
  };
  const visit = (node: Node | null, path: ValuePath): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key) || key.range == null) continue;
        const inner = [...path, key.source ?? String(key.value)];
        const end = isNode(value) ? (value.range?.[1] ?? key.range[1]) : key.range[1];
        add(inner, key.range[0], end, false);
        if (isNode(value)) visit(value, inner);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        if (!isNode(item) || item.range == null) return;
        add([...path, index], item.range[0], item.range[1], node.flow !== true);
        visit(item, [...path, index]);
      });
    }
  };
  visit(document.contents, []);
  return places;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

/** Whether a path leads to a value inside another's. */
export function isWithin(path: ValuePath, outer: ValuePath): boolean {
  return path.length >= outer.length && outer.every((step, index) => path[index] === step);
}
