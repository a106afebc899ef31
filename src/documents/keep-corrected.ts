import { parseDocument } from 'yaml';
import { parsePath, type ValuePath } from '../files/value-path.ts';
import { parseYaml, treeAt, type YamlTree } from '../files/yaml-tree.ts';
import { equals, parseDecimal } from '../model/decimal.ts';
import { certainFigures } from '../model/money.ts';
import type { Correction } from '../model/project.ts';

/**
 * An imported project file in which officially corrected values stand as they were corrected: the document
 * still holds the value from before (更正's 原值), and bringing that back would undo the correction. A value
 * that the document has otherwise stays as imported.
 *
 * @param imported the file as the document has it.
 * @param existing the file with the corrections.
 * @param placeNow where what stands at a path of the existing file stands in the imported one.
 * @returns the file as YAML, not in the canonical layout.
 */
export function keepCorrected(
  imported: string,
  existing: string,
  corrections: readonly Correction[],
  placeNow: (path: ValuePath) => ValuePath | undefined,
): string {
  if (corrections.length === 0) return imported;
  const [before, now] = [parseYaml(imported).tree, parseYaml(existing).tree];
  const document = parseDocument(imported);
  for (const { location, originalValue } of corrections) {
    const path = parsePath(location);
    const place = path && placeNow(path);
    const corrected = path && textAt(now, path);
    if (place && corrected !== undefined && isSame(textAt(before, place), originalValue)) {
      document.setIn(place, corrected);
    }
  }
  return document.toString({ lineWidth: 0 });
}

/** Whether two texts say the same: as figures `2.0` and `2.00` do. */
export function isSame(text: string | undefined, other: string): boolean {
  if (text === undefined || text === other) return text === other;
  const [a, b] = [text, other].map((one) => parseDecimal(certainFigures(one).replace(/%$/, '')));
  return text.endsWith('%') === other.endsWith('%') && a !== undefined && b !== undefined && equals(a, b);
}

function textAt(tree: YamlTree, path: ValuePath): string | undefined {
  const node = treeAt(tree, path);
  return node?.type === 'text' ? node.text : undefined;
}
