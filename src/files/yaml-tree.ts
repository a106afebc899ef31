import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type ParsedNode,
  type YAMLError,
} from 'yaml';
import { parsePlainYaml } from './plain-yaml.ts';
import type { Range } from './source-file.ts';
import type { ValuePath } from './value-path.ts';

/**
 * A YAML file as content sees it: texts, lists and maps, each with its range. A scalar's source text is its
 * value: `190.00` stays `190.00`, `null` and `~` stay what they are, for a form may say so; a blank is the text ''.
 */
export type YamlTree = YamlText | YamlList | YamlMap;

export interface YamlText {
  readonly type: 'text';
  readonly text: string;
  readonly range: Range;
}
export interface YamlList {
  readonly type: 'list';
  readonly items: readonly YamlTree[];
  readonly range: Range;
}
export interface YamlMap {
  readonly type: 'map';
  readonly entries: ReadonlyMap<string, { readonly key: Range; readonly value: YamlTree }>;
  readonly range: Range;
}

/** A fault of the YAML itself; `code` is the parser's, or one of ours. */
export interface YamlFault {
  readonly code:
    | YAMLError['code']
    | 'ANCHOR'
    | 'CONFLICT'
    | 'CONTROL'
    | 'FOLDED'
    | 'FULL_WIDTH_COMMA'
    | 'HASH'
    | 'TOO_DEEP'
    | 'TOO_MANY_ALIASES'
    | 'ALIAS_OF_GROUP'
    | 'BAD_KEY'
    | 'TAG';
  readonly range: Range;
  /** The text in which the fault is, where what stands in the file may be written in another way. */
  readonly text?: string;
}

/** Faults of a file that is too large, too deep or would multiply without end. */
const PAST_LIMIT = ['ALIAS_OF_GROUP', 'RESOURCE_EXHAUSTION', 'TOO_DEEP', 'TOO_MANY_ALIASES'] as const;
type LimitCode = (typeof PAST_LIMIT)[number];

export function isPastLimit(code: YamlFault['code']): boolean {
  return PAST_LIMIT.some((one) => one === code);
}

export const LIMITS = { bytes: 1024 * 1024, aliases: 100, depth: 20 } as const;

/** The tree of what could be read, and every fault. */
export interface ParsedYaml {
  readonly tree: YamlTree;
  readonly faults: readonly YamlFault[];
}

/**
 * Parses YAML 1.2.
 *
 * @param offset where `text` begins in its file; all ranges are of the file.
 */
export function parseYaml(text: string, offset = 0): ParsedYaml {
  const tree = parsePlainYaml(text, offset);
  return tree === undefined ? parseAnyYaml(text, offset) : { tree, faults: [] };
}

/** The same by the parser of the whole language, which what is plain need not wait for. */
export function parseAnyYaml(text: string, offset = 0): ParsedYaml {
  const empty: YamlTree = { type: 'text', text: '', range: { start: offset, end: offset } };
  const conflict = /^(?:<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
  if (conflict !== null) {
    const start = offset + conflict.index;
    return { tree: empty, faults: [{ code: 'CONFLICT', range: { start, end: start + conflict[0].length } }] };
  }
  const parsed = parseWithinDepth(text);
  if ('tooDeepAt' in parsed) {
    const start = offset + parsed.tooDeepAt;
    return { tree: empty, faults: [{ code: 'TOO_DEEP', range: { start, end: start + 1 } }] };
  }
  const { document } = parsed;
  // What the parser finds after its first error is mostly a consequence of it, lines away and in other words.
  const [first] = document.errors;
  const faults: YamlFault[] = [...(first === undefined ? [] : [first]), ...document.warnings].map(
    ({ code, pos }) => ({ code, range: { start: offset + pos[0], end: offset + pos[1] } }),
  );
  const own: YamlFault[] = [];
  const tree = new TreeBuilder(document, text, offset, own).build(document.contents, 0, empty.range);
  faults.push(...own.filter(({ code }) => first === undefined || isPastLimit(code)));
  return { tree, faults };
}

function parseWithinDepth(
  text: string,
): { readonly document: Document.Parsed } | { readonly tooDeepAt: number } {
  const tooDeepAt = tooDeep(text);
  if (tooDeepAt !== undefined) return { tooDeepAt };
  try {
    const document = parseDocument(text, {
      version: '1.2',
      prettyErrors: false,
      uniqueKeys: false,
      // 'silent' would also keep a second document from being reported, and what stands in it would be lost.
      logLevel: 'error',
    });
    return { document };
  } catch (error) {
    // Signs that nest in a line (`- - -`, `: : :`) by the thousand: the parser's calls nest with them.
    if (error instanceof RangeError) return { tooDeepAt: 0 };
    throw error;
  }
}

/**
 * Where flow collections are nested deeper than the limit, found before parsing, because the parser
 * itself is recursive. Brackets in quotes and comments count too, which no real content reaches.
 */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    if (depth > LIMITS.depth * 10) return index;
  }
  const indented = /^(?:- ){20}|^ {200}\S/m.exec(text);
  return indented?.index;
}

class TreeBuilder {
  readonly #document: Document.Parsed;
  readonly #offset: number;
  readonly #faults: YamlFault[];
  readonly #text: string;
  /** The names of anchors to which something refers: there they are no beginning of a text. */
  readonly #aliased: ReadonlySet<string>;
  #aliases = 0;

  constructor(document: Document.Parsed, text: string, offset: number, faults: YamlFault[]) {
    this.#document = document;
    this.#text = text;
    this.#aliased = namesAfter('*', text);
    this.#offset = offset;
    this.#faults = faults;
  }

  build(node: ParsedNode | null, depth: number, fallback: Range): YamlTree {
    if (node === null) return { type: 'text', text: '', range: fallback };
    const range = this.#rangeOf(node, fallback);
    if (depth > LIMITS.depth) return this.#pastLimit('TOO_DEEP', range);
    if (isAlias(node)) {
      this.#aliases += 1;
      if (this.#aliases > LIMITS.aliases) {
        return this.#pastLimit('TOO_MANY_ALIASES', range);
      }
      const target = node.resolve(this.#document);
      if (target === undefined) return this.#fault('BAD_ALIAS', range);
      // A text may be referred to; lists and groups would multiply, and nobody needs them.
      if (!isScalar(target)) return this.#pastLimit('ALIAS_OF_GROUP', range);
      return { type: 'text', text: textOf(target), range };
    }
    if (node.tag !== undefined) return this.#fault('TAG', range);
    if (node.anchor !== undefined && !this.#aliased.has(node.anchor)) return this.#fault('ANCHOR', range);
    if (isScalar(node)) {
      // `用于 #3 楼`: what was meant as text is a comment to YAML, and would be lost.
      const lost = node.type === 'PLAIN' && /^[^\s!]/.test(node.comment ?? '');
      if (CONTROL.test(textOf(node))) return this.#fault('CONTROL', range, textOf(node));
      if (depth > 0 && this.#isFolded(node)) return this.#fault('FOLDED', range);
      return lost ? this.#fault('HASH', range) : { type: 'text', text: textOf(node), range };
    }
    if (isSeq(node)) {
      if (node.flow === true && node.items.some(isPlainWithComma)) {
        return this.#fault('FULL_WIDTH_COMMA', range);
      }
      return { type: 'list', range, items: node.items.map((item) => this.build(item, depth + 1, range)) };
    }
    return this.#buildMap(node, depth, range);
  }

  #buildMap(node: ParsedNode, depth: number, range: Range): YamlMap {
    const entries = new Map<string, { key: Range; value: YamlTree }>();
    if (!isMap(node)) return { type: 'map', entries, range };
    for (const { key, value } of node.items) {
      const keyRange = this.#rangeOf(key, range);
      if (!isScalar(key)) {
        this.#fault('BAD_KEY', keyRange);
        continue;
      }
      if (key.anchor !== undefined && !this.#aliased.has(key.anchor)) this.#fault('ANCHOR', keyRange);
      const blank = { start: keyRange.end + 1, end: keyRange.end + 1 };
      const tree = this.build(value, depth + 1, blank);
      // The parser's own look for keys that stand twice takes too long for a file of many keys.
      const name = textOf(key);
      if (entries.has(name)) this.#fault('DUPLICATE_KEY', keyRange);
      else entries.set(name, { key: keyRange, value: tree });
    }
    return { type: 'map', entries, range };
  }

  /** Lines that would be joined by blanks, which no Chinese text has between its words. */
  #isFolded({ type, range }: ParsedNode & { readonly type?: string }): boolean {
    if (type === 'BLOCK_LITERAL') return false;
    const [start, end] = range;
    return /\S\s*\n\s*\S/.test(this.#text.slice(start, end).replace(/^>.*\n/, ''));
  }

  #rangeOf(node: ParsedNode, fallback: Range): Range {
    const [start, end] = node.range;
    if (isScalar(node) && node.value === null && start === end) return fallback;
    return { start: this.#offset + start, end: this.#offset + end };
  }

  /** A file past one limit is past it as a whole: the first place says it, however often it goes on. */
  #pastLimit(code: LimitCode, range: Range): YamlText {
    if (this.#faults.some((fault) => isPastLimit(fault.code))) return { type: 'text', text: '', range };
    return this.#fault(code, range);
  }

  #fault(code: YamlFault['code'], range: Range, text?: string): YamlText {
    this.#faults.push({ code, range, ...(text !== undefined && { text }) });
    return { type: 'text', text: '', range };
  }
}

/** The names behind `&` or `*` in a text, wherever they stand. */
export function namesAfter(sign: '&' | '*', text: string): ReadonlySet<string> {
  const names = text.matchAll(sign === '&' ? /&([^\s,[\]{}]+)/g : /\*([^\s,[\]{}]+)/g);
  return new Set(Array.from(names, ([, name = '']) => name));
}

/** Characters that are not seen but act: on terminals, on the direction of writing, on other programs. */
export const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;

/** `[甲，乙]`: one text to YAML, where two were likely meant. */
function isPlainWithComma(node: ParsedNode): boolean {
  return isScalar(node) && node.type === 'PLAIN' && /[，、]/.test(node.source);
}

/** The text of a scalar: as written where it is plain, unquoted otherwise. */
function textOf(node: { value: unknown; source?: string; type?: string }): string {
  if (node.type === 'PLAIN') return node.source ?? '';
  return typeof node.value === 'string' ? node.value : (node.source ?? '');
}

/** The tree at a path, or undefined where the file has nothing there. */
export function treeAt(tree: YamlTree, path: ValuePath): YamlTree | undefined {
  let current: YamlTree | undefined = tree;
  for (const step of path) {
    if (current?.type === 'map' && typeof step === 'string') current = current.entries.get(step)?.value;
    else if (current?.type === 'list' && typeof step === 'number') current = current.items[step];
    else return undefined;
  }
  return current;
}

/** A value inside a tree: where it is, and its key where it has one. */
export interface TreeValue {
  readonly path: ValuePath;
  readonly key?: Range;
  readonly node: YamlTree;
}

/** Every value inside a tree, in the order of the text, outer before inner. */
export function valuesIn(tree: YamlTree): readonly TreeValue[] {
  const values: TreeValue[] = [];
  const add = (value: TreeValue) => {
    values.push(value);
    addInside(value.node, value.path);
  };
  const addInside = (node: YamlTree, path: ValuePath) => {
    if (node.type === 'list') {
      for (const [place, item] of node.items.entries()) add({ path: [...path, place], node: item });
    } else if (node.type === 'map') {
      for (const [name, { key, value }] of node.entries) add({ path: [...path, name], key, node: value });
    }
  };
  addInside(tree, []);
  return values;
}

/** The range of the key that leads to a path's last step; undefined for a place in a list. */
export function keyAt(tree: YamlTree, path: ValuePath): Range | undefined {
  const parent = treeAt(tree, path.slice(0, -1));
  const last = path.at(-1);
  return parent?.type === 'map' && typeof last === 'string' ? parent.entries.get(last)?.key : undefined;
}

/** The range of the nearest thing that exists on the way to a path. */
export function nearestRange(tree: YamlTree, path: ValuePath): Range {
  for (let length = path.length; length > 0; length -= 1) {
    const found = treeAt(tree, path.slice(0, length));
    if (found !== undefined) return found.range;
  }
  return tree.range;
}

/** The tree as plain data for the schema; objects without prototype, so that no key is special. */
export function toPlain(tree: YamlTree): unknown {
  switch (tree.type) {
    case 'text':
      return tree.text;
    case 'list':
      return tree.items.map(toPlain);
    case 'map': {
      const object = Object.create(null) as Record<string, unknown>;
      for (const [name, { value }] of tree.entries) object[name] = toPlain(value);
      return object;
    }
  }
}
