import type { z } from 'zod';
import { schemaAt } from './json-schema.ts';
import type { KeyKind } from './key-kinds.ts';
import { Levels, type Place } from './levels.ts';
import { KINDS, LABELS as L } from '../model/terms.ts';
import { lineParts, widthOf, type LineParts } from './line-parts.ts';
import { namesAfter } from './yaml-tree.ts';

/** A line that says where things belong: a key or a place in a list, not the inside of a text. */
export interface StructureLine {
  readonly parts: LineParts;
  /** From 0. */
  readonly line: number;
  /** Where the line begins. */
  readonly offset: number;
  /** The cells of a row that was pasted from a spreadsheet, which parts them by tabs, some programs by blanks. */
  readonly cells: readonly string[] | undefined;
  /** Whether it is an item of a list of texts. */
  readonly isText: boolean;
  /** Where it belongs; undefined where the format does not say. */
  readonly place: Place | undefined;
  /** The key and the column of the block of text above, for a line that stands left of where the block's text must. */
  readonly block: { readonly name: string; readonly column: number } | undefined;
  /** Whether its value says nothing alone: a quoted text or list that ends in a later line, a text and what refers to it. */
  readonly isLinked: boolean;
}

/** A text that may go on in the next line: all lines deeper than its key, or all up to its closing quote or bracket. */
type OpenText =
  | {
      readonly name: string;
      readonly column: number;
      readonly block: boolean;
      readonly odd: boolean;
      readonly item: boolean;
    }
  | { readonly quote: string };

/**
 * The lines of YAML that may be broken, without blank lines, comments, and what lies inside a text: a literal
 * block, a quoted text over several lines, the continued lines of a plain one. `预算数：100` there is part
 * of the text and no typo.
 */
export function structureLines(
  yaml: string,
  schema: z.ZodType,
  kinds: ReadonlyMap<string, KeyKind>,
): readonly StructureLine[] {
  const found: StructureLine[] = [];
  const levels = new Levels(schemaAt(schema, []) ?? {});
  let open: OpenText | undefined;
  let block: StructureLine['block'];
  let offset = 0;
  const lines = yaml.split('\n');
  const [anchors, aliases] = [namesAfter('&', yaml), namesAfter('*', yaml)];
  for (const [line, withEnd] of lines.entries()) {
    const text = withEnd.replace(/\r$/, '');
    const start = offset;
    offset += withEnd.length + 1;
    if (/^[\s\u3000]*$/.test(text)) continue;
    if (open !== undefined && 'quote' in open) {
      if (closes(text, open.quote)) open = undefined;
      continue;
    }
    const cells = cellsOf(text);
    const parts = cells === undefined ? asMeant(lineParts(text), kinds) : lineParts(text);
    const isKnown = parts.name !== undefined && kinds.has(parts.name);
    const odd = /[^ ]/.test(parts.indent);
    // Only blanks count, as for YAML; below a key that is itself set in by a tab, what a tab looks like.
    const blanks = open?.odd === true ? widthOf(parts.indent) : (/^ */.exec(text)?.[0].length ?? 0);
    if (open !== undefined && blanks > open.column) {
      // A line that a tab or full-width blank moves to the right is a key of its own where it looks like one, and
      // `: ` cannot stand in a plain text, so this was not meant as a part of it.
      const isKey = parts.colon === ':' && (parts.after !== '' || parts.value === '');
      // So does a dash, where the text above is an item itself.
      const isItem = parts.dash !== '' && open.item;
      if (open.block || !(isItem || (isKnown && (odd || isKey)) || cells !== undefined)) continue;
    }
    const column = widthOf(parts.indent);
    if (parts.rest.startsWith('#') && parts.dash === '') {
      open = undefined;
      // A comment has no typos, but is set in like what it stands at.
      const place = undefined;
      if (odd)
        found.push({ parts, cells, line, offset: start, isText: false, place, block, isLinked: false });
      continue;
    }
    if (open?.block === true) block = { name: open.name, column: open.column + 2 };
    open = undefined;
    const list = parts.dash === '' ? undefined : levels.listOf(parts, isKnown);
    const lost = !isKnown && list === undefined;
    const isLost = block !== undefined && lost;
    if (!isLost) block = undefined;
    // A text without its dash.
    const item = lost && !isLost ? levels.item(parts) : undefined;
    const isText = item !== undefined || (list !== undefined && list.node.items?.properties === undefined);
    const row = cells === undefined ? undefined : levels.row(L.kind);
    const whole = isText ? { ...parts, name: undefined } : parts;
    const place = isLost ? undefined : (item ?? row ?? levels.place(whole, isKnown && !isText));
    const value = isText || parts.colon === undefined ? parts.rest : parts.value;
    // `效益指标: - 二级指标: 数量指标` opens the row too.
    if (place?.opened?.node.items !== undefined && value.startsWith('- ')) {
      levels.place({ ...lineParts(value), indent: ' '.repeat(place.column + 2) });
    }
    // `-项目` without its blank counts as if it had one.
    const inside = column + (isText || parts.dash === '' ? 0 : Math.max(2, parts.dash.length));
    const at = { name: parts.name ?? '', column: inside, odd, item: isText };
    // Above a list the sign of a block is only one more thing to be taken away.
    if (isBlockSign(value)) {
      if (isText || place?.opened?.node.items === undefined) open = { ...at, block: true };
    } else {
      const end = closingSign(value);
      if (end === undefined) {
        const goesOn = !odd && !isLost && (isText || parts.colon !== undefined);
        if (goesOn && !/^$|^#|^(?:\[\]|\{\})(?:\s|$)/.test(value)) open = { ...at, block: false };
      } else if (isClosedLater(lines, line + 1, end, kinds)) open = { quote: end };
    }
    const [, sign = '', reference = ''] = /^([&*])(\S+)/.exec(value) ?? [];
    const isLinked =
      (open !== undefined && 'quote' in open) || (sign === '&' ? aliases : anchors).has(reference);
    found.push({ parts, cells, line, offset: start, isText, place, block, isLinked });
  }
  return found;
}

/** The first and second levels, with one of which a row of the table begins. */
const LEVEL_NAMES: ReadonlySet<string> = new Set(Object.entries(KINDS).flat(2));

/** The cells of a row with at least three of them; undefined for a line that is none. */
function cellsOf(text: string): readonly string[] | undefined {
  const row = text.trim().replace(/^- +/, '');
  if (/^[^\t]*[:：]/.test(row)) return undefined;
  const cells = row.split(row.includes('\t') ? '\t' : / {2,}/);
  // Two blanks may stand in a text too.
  if (!row.includes('\t') && !LEVEL_NAMES.has(cells[0] ?? '')) return undefined;
  return cells.filter((cell) => cell.trim() !== '').length < 3 ? undefined : cells.map((cell) => cell.trim());
}

/**
 * A line whose key is not told by its colon alone: `预算数 190.00`, `预算数190.00` and `预算规模` have none,
 * `,  预算数: 190.00` has a sign before it, which then counts as a blank.
 */
function asMeant(parts: LineParts, kinds: ReadonlyMap<string, KeyKind>): LineParts {
  const { indent, dash, rest } = parts;
  const [, sign = '', behind = ''] = /^([^\p{L}\p{N}\s#-][ \t\u3000]*)(.*)$/u.exec(rest) ?? [];
  const inner = dash === '' && sign !== '' ? lineParts(behind) : undefined;
  if (
    inner?.name !== undefined &&
    inner.dash === '' &&
    kinds.has(inner.name) &&
    !kinds.has(parts.name ?? '')
  ) {
    return { ...inner, indent: indent + sign + inner.indent };
  }
  if (parts.colon !== undefined) return parts;
  const [, key = '', after = '', value = ''] = /^(\S+?)(?:([ \t\u3000]+)(.*))?$/.exec(rest) ?? [];
  if (kinds.has(key)) return { ...parts, key, name: key, colon: '', after, value };
  for (const [name, kind] of kinds) {
    if (kind !== 'figures' || !rest.startsWith(name) || !/^[\d０-９]/.test(rest.slice(name.length))) continue;
    return { ...parts, key: name, name, colon: '', value: rest.slice(name.length) };
  }
  return parts;
}

/** Whether a value says that a text in lines of its own follows: `|`, `|-`, `>` … */
export function isBlockSign(value: string): boolean {
  return /^[|>][+-]?\d?[+-]?(?:\s+#.*)?$/.test(value);
}

/** The quote or bracket that a value lacks at its end; undefined where it lacks none. */
function closingSign(value: string): string | undefined {
  if (/^\[[^\]]*$/.test(value)) return ']';
  const quote = /^["']/.exec(value)?.[0];
  return quote === undefined || closes(value.slice(1), quote) ? undefined : quote;
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
