import { z } from 'zod';
import {
  departmentSchema,
  everydayWordsSchema,
  glossarySchema,
  projectSchema,
  siteSchema,
} from './schema.ts';

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
} as const;

/**
 * A schema of the content format as JSON Schema, for editor programs. An editor program sees the values
 * that YAML makes of the texts (`190.00` is a number, a blank is null), so these are accepted where the
 * format wants a text, and null where a list or group may be blank.
 */
export function toJsonSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override({ jsonSchema }) {
      const node: Record<string, unknown> = jsonSchema;
      const types = [jsonSchema.type];
      const isText = jsonSchema.type === 'string' && jsonSchema.enum === undefined;
      if (isText) types.push('number');
      if ((isText && jsonSchema.minLength === undefined) || node.blank === true) types.push('null');
      if (types.length > 1 && jsonSchema.type !== undefined) node.type = types;
      if (node.blank === true && jsonSchema.enum !== undefined) jsonSchema.enum.push(null);
      delete node.blank;
    },
  });
}

/** The text of a published schema's file. */
export function schemaFile(name: keyof typeof PUBLISHED_SCHEMAS): string {
  return `${JSON.stringify(toJsonSchema(PUBLISHED_SCHEMAS[name]), undefined, 2)}\n`;
}
