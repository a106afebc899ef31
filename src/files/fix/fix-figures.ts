import { LABELS as L } from '../../model/terms.ts';
import { fixedFigures } from '../key-kinds.ts';
import type { SourceFile, Range } from '../source-file.ts';
import { formatPath, type ValuePath } from '../value-path.ts';
import { parseYaml, valuesIn } from '../yaml-tree.ts';
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
  const values = valuesIn(tree).flatMap(({ path, node }) =>
    node.type === 'text' ? [{ path, range: node.range, text: node.text }] : [],
  );
  const answered = new Set(values.filter(({ path }) => isAnswered(path)).map(({ text }) => text));
  const found = values.flatMap(({ path, range, text }) => {
    const key = path.at(-1);
    const fixed = typeof key === 'string' ? fixedFigures(key, text) : undefined;
    return fixed === undefined || answered.has(formatPath(path)) ? [] : [{ range, fixed }];
  });
  let text = file.text;
  for (const { range, fixed } of found.toReversed()) {
    text = `${text.slice(0, range.start)}${fixed}${text.slice(range.end)}`;
  }
  // The meaning may change in nothing but these values, which the text must still have after them.
  const reads = format.read({ path: file.path, text }, () => undefined) !== undefined;
  return reads ? { text, count: found.length } : { text: file.text, count: 0 };
}

/** Whether a text names the place of a value that an editor has answered for. */
function isAnswered([list, , key]: ValuePath): boolean {
  return (list === L.explanations || list === L.corrections) && key === L.location;
}
