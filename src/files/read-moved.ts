import type { MovedAddress } from '../model/site.ts';
import { LABELS as L } from '../model/terms.ts';
import type { Report } from './finding.ts';
import { readYaml } from './read-yaml.ts';
import { movedSchema } from './schema.ts';
import type { SourceFile } from './source-file.ts';
import { nearestRange, type YamlTree } from './yaml-tree.ts';

/** The addresses that lead on, with their places, for the checks. */
export interface MovedEntry {
  readonly moved: readonly MovedAddress[];
  readonly file: SourceFile;
  readonly tree: YamlTree;
}

/** Reads `moved.yaml`; reports `moved/duplicate` where an old address stands twice: it can lead to one place alone. */
export function readMoved(file: SourceFile, report: Report): MovedEntry | undefined {
  const read = readYaml(movedSchema, file, report);
  if (read === undefined) return undefined;
  const known = new Set<string>();
  read.value.forEach(({ from }, place) => {
    // Both would be one folder, also where capitals are not told apart: /Terms/ and /terms/, /old.html and /old.html/.
    const key = from.toLowerCase().replace(/\/$/, '');
    if (known.has(key))
      report({
        file,
        range: nearestRange(read.tree, [place, L.oldAddress]),
        severity: 'error',
        rule: 'moved/duplicate',
        message: `旧址“${from}”写了两次。`,
        hint: '一个旧址只能转到一个地方，请删去一项。',
        value: from,
      });
    known.add(key);
  });
  return { moved: read.value, file, tree: read.tree };
}
