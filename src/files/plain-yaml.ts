import type { Range } from './source-file.ts';
import type { YamlList, YamlMap, YamlText, YamlTree } from './yaml-tree.ts';

/**
 * Reads YAML in the layout that content is written in: a key or a dash a line, texts plain, in quotes or as literal
 * blocks. Gives the same tree as the parser in a fraction of its time, and undefined for whatever else YAML knows, or
 * where something is wrong: the parser alone says what. `tests/files/plain-yaml.test.ts` compares the two.
 *
 * @param offset where `text` begins in its file; all ranges are of the file.
 */
export function parsePlainYaml(text: string, offset: number): YamlTree | undefined {
  return new PlainReader(text, offset).read();
}

/** No text begins with these but in quotes; a dash is only looked for where a list may stand. */
const SIGNS: ReadonlySet<string> = new Set('-?:,[]{}#&*!|>\'"%@`');

/** In quotes on one line, without escapes or quotes inside. */
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;

/** What ends a document, or is left of a conflict where two people's changes were merged. */
const NO_KEY = /^(?:\.\.\.|<{7}|={7})/;

/** Within all limits of the parser, and beyond what content has. */
const MOST = { depth: 10, brackets: 100, keyLength: 200 } as const;

const [LINE_FEED, BLANK, HASH, DASH, COLON] = [0x0a, 0x20, 0x23, 0x2d, 0x3a];
const BRACKETS: readonly number[] = [0x5b, 0x7b];

class PlainReader {
  readonly #text: string;
  readonly #offset: number;
  /** The line that is read next: where it begins, where what stands behind its blanks, and where it ends. */
  #start = 0;
  #first = 0;
  #end = 0;
  /** The columns before that; behind a dash as if it stood on a line of its own. -1 behind the last line. */
  #indent = 0;
  /** Where the first colon is that ends a key, and how many of them there are. */
  #colon = 0;
  #colons = 0;
  /** Where the value that was read last ends for the group around it: with its line, but a blank with its colon. */
  #valueEnd = 0;
  #brackets = 0;
  /** Whether there is a character of which the parser must say what it does. */
  #isOther = false;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  read(): YamlTree | undefined {
    this.#goTo(0);
    const tree = this.#group(this.#indent, 0);
    return this.#isOther || this.#start < this.#text.length ? undefined : tree;
  }

  #goTo(start: number): void {
    const text = this.#text;
    this.#start = start;
    let at = start;
    while (text.charCodeAt(at) === BLANK) at += 1;
    this.#first = at;
    this.#indent = start < text.length ? at - start : -1;
    this.#colon = -1;
    this.#colons = 0;
    for (; at < text.length; at += 1) {
      const sign = text.charCodeAt(at);
      // Nearly all are Chinese.
      if (sign >= 0x3000 && sign < 0xd800) continue;
      if (sign === LINE_FEED) break;
      if (sign === COLON && isBlankOrEnd(text.charCodeAt(at + 1))) {
        if (this.#colons === 0) this.#colon = at;
        this.#colons += 1;
      } else if (isOther(sign) || (sign === HASH && text.charCodeAt(at - 1) === BLANK)) {
        this.#isOther = true;
      } else if (BRACKETS.includes(sign)) {
        this.#brackets += 1;
        if (this.#brackets > MOST.brackets) this.#isOther = true;
      }
    }
    this.#end = at;
  }

  #next(): void {
    this.#goTo(this.#end + 1);
  }

  get #isItem(): boolean {
    return this.#text.charCodeAt(this.#first) === DASH && this.#text.charCodeAt(this.#first + 1) === BLANK;
  }

  /** The list or map that begins with the line. */
  #group(indent: number, depth: number): YamlTree | undefined {
    // What is not known for certain ends every group, so that the reading ends there.
    if (depth > MOST.depth || this.#isOther) return undefined;
    return this.#isItem ? this.#list(indent, depth) : this.#map(indent, depth);
  }

  #list(indent: number, depth: number): YamlList | undefined {
    const start = this.#first;
    const items: YamlTree[] = [];
    while (this.#indent === indent && this.#isItem) {
      this.#first += 2;
      this.#indent += 2;
      const written = this.#text.slice(this.#first, this.#end);
      const isText = this.#colons === 0 || QUOTED.test(written);
      const item = isText ? this.#textFrom(this.#first, 0, indent) : this.#map(this.#indent, depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return { type: 'list', items, range: this.#range(start, this.#valueEnd) };
  }

  #map(indent: number, depth: number): YamlMap | undefined {
    const text = this.#text;
    const start = this.#first;
    const entries = new Map<string, { key: Range; value: YamlTree }>();
    while (this.#indent === indent) {
      const [first, colon] = [this.#first, this.#colon];
      const name = text.slice(first, colon);
      if (colon < 0 || name.length > MOST.keyLength || !isPlain(name)) return undefined;
      if (NO_KEY.test(name) || entries.has(name)) return undefined;
      let behind = colon + 1;
      while (text.charCodeAt(behind) === BLANK) behind += 1;
      const value =
        behind === this.#end ? this.#below(indent, colon, depth) : this.#textFrom(behind, 1, indent);
      if (value === undefined) return undefined;
      entries.set(name, { key: this.#range(first, colon), value });
    }
    return entries.size === 0
      ? undefined
      : { type: 'map', entries, range: this.#range(start, this.#valueEnd) };
  }

  /** What stands on the lines below a key: a group that is set in, or a list that need not be; else the key is blank. */
  #below(indent: number, colon: number, depth: number): YamlTree | undefined {
    const lineEnd = this.#end;
    this.#next();
    if (this.#indent > indent || (this.#indent === indent && this.#isItem)) {
      return this.#group(this.#indent, depth + 1);
    }
    this.#valueEnd = lineEnd;
    return { type: 'text', text: '', range: this.#range(colon + 1, colon + 1) };
  }

  /**
   * The text, or the empty list, with which the line ends from a place on; goes to the next line.
   *
   * @param colons how many of the line stand before the text.
   */
  #textFrom(start: number, colons: number, indent: number): YamlText | YamlList | undefined {
    const text = withoutBlanksBehind(this.#text.slice(start, this.#end));
    if (text === '|-') return this.#literal(start, indent);
    const hasKey = this.#colons > colons;
    const range = this.#range(start, start + text.length);
    this.#next();
    this.#valueEnd = Math.min(this.#start, this.#text.length);
    if (!hasKey && isPlain(text)) return { type: 'text', text, range };
    if (text === '[]') return { type: 'list', items: [], range };
    return QUOTED.test(text) ? { type: 'text', text: text.slice(1, -1), range } : undefined;
  }

  /** The lines of a literal block, whose first and last are not blank. */
  #literal(start: number, outer: number): YamlText | undefined {
    this.#next();
    const indent = this.#indent;
    if (indent <= outer || this.#first === this.#end) return undefined;
    const lines: string[] = [];
    while (this.#indent >= indent || (this.#indent === 0 && this.#first === this.#end)) {
      lines.push(this.#text.slice(this.#start + indent, this.#end));
      this.#next();
    }
    this.#valueEnd = Math.min(this.#start, this.#text.length);
    if (lines.at(-1)?.trim() === '') return undefined;
    return { type: 'text', text: lines.join('\n'), range: this.#range(start, this.#valueEnd) };
  }

  #range(start: number, end: number): Range {
    return { start: this.#offset + start, end: this.#offset + end };
  }
}

/** Whether a text without a key in it means itself. */
function isPlain(text: string): boolean {
  const first = text[0];
  return first !== undefined && first !== ' ' && !SIGNS.has(first) && !text.endsWith(' ');
}

/** Behind the last character the code is none. */
const isBlankOrEnd = (sign: number): boolean => sign === BLANK || sign === LINE_FEED || Number.isNaN(sign);

/**
 * What YAML or readers of a text do not take as a character like others: tabs, carriage returns, controls, what turns
 * the direction of writing, byte order marks. Pairs of surrogates are the parser's too, which looks for halves.
 */
const isOther = (sign: number): boolean =>
  sign < 0x20 ||
  (sign >= 0x7f && sign < 0xa0) ||
  (sign >= 0x2028 && sign < 0x2030) ||
  (sign >= 0x2066 && sign < 0x206a) ||
  (sign >= 0xd800 && sign < 0xe000) ||
  sign === 0xfeff ||
  sign > 0xfffd;

/** Others than blanks are part of a text. */
function withoutBlanksBehind(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === BLANK) end -= 1;
  return text.slice(0, end);
}
