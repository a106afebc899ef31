import type { z } from 'zod';
import { schemaAt } from '../json-schema.ts';
import { formatPath, parsePath, type ValuePath } from '../value-path.ts';
import type { Comment } from './comments.ts';
import { isWithin, parsePlaces, type ValuePlace } from './places.ts';

/**
 * Canonical YAML with comments set beside the values they belong to. A blank field that canonical files leave
 * out is kept where a comment stands at it. Undefined where a comment's value is not there.
 */
export function placeComments(
  canonical: string,
  comments: readonly Comment[],
  schema: z.ZodType,
): string | undefined {
  let yaml = canonical;
  let places = parsePlaces(yaml);
  let byId = new Map(places.map((place) => [place.id, place]));
  for (const { anchor } of comments) {
    if (anchor === undefined || byId.has(anchor)) continue;
    const kept = withBlankField(yaml, anchor, schema);
    if (kept === undefined) return undefined;
    yaml = kept;
    places = parsePlaces(yaml);
    byId = new Map(places.map((place) => [place.id, place]));
  }
  const lines = yaml.replace(/\n$/, '').split('\n');
  const before = lines.map((): string[] => []);
  const after = lines.map((): string[] => []);
  const head: string[] = [];
  const foot: string[] = [];
  const behind = new Map<number, string>();
  for (const { text, anchor, position } of comments) {
    const place = anchor === undefined ? undefined : byId.get(anchor);
    if (place === undefined) {
      (position === 'before' ? head : foot).push(text);
      continue;
    }
    const line = lines[place.line] ?? '';
    if (position === 'behind' && !behind.has(place.line)) {
      // Without its blank, `#` behind a plain text reads like a part of the text.
      behind.set(place.line, ` ${text.replace(/^#(?=[^\s#!])/, '# ')}`);
    } else if (position === 'before' || position === 'behind') {
      before[place.line]?.push(`${' '.repeat(place.column)}${text}`);
    } else {
      // Set in below a literal block, it would become a part of its text.
      const deeper = position === 'deeper' && !/[|>][-+]?$/.test(line);
      after[lastLineOf(place, places, lines.length)]?.push(
        `${' '.repeat(place.column + (deeper ? 2 : 0))}${text}`,
      );
    }
  }
  const body = lines.flatMap((line, index) => [
    ...(before[index] ?? []),
    `${line}${behind.get(index) ?? ''}`,
    ...(after[index] ?? []),
  ]);
  // The blank line keeps what speaks of the file apart from the first value.
  return `${[...head, ...(head.length > 0 ? [''] : []), ...body, ...foot].join('\n')}\n`;
}

/** The last line of a value, with all that is inside it. */
function lastLineOf(place: ValuePlace, places: readonly ValuePlace[], lines: number): number {
  const next = places.find(({ start, path }) => start > place.start && !isWithin(path, place.path));
  return (next?.line ?? lines) - 1;
}

/** The YAML with a blank field added at its canonical place, inside what is there. */
function withBlankField(yaml: string, id: string, schema: z.ZodType): string | undefined {
  const path = parsePath(id);
  const key = path?.at(-1);
  if (path === undefined || typeof key !== 'string') return undefined;
  const parent = path.slice(0, -1);
  const order = Object.keys(schemaAt(schema, parent)?.properties ?? {});
  const places = parsePlaces(yaml);
  const lines = yaml.replace(/\n$/, '').split('\n');
  const around = places.find((place) => place.id === formatPath(parent));
  if (!order.includes(key) || (parent.length > 0 && around === undefined)) return undefined;
  const siblings = places.filter(
    (place) => place.path.length === path.length && isWithin(place.path, parent),
  );
  const previous = siblings.findLast(
    ({ path: sibling }) => order.indexOf(lastKey(sibling)) < order.indexOf(key),
  );
  const column = siblings[0]?.column ?? (around === undefined ? 0 : around.column + 2);
  const at = previous === undefined ? (around?.line ?? -1) : lastLineOf(previous, places, lines.length);
  lines.splice(at + 1, 0, `${' '.repeat(column)}${key}:`);
  return `${lines.join('\n')}\n`;
}

function lastKey(path: ValuePath): string {
  return String(path.at(-1));
}
