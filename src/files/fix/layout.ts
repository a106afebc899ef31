import type { z } from 'zod';
import type { SchemaNode } from '../schema-at.ts';
import { schemaAt } from '../schema-at.ts';
import { figuresOf } from '../key-kinds.ts';
import { groupList, plainLine, textLine, textList, type Lines } from '../yaml-lines.ts';
import type { YamlTree } from '../yaml-tree.ts';

/**
 * YAML of any format in the layout that all have: keys in the order of the format, two blanks of
 * indentation, a line a value. What is left out stays left out, what is blank stays blank.
 */
export function layOut(tree: YamlTree, schema: z.ZodType): string {
  const node = schemaAt(schema, []);
  if (tree.type === 'list') {
    // A list as the whole file stands at the left; its lines are those of a list under a key.
    const [, ...lines] = groupList(
      '',
      tree.items.map((item) => mapLines(item, node?.items)),
    );
    return `${lines.map((line) => line.replace(/^ {2}/, '')).join('\n')}\n`;
  }
  return `${mapLines(tree, node).join('\n')}\n`;
}

function mapLines(tree: YamlTree, node: SchemaNode | undefined, indent = 0): Lines {
  if (tree.type !== 'map') return [];
  return Object.entries(node?.properties ?? {}).flatMap(([key, child]): Lines => {
    const value = tree.entries.get(key)?.value;
    if (value === undefined) return [];
    if (value.type === 'text') {
      const write = figuresOf(key) === undefined ? textLine : plainLine;
      return write(key, value.text, indent);
    }
    if (value.type === 'map') {
      return [`${' '.repeat(indent)}${key}:`, ...mapLines(value, child, indent + 2)];
    }
    if (child.items?.properties === undefined) {
      const texts = value.items.map((item) => (item.type === 'text' ? item.text : ''));
      return textList(key, texts, indent);
    }
    return groupList(
      key,
      value.items.map((item) => mapLines(item, child.items)),
      indent,
    );
  });
}
