import { parseDocument } from 'yaml';
import { parsePath, type ValuePath } from '../files/value-path.ts';
import { parseYaml, treeAt, type YamlTree } from '../files/yaml-tree.ts';
import type { Correction } from '../model/project.ts';

/**
 * An imported project file in which officially corrected values stand as they were corrected: the document
 * still holds the value from before (更正's 原值), and bringing that back would undo the correction. A value
 * that the document has otherwise stays as imported.
 *
 * @param imported the file as the document has it.
 * @param existing the file with the corrections.
 * @returns the file as YAML, not in the canonical layout.
 */
export function keepCorrected(
  imported: string,
  existing: string,
  corrections: readonly Correction[],
): string {
  if (corrections.length === 0) return imported;
  const [before, now] = [parseYaml(imported).tree, parseYaml(existing).tree];
  const document = parseDocument(imported);
  for (const { location, originalValue } of corrections) {
    const path = parsePath(location);
    const corrected = path && textAt(now, path);
    if (path && corrected !== undefined && textAt(before, path) === originalValue) {
      document.setIn(path, corrected);
    }
  }
  return document.toString({ lineWidth: 0 });
}

function textAt(tree: YamlTree, path: ValuePath): string | undefined {
  const node = treeAt(tree, path);
  return node?.type === 'text' ? node.text : undefined;
}
