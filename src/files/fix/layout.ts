import type { z } from 'zod';
import { figuresOf } from '../key-kinds.ts';
import { schemaAt, type SchemaNode } from '../json-schema.ts';
import { Figures, group, writeYaml, type Written } from '../write-yaml.ts';
import type { YamlTree } from '../yaml-tree.ts';

/**
 * YAML of any format in the layout that all have, the keys in the order of the format. What is left out stays left
 * out, what is blank stays blank.
 */
export function layOut(tree: YamlTree, schema: z.ZodType): string {
  const written = inOrder(tree, schemaAt(schema, []));
  return typeof written === 'string' || written instanceof Figures ? '' : writeYaml(written);
}

function inOrder(tree: YamlTree, node: SchemaNode | undefined): Written {
  if (tree.type === 'text') return tree.text;
  if (tree.type === 'list') return tree.items.map((item) => inOrder(item, node?.items));
  return group(
    Object.entries(node?.properties ?? {}).map(([key, child]) => {
      const value = tree.entries.get(key)?.value;
      const figures = figuresOf(key);
      if (value?.type === 'text' && figures !== undefined && figures.isName !== true) {
        return [key, new Figures(value.text)];
      }
      return [key, value && inOrder(value, child)];
    }),
  );
}
