import { nameFigureTypos, plainFigures } from '../model/money.ts';
import { KINDS, LABELS as L, type Category } from '../model/terms.ts';
import { trimCharacters } from '../model/trim-characters.ts';
import { figuresOf, fixedFigures, type KeyKind } from './key-kinds.ts';
import { oddBlank, widthOf } from './line-parts.ts';
import { isBlockSign, type StructureLine } from './structure-lines.ts';
import { valueTypo } from './value-typos.ts';
import { scalar } from './yaml-scalar.ts';

/** A typo in a line: where it stands, what it is. */
export interface Typo {
  readonly at: number;
  readonly length: number;
  readonly message: string;
  /** Whether there is only one thing that can have been meant. */
  readonly certain: boolean;
  /** Where it is not `yaml/syntax`. */
  readonly rule?: string;
  /** What to do, where the line as it should be does not say it. */
  readonly hint?: string;
}

/** A line's typos, and the line, or the lines, as it should be. */
export interface FixedLine {
  readonly typos: readonly Typo[];
  readonly corrected: readonly string[];
}

type Kinds = ReadonlyMap<string, KeyKind>;

/** A part of a line as it should be, with its typos; what belongs on further lines is set in from the first. */
interface Fixed {
  readonly corrected: string;
  readonly typos: readonly Typo[];
  readonly further?: readonly { readonly deeper: number; readonly text: string }[];
}

function fixed(corrected: string, ...typos: readonly (Typo | undefined)[]): Fixed {
  return { corrected, typos: typos.filter((typo) => typo !== undefined) };
}

function typo(at: number, length: number, message: string, certain: boolean): Typo {
  return { at, length, message, certain };
}

/**
 * Finds the typos in one line of structure, all at once.
 *
 * @param figures whether the corrected line has amounts, shares and codes fixed, which can be read as they stand.
 */
export function fixLine(line: StructureLine, kinds: Kinds, figures: boolean): FixedLine {
  const row = cellsTypo(line);
  // A row that is not understood says nothing that the lines around it need.
  if (row !== undefined && row.further === undefined) return { typos: row.typos, corrected: [] };
  const { column, indent } = indentation(line);
  const dash = row === undefined ? dashTypo(line) : fixed('- ');
  const rest = row ?? (line.isText ? itemTypos(line) : keyTypos(line, kinds, figures));
  const inside = column + (dash.corrected === '' ? 0 : Math.max(2, dash.corrected.length));
  return {
    typos: row?.typos ?? [...indent, ...dash.typos, ...rest.typos],
    corrected: [
      `${blanks(column)}${dash.corrected}${rest.corrected}`.trimEnd(),
      ...(rest.further ?? []).map(({ deeper, text }) => `${blanks(inside + deeper)}${text}`),
    ],
  };
}

const blanks = (count: number) => ' '.repeat(count);

/** Where the line should begin, and what is wrong with where it does. */
function indentation({ parts, place, block }: StructureLine): {
  readonly column: number;
  readonly indent: readonly Typo[];
} {
  const { indent, dash, rest, key, name } = parts;
  const width = widthOf(indent);
  const column = place?.column ?? (block === undefined ? width : Math.max(block.column, width));
  const odd = oddBlank(indent);
  if (odd !== undefined) {
    const message = `这一行的缩进用了${odd.name}，应该用半角空格。`;
    // Without a key or dash it may be a paragraph of a text, as Chinese paragraphs begin.
    const certain = place === undefined ? rest.startsWith('#') : place.sure || width === column;
    return { column, indent: [typo(odd.at, 1, message, certain)] };
  }
  // A dash that is lost, or one too many, takes its two blanks with it.
  const own = place === undefined || place.dash === (dash !== '') ? 0 : place.dash ? 2 : -2;
  if (width === column || width - own === column) return { column, indent: [] };
  const whose = place === undefined ? block?.name : place.level.name;
  const what = place === undefined ? '这一行的文字' : dash === '' ? `“${name ?? ''}”` : '这一项';
  const message =
    column === 0
      ? `${what}不属于上面的栏目，左边不该有空格。`
      : `${what}${whose === '' ? '' : `属于“${whose ?? ''}”，`}左边应空${String(column)}格。`;
  return { column, indent: [typo(width, (key ?? (dash || rest)).trimEnd().length, message, false)] };
}

/** `－ 项目` or `-项目`: a list's dash in full width, without its blank, lost, or where none belongs. */
function dashTypo({ parts, place, isText }: StructureLine): Fixed {
  const { indent, dash, rest, key = rest, name = '' } = parts;
  const list = place?.level.name ?? '';
  if (place?.dash === true && dash === '') {
    const message = isText
      ? `“${list}”的每一项前面要有短横和空格“- ”。`
      : `“${name}”是${list === '' ? '' : `“${list}”中`}新的一项的开头，前面要有短横和空格“- ”。`;
    return fixed('- ', typo(indent.length, key.length, message, false));
  }
  if (place?.dash === false && dash !== '') {
    const message =
      list === '' ? `“${name}”前面不写短横。` : `“${name}”不是“${list}”中新的一项，前面不写短横。`;
    return fixed('', typo(indent.length, 1, message, false));
  }
  if ((/^(?:- *)*$/.test(dash) && (dash !== '-' || rest === '')) || /^-\t+$/.test(dash)) return fixed(dash);
  const sign = dash.slice(0, 1);
  const message =
    sign !== '-'
      ? `列表前的短横“${sign}”应该用半角的“-”，后面空一格。`
      : '列表前的短横后面要空一格（半角空格）。';
  // A long dash may be the text's own: `——提高`.
  const certain = place !== undefined && /^[-－]/.test(dash);
  return fixed('- ', typo(indent.length, 1, message, certain));
}

/** A row of a table, in the lines of which a row here is made. */
function cellsTypo({ parts: { indent, rest }, cells, place }: StructureLine): Fixed | undefined {
  if (cells === undefined || place === undefined) return undefined;
  const columns = [L.kind, L.indicatorName, L.description, L.target, L.basis];
  const category = place.level.name;
  const own = cells[0] === category ? cells.slice(1) : cells;
  const isKind = isCategory(category) && KINDS[category].some((kind) => kind === own[0]);
  const message = `这是从表格里粘贴来的一行。一项指标要分行写：${columns.join('、')}，各一行。`;
  const at = typo(indent.length, rest.length, message, false);
  if (!isKind || own.length !== columns.length) {
    const hint =
      '请照同一文件里别的指标分行写；行数多时，把表格存成文件，运行 npm run new 时加上 --rows 和文件名，由程序来写。';
    return fixed(rest, { ...at, hint });
  }
  const [first = '', ...others] = columns.map((column, index) =>
    `${column}: ${scalar(own[index] ?? '', 0)}`.trimEnd(),
  );
  return { ...fixed(first, at), further: others.map((text) => ({ deeper: 0, text })) };
}

function isCategory(name: string): name is Category {
  return name in KINDS;
}

function itemTypos({ parts: { indent, dash, rest }, place, isLinked }: StructureLine): Fixed {
  if (dash === '') return fixed(itemOf(rest, place?.level.name));
  const found = isLinked ? undefined : valueTypo(rest, '这一项');
  if (found === undefined) return fixed(rest);
  const at = indent.length + dash.length;
  return fixed(found.corrected, typo(at, rest.length, found.message, false));
}

/** `预算数：190.00`, `预算数:190.00`, `“预算数” ： 190.00`, `预算数 190.00`: the key, its colon, its value. */
function keyTypos(line: StructureLine, kinds: Kinds, figures: boolean): Fixed {
  const { parts, isLinked } = line;
  const { indent, dash, rest, key, name, gap, colon, after, value } = parts;
  const start = indent.length + dash.length;
  if (key === undefined || name === undefined || colon === undefined) {
    if (!rest.startsWith('＃')) return fixed(rest);
    const message = '批注前面的“＃”应该用半角的“#”。';
    return fixed(rest.replace('＃', '#'), typo(start, 1, message, false));
  }
  const kind = kinds.get(name);
  const known = kind !== undefined;
  const colonAt = start + key.length + gap.length;
  const here = (at: number, length: number, message: string, certain = known) =>
    typo(at, length, message, certain);
  const blank = oddBlank(after);
  // `说明：见附件` without a known key may be a text of its own.
  if (!known && !(colon === '：' && indent === '' && dash === '')) {
    return colon === ':' && blank !== undefined && blank.name !== TAB
      ? fixed(`${key}: ${value}`, here(colonAt + 1, 1, `“${name}:”后面用了${blank.name}，应该用半角空格。`))
      : fixed(rest);
  }
  const valueAt = colonAt + colon.length + after.length;
  const parted = known && !isLinked ? partedTypo(line, kind, valueAt) : undefined;
  const inside = parted ?? (known && !isLinked ? valueTypos(name, kind, value, valueAt) : fixed(value));
  const asItStands = !figures && inside.typos.some(({ rule }) => rule !== undefined && rule !== 'field/type');
  const inGap = oddBlank(gap);
  const found = fixed(
    `${name}: ${asItStands ? value : inside.corrected}`,
    known && /[“”‘’]/.test(key)
      ? here(start, key.length, `栏目名“${name}”用了中文引号，不用加引号。`)
      : undefined,
    known && key.replace(/["'“”‘’]/g, '') !== name
      ? here(start, key.length, `栏目名“${name}”用了全角字符，应该用半角。`)
      : undefined,
    inGap !== undefined && inGap.name !== TAB
      ? here(start + key.length, gap.length, `“${name}”和冒号之间有${inGap.name}，应该去掉。`)
      : undefined,
    colonTypo(name, colon, colonAt, known),
    colon === ':' && blank !== undefined && blank.name !== TAB
      ? here(colonAt + 1, 1, `“${name}:”后面用了${blank.name}，应该用半角空格。`)
      : undefined,
    colon === ':' && after === '' && value !== '' ? here(colonAt, 1, `“${name}:”后面要空一格。`) : undefined,
    colon === ''
      ? here(start, name.length, `“${name}”后面少了冒号，应该用半角冒号“:”，后面空一格。`, false)
      : undefined,
    ...(asItStands ? [] : inside.typos),
  );
  return inside.further === undefined ? found : { ...found, further: inside.further };
}

/** YAML takes a tab within a line for a blank. */
const TAB = oddBlank('\t')?.name;

function colonTypo(name: string, colon: string, at: number, known: boolean): Typo | undefined {
  if (colon === ':' || colon === '') return undefined;
  const [sign, certain] = /^[：﹕]$/.test(colon)
    ? ['全角冒号', known]
    : [/[;；]/.test(colon) ? '分号' : /[=＝]/.test(colon) ? '等号' : '多余的冒号', false];
  return typo(
    at,
    colon.length,
    `“${name}”后面用了${sign}“${colon}”，应该用半角冒号“:”，后面空一格。`,
    certain,
  );
}

/** What stands on the line of a key and belongs on lines of its own. */
function partedTypo({ parts, place }: StructureLine, kind: KeyKind, at: number): Fixed | undefined {
  const { name = '', value } = parts;
  if (place === undefined || value === '' || /^["'#*]/.test(value)) return undefined;
  const { level, opened } = place;
  const here = (message: string, rule?: string) => ({
    ...typo(at, value.length, message, false),
    ...(rule !== undefined && { rule }),
  });
  const deeper = (opened?.column ?? opened?.outer ?? 0) - (opened?.outer ?? 0) || 2;
  const empty = /^(\[\]|\{\})(\s+#.*)?$/.exec(value);
  if (empty !== null) {
    if (opened?.column === undefined) return undefined;
    const message = `“${name}”后面的“${empty[1] ?? ''}”表示没有内容，下面却写了内容。`;
    return fixed((empty[2] ?? '').trim(), here(message));
  }
  if (kind === 'texts' && !/^[[{&!［【〔]/.test(value)) {
    const message = `“${name}”是一个列表，每项写一行，以“- ”开头，不写在“${name}”后面。`;
    const found = here(message, 'field/type');
    if (isBlockSign(value)) return fixed('', found);
    // A comma in a goal is its own; the other lists are of words, which it parts.
    const items = name === L.goals ? [value] : value.split(/[，、,；;]/).filter((item) => item.trim() !== '');
    const further = items.map((item) => ({ deeper, text: `- ${itemOf(item.trim(), name)}` }));
    return { ...fixed('', found), further };
  }
  const own = opened?.node.properties;
  const beside = place.dash ? level.node.items?.properties : level.node.properties;
  const [first = '', ...others] = splitFields(value, own ?? beside ?? {});
  if (others.length === 0 || (first !== '' && own !== undefined)) {
    if (opened?.column === undefined || isBlockSign(value)) return undefined;
    const message = `“${name}”后面不写内容，内容分栏写在下面各行。`;
    return fixed('', here(message));
  }
  if (own === undefined) {
    const message = `这一行里写了${String(others.length + 1)}栏，每栏要写一行。`;
    return { ...fixed(first, here(message)), further: others.map((text) => ({ deeper: 0, text })) };
  }
  const message = `“${name}”里面的栏目要另起一行，左边多空两格。`;
  return { ...fixed('', here(message)), further: others.map((text) => ({ deeper, text })) };
}

/** What was no item yet as one: without a sign or, among goals, a number of its own, which the form sets. */
function itemOf(text: string, list: string | undefined): string {
  const item = text.replace(list === L.goals ? /^(?:\d+[.．、)）]|[-－—•·])\s*/ : /^[-－—•·]\s*/, '');
  return valueTypo(item, '')?.corrected ?? item;
}

/** `190.00 财政资金: 190.00` in two: what stands before the first of these keys, and each key with its value. */
function splitFields(value: string, keys: Readonly<Record<string, unknown>>): readonly string[] {
  const found = [...value.matchAll(/(^|[ \t\u3000])([^\s:：\u3000"“”]+)[:：]/g)].filter(([, , key = '']) =>
    Object.hasOwn(keys, key),
  );
  const ends = [...found.slice(1).map(({ index }) => index), value.length];
  return [
    value.slice(0, found[0]?.index).trimEnd(),
    ...found.map(({ 0: whole, 2: key = '', index }, place) =>
      `${key}: ${value.slice(index + whole.length, ends[place]).trim()}`.trimEnd(),
    ),
  ];
}

function valueTypos(name: string, kind: KeyKind, value: string, at: number): Fixed {
  if (kind === 'figures') return figureTypos(name, value, at);
  if (kind === 'group') return fixed(value);
  const found = kind === 'text' ? valueTypo(value, `“${name}”`) : bracketTypo(name, value);
  if (found === undefined) return fixed(value);
  return fixed(found.corrected, typo(at, value.length, found.message, found.corrected === '[]'));
}

/** `［甲，乙］`: a list in full-width brackets. Whether its comma parts a text is the editor's to say. */
function bracketTypo(name: string, value: string) {
  if (/^\[[^\]]*$/.test(value)) {
    return { message: `“${name}”的方括号“[”没有配对。`, corrected: `${value}]` };
  }
  if (!/^[［【〔]/.test(value)) return undefined;
  const items = value
    .replace(/^[［【〔]|[］】〕\]]$/g, '')
    .split(/[，、,]/)
    .map((item) => trimCharacters(item, /[\s“”‘’"']/))
    .filter((item) => item !== '');
  const message = `“${name}”的列表用了全角括号“${value.slice(0, 1)}”，应该用半角的“[”和“]”，或每项一行、以“- ”开头。`;
  return { message, corrected: `[${items.join(', ')}]` };
}

function figureTypos(name: string, value: string, at: number): Fixed {
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
