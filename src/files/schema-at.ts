import type { z } from 'zod';
import { toJsonSchema } from './json-schema.ts';
import type { ValuePath } from './value-path.ts';

/** The part of a JSON Schema that this project reads. */
export interface SchemaNode {
  /** What the schema says of it, in Chinese. */
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  /** Of a group whose keys are the editor's own. */
  readonly additionalProperties?: SchemaNode | boolean;
}

const known = new WeakMap<z.ZodType, SchemaNode>();

/** The part of a schema that speaks of a path; undefined where the format has nothing there. */
export function schemaAt(schema: z.ZodType, path: ValuePath): SchemaNode | undefined {
  let node: SchemaNode | undefined = known.get(schema);
  if (node === undefined) {
    node = toJsonSchema(schema);
    known.set(schema, node);
  }
  for (const step of path) node = typeof step === 'number' ? node?.items : propertyOf(node, step);
  return node;
}

function propertyOf(node: SchemaNode | undefined, key: string): SchemaNode | undefined {
  if (node?.properties !== undefined && Object.hasOwn(node.properties, key)) return node.properties[key];
  return typeof node?.additionalProperties === 'object' ? node.additionalProperties : undefined;
}

/** Whether the format has a text at a path, be it there or left out. */
export function isTextAt(schema: z.ZodType, path: ValuePath): boolean {
  return [schemaAt(schema, path)?.type].flat().includes('string');
}
