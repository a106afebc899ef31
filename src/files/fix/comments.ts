import { Parser } from 'yaml';
import { compareText } from '../finding.ts';
import { parsePlaces, type ValuePlace } from './places.ts';

/** A comment and the value it belongs to. */
export interface Comment {
  /** With its `#`. */
  readonly text: string;
  /** The value's key or place in a list, as `ValuePlace.id`; undefined for the whole file. */
  readonly anchor: string | undefined;
  /** On a line of its own before or after it (deeper: set in below it), or behind it on its line. */
  readonly position: 'before' | 'behind' | 'after' | 'deeper';
}

/**
 * The comments of a YAML text that can be read, each with the value it belongs to: the one on its line, else
 * the one below it; at the end of a group, where it is set in as the group is, the last one of the group.
 */
export function readComments(yaml: string): readonly Comment[] {
  const places = parsePlaces(yaml);
  return findComments(yaml).map(({ text, offset }) => {
    const lineStart = yaml.lastIndexOf('\n', offset - 1) + 1;
    const column = offset - lineStart;
    if (yaml.slice(lineStart, offset).trim() !== '') {
      return { text, position: 'behind', anchor: behind(places, lineStart, offset)?.id };
    }
    const next = places.find(({ start }) => start > offset);
    if (places[0] === next && /^(?: *#.*\n)*\s*\n/.test(yaml.slice(lineStart))) {
      // A blank line parts it from the first value, so it speaks of the file.
      return { text, position: 'before', anchor: undefined };
    }
    if (next !== undefined && column <= next.column) return { text, position: 'before', anchor: next.id };
    if (next === undefined && column === 0) return { text, position: 'after', anchor: undefined };
    const last = places.findLast((place) => place.start < offset && place.column <= column);
    return { text, position: (last?.column ?? 0) < column ? 'deeper' : 'after', anchor: last?.id };
  });
}

/** The value that a comment stands behind: the widest that ends before it on its line, else the last begun. */
function behind(places: readonly ValuePlace[], lineStart: number, offset: number): ValuePlace | undefined {
  const begun = places.filter(({ start }) => start < offset);
  return begun.find(({ start, end }) => start >= lineStart && end <= offset) ?? begun.at(-1);
}

/** Every comment with its `#` and where it begins, in the order of the text; a `#` inside a text is none. */
export function findComments(yaml: string): readonly { readonly text: string; readonly offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  const visit = (token: unknown): void => {
    if (Array.isArray(token)) token.forEach(visit);
    else if (typeof token === 'object' && token !== null) {
      if ('type' in token && token.type === 'comment') {
        const { source, offset } = token as unknown as { source: string; offset: number };
        found.push({ text: source.trimEnd(), offset });
      } else Object.values(token).forEach(visit);
    }
  };
  visit([...new Parser().parse(yaml)]);
  return found.sort((a, b) => a.offset - b.offset);
}

/** The comments' texts, sorted: what must be the same before and after. */
export function commentTexts(yaml: string): readonly string[] {
  return findComments(yaml)
    .map(({ text }) => text.replace(/^#\s*/, ''))
    .sort(compareText);
}
