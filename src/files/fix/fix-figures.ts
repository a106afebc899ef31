import { LABELS as L } from '../../model/terms.ts';
import { fixedFigures } from '../key-kinds.ts';
import type { SourceFile, Range } from '../source-file.ts';
import { formatPath, type ValuePath } from '../value-path.ts';
import { parseYaml, type YamlText, type YamlTree } from '../yaml-tree.ts';
import type { Format } from './formats.ts';

/**
 * The file with full-width figures, signs and quotes made half-width where only figures can stand: amounts,
 * shares, codes, years, 序号. A value that 核对说明 or 更正 speaks of stays, because they repeat its wording.
 */
export function fixFigures(
  file: SourceFile,
  format: Format,
  yaml: Range,
): { readonly text: string; readonly count: number } {
  const { tree } = parseYaml(file.text.slice(yaml.start, yaml.end), yaml.start);
  const answered = answeredPlaces(tree);
  const found: { readonly range: Range; readonly fixed: string }[] = [];
  const visit = (node: YamlTree, path: ValuePath): void => {
    if (node.type === 'list')
      node.items.forEach((item, index) => {
        visit(item, [...path, index]);
      });
    else if (node.type === 'map') for (const [key, { value }] of node.entries) visit(value, [...path, key]);
    else {
      const key = path.at(-1);
      const fixed = typeof key === 'string' ? fixedFigures(key, node.text) : undefined;
      if (fixed !== undefined && !answered.has(formatPath(path))) found.push({ range: node.range, fixed });
    }
  };
  visit(tree, []);
  let text = file.text;
  for (const { range, fixed } of found.toReversed()) {
    text = `${text.slice(0, range.start)}${fixed}${text.slice(range.end)}`;
  }
  // The meaning may change in nothing but these values, which the text must still have after them.
  const reads = format.read({ path: file.path, text }, () => undefined) !== undefined;
  return reads ? { text, count: found.length } : { text: file.text, count: 0 };
}

function answeredPlaces(tree: YamlTree): ReadonlySet<string> {
  if (tree.type !== 'map') return new Set();
  const answers = [L.explanations, L.corrections].flatMap((key) => {
    const list = tree.entries.get(key)?.value;
    return list?.type === 'list' ? list.items : [];
  });
  const places = answers.map((item) =>
    item.type === 'map' ? item.entries.get(L.location)?.value : undefined,
  );
  return new Set(places.filter((place): place is YamlText => place?.type === 'text').map(({ text }) => text));
}
