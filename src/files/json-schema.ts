import { z } from 'zod';
import {
  areasSchema,
  departmentSchema,
  everydayWordsSchema,
  importWordsSchema,
  glossarySchema,
  movedSchema,
  projectSchema,
  siteSchema,
} from './schema.ts';
import type { ValuePath } from './value-path.ts';

/**
 * The published JSON Schemas by their file name under `/schema/`. They are also committed, in
 * `public/schema/`, so that an editor program has them in a fresh clone; `npm run schemas` renews them.
 */
export const PUBLISHED_SCHEMAS = {
  'project.schema.json': projectSchema,
  'department.schema.json': departmentSchema,
  'site.schema.json': siteSchema,
  'glossary.schema.json': glossarySchema,
  'everyday-words.schema.json': everydayWordsSchema,
  'areas.schema.json': areasSchema,
  'import-words.schema.json': importWordsSchema,
  'moved.schema.json': movedSchema,
} as const;

/**
 * A schema of the content format as JSON Schema, for editor programs. An editor program sees the values
 * that YAML makes of the texts (`190.00` is a number, a blank is null), so these are accepted where the
 * format wants a text, and null where a list or group may be blank.
 */
function toJsonSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    // As files have it, not as the code does.
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      const node: Record<string, unknown> = jsonSchema;
      const types = [jsonSchema.type];
      const isText = jsonSchema.type === 'string' && jsonSchema.enum === undefined;
      if (node.single === true) types.unshift('string');
      if (isText || node.single === true) types.push('number');
      if ((isText && jsonSchema.minLength === undefined) || node.blank === true) types.push('null');
      if (types.length > 1 && jsonSchema.type !== undefined) node.type = types;
      if (node.blank === true && jsonSchema.enum !== undefined) jsonSchema.enum.push(null);
      delete node.blank;
      delete node.single;
      delete node.default;
    },
  });
}

/** The text of a published schema's file. */
export function schemaFile(name: keyof typeof PUBLISHED_SCHEMAS): string {
  return `${JSON.stringify(toJsonSchema(PUBLISHED_SCHEMAS[name]), undefined, 2)}\n`;
}

/** The part of a JSON Schema that this project reads. */
export interface SchemaNode {
  /** What the schema says of it, in Chinese. */
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly minLength?: number;
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

/** The keys under which the format has this one. */
export function parentsOf(key: string, node: SchemaNode | undefined): readonly string[] {
  return Object.entries(node?.properties ?? node?.items?.properties ?? {}).flatMap(([name, child]) => {
    const inside = child.items ?? child;
    const isHere = inside.properties !== undefined && Object.hasOwn(inside.properties, key);
    return [...(isHere ? [name] : []), ...parentsOf(key, inside)];
  });
}
