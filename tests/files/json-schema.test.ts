import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PUBLISHED_SCHEMAS, schemaFile } from '../../src/files/json-schema.ts';
import type { SchemaNode } from '../../src/files/json-schema.ts';

const FOLDER = join(import.meta.dirname, '../../public/schema');
const names = Object.keys(PUBLISHED_SCHEMAS) as (keyof typeof PUBLISHED_SCHEMAS)[];

/** Every key below a schema, as `预算规模.预算数`, with what is said of it. */
function keysOf({ properties = {}, items }: SchemaNode, way = ''): readonly (readonly [string, string])[] {
  const own = Object.entries(properties).flatMap(([key, node]) => [
    [way + key, node.description ?? ''] as const,
    ...keysOf(node, `${way}${key}.`),
  ]);
  return items === undefined ? own : [...own, ...keysOf(items, way)];
}

describe('the committed JSON Schemas', () => {
  it('are what the format says (where not, run npm run schemas)', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...names].sort());
    for (const name of names) expect(readFileSync(join(FOLDER, name), 'utf8'), name).toBe(schemaFile(name));
  });

  it.each(names)('explain every key of %s in Chinese', (name) => {
    const keys = keysOf(JSON.parse(schemaFile(name)) as SchemaNode);
    expect(keys.length).toBeGreaterThanOrEqual(/areas|everyday|moved/.test(name) ? 2 : 5);
    expect(keys.filter(([, description]) => !/\p{Script=Han}.*。$/u.test(description))).toEqual([]);
  });
});
