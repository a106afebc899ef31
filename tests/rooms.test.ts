import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SOURCE = join(ROOT, 'src');

/** What CONTRIBUTING says that each room imports, in the order of its table. */
const told = new Map(
  [
    ...readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').matchAll(
      /^\| `src\/([\w-]+)\/` \|.*\| ([^|]*) \|$/gm,
    ),
  ].map(([, room = '', imports = '']) => [room, imports === 'nothing' ? [] : imports.split(', ')] as const),
);

/** What the files of a room import of others. */
function importsOf(room: string): readonly string[] {
  const files = readdirSync(join(SOURCE, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|mjs|astro)$/.test(name))
    .map((name) => join(SOURCE, room, name));
  const found = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map(
      ([, path = '']) => relative(SOURCE, resolve(dirname(file), path)).split(sep)[0] ?? '',
    ),
  );
  return [...new Set(found)].filter((other) => other !== room && other !== '..').sort();
}

describe('the rooms of src/', () => {
  it('are all in the table of CONTRIBUTING, but for those that are seen', () => {
    const rooms = readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const missing = rooms.map(({ name }) => name).filter((name) => !told.has(name));
    expect(missing.sort()).toEqual(['layouts', 'pages', 'styles']);
  });

  it.each([...told])('%s imports what the table says, and of rooms above it alone', (room, imports) => {
    expect(importsOf(room)).toEqual(imports);
    const order = [...told.keys(), 'styles'];
    const below = imports.filter((one) => one !== 'styles' && order.indexOf(one) > order.indexOf(room));
    expect(below).toEqual([]);
  });
});
