import { nameFigureSlips, plainFigures } from '../model/money.ts';
import { figuresOf, mendedFigures, type KeyKind } from './key-kinds.ts';
import { lineParts, type LineParts } from './line-parts.ts';
import { valueSlip } from './value-slips.ts';

/** A slip in a line: where it stands, what it is. */
export interface Slip {
  readonly at: number;
  readonly length: number;
  readonly message: string;
  /** Whether there is only one thing that can have been meant. */
  readonly certain: boolean;
  /** Where it is not `yaml/syntax`. */
  readonly rule?: string;
}

/** A line's slips, and the line as it should be. */
export interface MendedLine {
  readonly slips: readonly Slip[];
  readonly corrected: string;
}

/** How many blanks a tab and a full-width blank at the left of a line stand for. */
export interface Widths {
  readonly tab: number;
  readonly wide: number;
}

/** How lines are mended. */
export interface MendingOfLines {
  readonly widths?: Widths | undefined;
  /** Whether the corrected line has amounts, shares and codes mended, which can be read as they stand. */
  readonly figures?: boolean;
  /** Whether the value is only the beginning of a quoted text, which cannot be looked at alone. */
  readonly quoteOpen?: boolean;
}

type Kinds = ReadonlyMap<string, KeyKind>;

/** Finds the slips in one line of structure, all at once. */
export function mendLine(
  line: string,
  kinds: Kinds,
  list: 'texts' | 'groups' | undefined,
  { widths = { tab: 2, wide: 2 }, figures = true, quoteOpen = false }: MendingOfLines = {},
): MendedLine {
  const parts = lineParts(line);
  const kind = parts.name === undefined ? undefined : kinds.get(parts.name);
  const indent = indentation(parts, kind, widths);
  const dash = dashSlip(parts, list);
  const lead = `${indent.corrected}${dash.corrected}`;
  const rest =
    list === 'texts' && parts.dash !== ''
      ? itemSlips(parts, quoteOpen)
      : keySlips(parts, kinds, lead.trim() === '', { figures, quoteOpen });
  return {
    slips: [...indent.slips, ...dash.slips, ...rest.slips],
    corrected: `${lead}${rest.corrected}`.trimEnd(),
  };
}

function indentation(
  { indent, dash, rest }: LineParts,
  kind: KeyKind | undefined,
  widths: Widths,
): MendedLine {
  const odd = /[\t\u3000\u00a0]/.exec(indent);
  if (odd === null) return { slips: [], corrected: indent };
  const name = odd[0] === '\t' ? '制表符（Tab）' : odd[0] === '\u3000' ? '全角空格' : '不间断空格';
  const message = `这一行的缩进用了${name}，应该用半角空格。`;
  return {
    // Without a key or dash it may be a paragraph of a text, as Chinese paragraphs begin.
    slips: [{ at: odd.index, length: 1, message, certain: kind !== undefined || /^[-#]/.test(dash || rest) }],
    corrected: indent
      .replaceAll('\t', ' '.repeat(widths.tab))
      .replaceAll('\u3000', ' '.repeat(widths.wide))
      .replaceAll('\u00a0', ' '),
  };
}

/** `－ 项目` or `-项目`: a list's dash in full width, or without its blank. */
function dashSlip({ indent, dash }: LineParts, list: string | undefined): MendedLine {
  if (/^(?:- *)*$/.test(dash) && dash !== '-') return { slips: [], corrected: dash };
  if (/^-\t+$/.test(dash)) return { slips: [], corrected: dash };
  const sign = dash.slice(0, 1);
  const message =
    sign !== '-'
      ? `列表前的短横“${sign}”应该用半角的“-”，后面空一格。`
      : '列表前的短横后面要空一格（半角空格）。';
  // A long dash may be the text's own: `——提高`.
  const certain = list !== undefined && /^[-－]/.test(dash);
  return { slips: [{ at: indent.length, length: 1, message, certain }], corrected: '- ' };
}

function itemSlips({ indent, dash, rest }: LineParts, quoteOpen: boolean): MendedLine {
  const slip = quoteOpen ? undefined : valueSlip(rest, '这一项');
  if (slip === undefined) return { slips: [], corrected: rest };
  const at = indent.length + dash.length;
  return {
    slips: [{ at, length: rest.length, message: slip.message, certain: false }],
    corrected: slip.corrected,
  };
}

/** `预算数：190.00`, `预算数:190.00`, `“预算数” ： 190.00`: the key, its colon, its value. */
function keySlips(
  parts: LineParts,
  kinds: Kinds,
  alone: boolean,
  { figures, quoteOpen }: { readonly figures: boolean; readonly quoteOpen: boolean },
): MendedLine {
  const { indent, dash, rest, key, name, gap, colon, after, value } = parts;
  const as = (corrected: string, ...slips: readonly (Slip | undefined)[]): MendedLine => ({
    slips: slips.filter((slip) => slip !== undefined),
    corrected,
  });
  if (key === undefined || name === undefined || colon === undefined) return colonSlip(parts, kinds);
  const kind = kinds.get(name);
  const known = kind !== undefined;
  const start = indent.length + dash.length;
  const colonAt = start + key.length + gap.length;
  const slip = (at: number, length: number, message: string, certain = known): Slip => ({
    at,
    length,
    message,
    certain,
  });
  // `说明：见附件` without a known key may be a text of its own.
  if (!known && !(colon === '：' && alone)) {
    return colon === ':' && after.includes('\u3000')
      ? as(`${key}: ${value}`, slip(colonAt + 1, 1, `“${name}:”后面用了全角空格，应该用半角空格。`))
      : as(rest);
  }
  const inside = known && !quoteOpen ? valueSlips(name, kind, value, colonAt + 1 + after.length) : as(value);
  const asItStands = !figures && inside.slips.some(({ rule }) => rule !== undefined && rule !== 'field/type');
  return as(
    `${name}: ${asItStands ? value : inside.corrected}`,
    known && /[“”‘’]/.test(key)
      ? slip(start, key.length, `项目名“${name}”用了中文引号，不用加引号。`)
      : undefined,
    known && key.replace(/["'“”‘’]/g, '') !== name
      ? slip(start, key.length, `项目名“${name}”用了全角字符，应该用半角。`)
      : undefined,
    /[\u3000\u00a0]/.test(gap)
      ? slip(start + key.length, gap.length, `“${name}”和冒号之间有全角空格，应该去掉。`)
      : undefined,
    colon === '：' || colon === '﹕'
      ? slip(colonAt, 1, `“${name}”后面用了全角冒号“${colon}”，应该用半角冒号“:”，后面空一格。`)
      : undefined,
    colon === ';' || colon === '；'
      ? slip(colonAt, 1, `“${name}”后面用了分号“${colon}”，应该用半角冒号“:”，后面空一格。`, false)
      : undefined,
    colon === ':' && /[\u3000\u00a0]/.test(after)
      ? slip(colonAt + 1, 1, `“${name}:”后面用了全角空格，应该用半角空格。`)
      : undefined,
    colon === ':' && after === '' && value !== '' ? slip(colonAt, 1, `“${name}:”后面要空一格。`) : undefined,
    ...(asItStands ? [] : inside.slips),
  );
}

/** `预算数 190.00`: a key without its colon. */
function colonSlip({ indent, dash, rest }: LineParts, kinds: Kinds): MendedLine {
  const [, name = '', value = ''] = /^(\S+?)[ \t\u3000]+(.*)$/.exec(rest) ?? [undefined, rest, ''];
  if (!kinds.has(name)) return { slips: [], corrected: rest };
  const message = `“${name}”后面少了冒号，应该用半角冒号“:”，后面空一格。`;
  const at = indent.length + dash.length;
  return {
    slips: [{ at, length: name.length, message, certain: false }],
    corrected: `${name}: ${value}`,
  };
}

function valueSlips(name: string, kind: KeyKind, value: string, at: number): MendedLine {
  if (kind === 'figures') return figureSlips(name, value, at);
  const slip = kind === 'text' ? valueSlip(value, `“${name}”`) : bracketSlip(name, kind, value);
  return slip === undefined
    ? { slips: [], corrected: value }
    : { slips: [{ at, length: value.length, certain: false, ...slip }], corrected: slip.corrected };
}

/** `［甲，乙］`: a list in full-width brackets. Whether its comma parts a text is the editor's to say. */
function bracketSlip(name: string, kind: KeyKind, value: string) {
  if (kind === 'group' || !/^[［【〔]/.test(value)) return undefined;
  const items = value
    .replace(/^[［【〔]|[］】〕\]]$/g, '')
    .split(/[，、,]/)
    .map((item) => item.replace(/^[\s“”‘’"']+|[\s“”‘’"']+$/gu, ''))
    .filter((item) => item !== '');
  const message = `“${name}”的列表用了全角括号“${value.slice(0, 1)}”，应该用半角的“[”和“]”，或每项一行、以“- ”开头。`;
  return { message, corrected: `[${items.join(', ')}]`, certain: items.length === 0 };
}

function figureSlips(name: string, value: string, at: number): MendedLine {
  const [, text = '', comment = ''] = /^(.*?)(\s+#.*)?$/.exec(value) ?? [];
  const names = nameFigureSlips(text);
  if (names === '' || /^["'|>]/.test(text)) return { slips: [], corrected: value };
  const certain = mendedFigures(name, text);
  const figures = figuresOf(name);
  const likely = plainFigures(text);
  const mended = certain ?? (figures?.fits(likely) === true ? likely : undefined);
  if (mended === undefined) return { slips: [], corrected: value };
  const rule = figures?.rule ?? 'field/type';
  const message = `“${name}”的“${text}”${names.replace('，', '')}。`;
  return {
    slips: [{ at, length: text.length, message, rule, certain: certain !== undefined }],
    corrected: `${mended}${comment}`,
  };
}
