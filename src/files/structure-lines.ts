import type { KeyKind } from './key-kinds.ts';
import { lineParts } from './line-parts.ts';

/** A line that says where things belong: a key or a place in a list, not the inside of a text. */
export interface StructureLine {
  readonly text: string;
  /** From 0. */
  readonly line: number;
  /** Where the line begins. */
  readonly offset: number;
  /** What the list holds that was opened last, for a line with a dash. */
  readonly list: 'texts' | 'groups' | undefined;
  /** The column of the text above, for a key that stands deeper and so is taken for a part of that text. */
  readonly above: number | undefined;
  /** Whether the line begins a quoted text that ends in a later one. */
  readonly quoteOpen: boolean;
}

/** A text that may go on in the next line: all lines deeper than its key, or all up to its closing quote. */
type OpenText =
  { readonly column: number; readonly block: boolean; readonly odd: boolean } | { readonly quote: string };

/**
 * The lines of YAML that may be broken, without blank lines, comments, and what lies inside a text: a literal
 * block, a quoted text over several lines, the continued lines of a plain one. `预算数：100` there is part
 * of the text and no typo.
 */
export function structureLines(yaml: string, kinds: ReadonlyMap<string, KeyKind>): readonly StructureLine[] {
  const found: StructureLine[] = [];
  let list: StructureLine['list'];
  /** The column of the key whose list that is; an item further left belongs to a list around it. */
  let listColumn = 0;
  let open: OpenText | undefined;
  let offset = 0;
  const lines = yaml.split('\n');
  for (const [line, withEnd] of lines.entries()) {
    const text = withEnd.replace(/\r$/, '');
    const start = offset;
    offset += withEnd.length + 1;
    if (/^[\s\u3000]*$/.test(text)) continue;
    if (open !== undefined && 'quote' in open) {
      if (closes(text, open.quote)) open = undefined;
      continue;
    }
    const parts = lineParts(text);
    const kind = parts.name === undefined ? undefined : kinds.get(parts.name);
    const odd = /[^ ]/.test(parts.indent);
    // Only blanks count, as for YAML; below a key that is itself set in by a tab, what a tab looks like.
    const blanks = open?.odd === true ? widthOf(parts.indent) : (/^ */.exec(text)?.[0].length ?? 0);
    if (open !== undefined && blanks > open.column) {
      // A line that a tab or full-width blank moves to the right is a key of its own where it looks like one.
      const plainKey = parts.colon === ':' && (parts.after !== '' || parts.value === '');
      if (open.block || kind === undefined) continue;
      if (!odd && !plainKey) continue;
      // `: ` cannot stand in a plain text, so this was not meant as a part of it.
      if (plainKey && !odd && parts.dash === '') {
        found.push({ text, line, offset: start, list, above: open.column, quoteOpen: false });
        continue;
      }
    }
    open = undefined;
    if (parts.rest.startsWith('#') && parts.dash === '') {
      // A comment has no typos, but is set in like what it stands at.
      if (odd) found.push({ text, line, offset: start, list, above: undefined, quoteOpen: false });
      continue;
    }
    if (list === 'texts' && parts.dash !== '' && widthOf(parts.indent) < listColumn) list = undefined;
    const listBefore = list;
    if (parts.dash === '' || list !== 'texts') {
      if (kind === 'texts' || kind === 'groups') {
        list = kind;
        listColumn = widthOf(parts.indent) + parts.dash.length;
      } else if (list === 'texts') list = undefined;
    }
    const isItem = listBefore === 'texts' && parts.dash !== '';
    const value = isItem || parts.colon === undefined ? parts.rest : parts.value;
    // `-项目` without its blank counts as if it had one.
    const dash = isItem || parts.dash === '' ? 0 : Math.max(2, parts.dash.length);
    const column = widthOf(parts.indent) + dash;
    if (/^[|>][+-]?\d?[+-]?(?:\s+#.*)?$/.test(value)) open = { column, block: true, odd };
    else if (/^["']/.test(value) && !closes(value.slice(1), value.slice(0, 1))) {
      if (isClosedLater(lines, line + 1, value.slice(0, 1), kinds)) open = { quote: value.slice(0, 1) };
    } else if (!odd && value !== '' && !value.startsWith('#') && (isItem || parts.colon !== undefined)) {
      open = { column, block: false, odd };
    }
    const quoteOpen = open !== undefined && 'quote' in open;
    found.push({ text, line, offset: start, list: listBefore, above: undefined, quoteOpen });
  }
  return found;
}

/** How wide an indentation looks. */
function widthOf(indent: string): number {
  return indent.replace(/[\t\u3000]/g, '  ').length;
}

/** Whether a quoted text that began before ends in this line. */
function closes(line: string, quote: string): boolean {
  const without = quote === '"' ? line.replace(/\\./g, '') : line.replaceAll("''", '');
  return without.includes(quote);
}

/** Whether a quote that is open is closed in a line from `from` on, before the next key. */
function isClosedLater(
  lines: readonly string[],
  from: number,
  quote: string,
  kinds: ReadonlyMap<string, KeyKind>,
): boolean {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    // A key whose own value is quoted has two of them.
    if (line.split(quote).length === 2 && line.trimEnd().endsWith(quote)) return true;
    const { name } = lineParts(line);
    if (name !== undefined && kinds.has(name)) return false;
    if (closes(line, quote)) return true;
  }
  return false;
}
