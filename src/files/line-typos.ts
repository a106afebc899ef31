import { nameFigureTypos, plainFigures } from '../model/money.ts';
import { trimCharacters } from '../model/trim-characters.ts';
import { figuresOf, fixedFigures, type KeyKind } from './key-kinds.ts';
import { lineParts, type LineParts } from './line-parts.ts';
import { valueTypo, type ValueTypo } from './value-typos.ts';

/** A typo in a line: where it stands, what it is. */
export interface Typo {
  readonly at: number;
  readonly length: number;
  readonly message: string;
  /** Whether there is only one thing that can have been meant. */
  readonly certain: boolean;
  /** Where it is not `yaml/syntax`. */
  readonly rule?: string;
}

/** A line's typos, and the line as it should be. */
export interface FixedLine {
  readonly typos: readonly Typo[];
  readonly corrected: string;
}

/** How many blanks a tab and a full-width blank at the left of a line stand for. */
export interface Widths {
  readonly tab: number;
  readonly wide: number;
}

/** How lines are fixed. */
export interface FixingOfLines {
  readonly widths?: Widths | undefined;
  /** Whether the corrected line has amounts, shares and codes fixed, which can be read as they stand. */
  readonly figures?: boolean;
  /** Whether the value is only the beginning of a quoted text, which cannot be looked at alone. */
  readonly quoteOpen?: boolean;
}

type Kinds = ReadonlyMap<string, KeyKind>;

/** A part of a line as it should be, with its typos. */
function fixed(corrected: string, ...typos: readonly (Typo | undefined)[]): FixedLine {
  return { corrected, typos: typos.filter((typo) => typo !== undefined) };
}

function typo(at: number, length: number, message: string, certain: boolean): Typo {
  return { at, length, message, certain };
}

/** Finds the typos in one line of structure, all at once. */
export function fixLine(
  line: string,
  kinds: Kinds,
  list: 'texts' | 'groups' | undefined,
  { widths = { tab: 2, wide: 2 }, figures = true, quoteOpen = false }: FixingOfLines = {},
): FixedLine {
  const parts = lineParts(line);
  const kind = parts.name === undefined ? undefined : kinds.get(parts.name);
  const indent = indentation(parts, kind, widths);
  const dash = dashTypo(parts, list);
  const lead = `${indent.corrected}${dash.corrected}`;
  const rest =
    list === 'texts' && parts.dash !== ''
      ? itemTypos(parts, quoteOpen)
      : keyTypos(parts, kinds, lead.trim() === '', { figures, quoteOpen });
  return fixed(`${lead}${rest.corrected}`.trimEnd(), ...indent.typos, ...dash.typos, ...rest.typos);
}

function indentation(
  { indent, dash, rest }: LineParts,
  kind: KeyKind | undefined,
  widths: Widths,
): FixedLine {
  const odd = /[\t\u3000\u00a0]/.exec(indent);
  if (odd === null) return fixed(indent);
  const name = odd[0] === '\t' ? '制表符（Tab）' : odd[0] === '\u3000' ? '全角空格' : '不间断空格';
  const message = `这一行的缩进用了${name}，应该用半角空格。`;
  const corrected = indent
    .replaceAll('\t', ' '.repeat(widths.tab))
    .replaceAll('\u3000', ' '.repeat(widths.wide))
    .replaceAll('\u00a0', ' ');
  // Without a key or dash it may be a paragraph of a text, as Chinese paragraphs begin.
  const certain = kind !== undefined || /^[-#]/.test(dash || rest);
  return fixed(corrected, typo(odd.index, 1, message, certain));
}

/** `－ 项目` or `-项目`: a list's dash in full width, or without its blank. */
function dashTypo({ indent, dash }: LineParts, list: string | undefined): FixedLine {
  if ((/^(?:- *)*$/.test(dash) && dash !== '-') || /^-\t+$/.test(dash)) return fixed(dash);
  const sign = dash.slice(0, 1);
  const message =
    sign !== '-'
      ? `列表前的短横“${sign}”应该用半角的“-”，后面空一格。`
      : '列表前的短横后面要空一格（半角空格）。';
  // A long dash may be the text's own: `——提高`.
  const certain = list !== undefined && /^[-－]/.test(dash);
  return fixed('- ', typo(indent.length, 1, message, certain));
}

function itemTypos({ indent, dash, rest }: LineParts, quoteOpen: boolean): FixedLine {
  const found = quoteOpen ? undefined : valueTypo(rest, '这一项');
  if (found === undefined) return fixed(rest);
  const at = indent.length + dash.length;
  return fixed(found.corrected, ofValue(found, at, rest.length));
}

const ofValue = ({ message, rule }: ValueTypo, at: number, length: number): Typo => ({
  ...typo(at, length, message, false),
  ...(rule !== undefined && { rule }),
});

/** `预算数：190.00`, `预算数:190.00`, `“预算数” ： 190.00`: the key, its colon, its value. */
function keyTypos(
  parts: LineParts,
  kinds: Kinds,
  alone: boolean,
  { figures, quoteOpen }: { readonly figures: boolean; readonly quoteOpen: boolean },
): FixedLine {
  const { indent, dash, rest, key, name, gap, colon, after, value } = parts;
  if (key === undefined || name === undefined || colon === undefined) return colonTypo(parts, kinds);
  const kind = kinds.get(name);
  const known = kind !== undefined;
  const start = indent.length + dash.length;
  const colonAt = start + key.length + gap.length;
  const here = (at: number, length: number, message: string, certain = known) =>
    typo(at, length, message, certain);
  // `说明：见附件` without a known key may be a text of its own.
  if (!known && !(colon === '：' && alone)) {
    return colon === ':' && after.includes('\u3000')
      ? fixed(`${key}: ${value}`, here(colonAt + 1, 1, `“${name}:”后面用了全角空格，应该用半角空格。`))
      : fixed(rest);
  }
  const inside =
    known && !quoteOpen ? valueTypos(name, kind, value, colonAt + 1 + after.length) : fixed(value);
  const asItStands = !figures && inside.typos.some(({ rule }) => rule !== undefined && rule !== 'field/type');
  return fixed(
    `${name}: ${asItStands ? value : inside.corrected}`,
    known && /[“”‘’]/.test(key)
      ? here(start, key.length, `栏目名“${name}”用了中文引号，不用加引号。`)
      : undefined,
    known && key.replace(/["'“”‘’]/g, '') !== name
      ? here(start, key.length, `栏目名“${name}”用了全角字符，应该用半角。`)
      : undefined,
    /[\u3000\u00a0]/.test(gap)
      ? here(start + key.length, gap.length, `“${name}”和冒号之间有全角空格，应该去掉。`)
      : undefined,
    colon === '：' || colon === '﹕'
      ? here(colonAt, 1, `“${name}”后面用了全角冒号“${colon}”，应该用半角冒号“:”，后面空一格。`)
      : undefined,
    colon === ';' || colon === '；'
      ? here(colonAt, 1, `“${name}”后面用了分号“${colon}”，应该用半角冒号“:”，后面空一格。`, false)
      : undefined,
    colon === ':' && /[\u3000\u00a0]/.test(after)
      ? here(colonAt + 1, 1, `“${name}:”后面用了全角空格，应该用半角空格。`)
      : undefined,
    colon === ':' && after === '' && value !== '' ? here(colonAt, 1, `“${name}:”后面要空一格。`) : undefined,
    ...(asItStands ? [] : inside.typos),
  );
}

/** `预算数 190.00`: a key without its colon. */
function colonTypo({ indent, dash, rest }: LineParts, kinds: Kinds): FixedLine {
  const [, name = '', value = ''] = /^(\S+?)[ \t\u3000]+(.*)$/.exec(rest) ?? [undefined, rest, ''];
  if (!kinds.has(name)) return fixed(rest);
  const message = `“${name}”后面少了冒号，应该用半角冒号“:”，后面空一格。`;
  return fixed(`${name}: ${value}`, typo(indent.length + dash.length, name.length, message, false));
}

function valueTypos(name: string, kind: KeyKind, value: string, at: number): FixedLine {
  if (kind === 'figures') return figureTypos(name, value, at);
  if (kind === 'group') return fixed(value);
  if (kind === 'text') {
    const found = valueTypo(value, `“${name}”`);
    return found === undefined ? fixed(value) : fixed(found.corrected, ofValue(found, at, value.length));
  }
  const found = bracketTypo(name, value);
  if (found === undefined) return fixed(value);
  return fixed(found.corrected, typo(at, value.length, found.message, found.corrected === '[]'));
}

/** `［甲，乙］`: a list in full-width brackets. Whether its comma parts a text is the editor's to say. */
function bracketTypo(name: string, value: string) {
  if (!/^[［【〔]/.test(value)) return undefined;
  const items = value
    .replace(/^[［【〔]|[］】〕\]]$/g, '')
    .split(/[，、,]/)
    .map((item) => trimCharacters(item, /[\s“”‘’"']/))
    .filter((item) => item !== '');
  const message = `“${name}”的列表用了全角括号“${value.slice(0, 1)}”，应该用半角的“[”和“]”，或每项一行、以“- ”开头。`;
  return { message, corrected: `[${items.join(', ')}]` };
}

function figureTypos(name: string, value: string, at: number): FixedLine {
  const hash = value.search(/\s#/);
  const text = hash < 0 ? value : value.slice(0, hash).trimEnd();
  const comment = value.slice(text.length);
  const names = nameFigureTypos(text);
  if (names === '' || /^["'|>]/.test(text)) return fixed(value);
  const certain = fixedFigures(name, text);
  const figures = figuresOf(name);
  const likely = plainFigures(text);
  const plain = certain ?? (figures?.fits(likely) === true ? likely : undefined);
  if (plain === undefined) return fixed(value);
  const rule = figures?.rule ?? 'field/type';
  const message = `“${name}”的“${text}”${names.replace('，', '')}。`;
  return fixed(`${plain}${comment}`, { ...typo(at, text.length, message, certain !== undefined), rule });
}
