import { fixed, typo, type Fixed, type Typo } from './fixed-part.ts';
import type { KeyKind } from './key-kinds.ts';
import { oddBlank, widthOf } from './line-parts.ts';
import { blockTypo, cellsTypo, itemOf, partedTypo } from './parted-lines.ts';
import type { StructureLine } from './structure-lines.ts';
import { fieldTypos, ofValue, valueTypo } from './value-typos.ts';

/** A line's typos, and the line, or the lines, as it should be. */
export interface FixedLine {
  readonly typos: readonly Typo[];
  readonly corrected: readonly string[];
}

type Kinds = ReadonlyMap<string, KeyKind>;

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

function itemTypos({ parts: { indent, dash, rest }, place, isLinked }: StructureLine): Fixed {
  if (dash === '') return fixed(itemOf(rest, place?.level.name));
  const at = indent.length + dash.length;
  const block = blockTypo(rest, at, 0);
  if (block !== undefined) return block;
  const found = isLinked ? undefined : valueTypo(rest, '这一项');
  if (found === undefined) return fixed(rest);
  return fixed(found.corrected, ofValue(found, at, rest.length));
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
  const inside = parted ?? (known && !isLinked ? fieldTypos(name, kind, value, valueAt) : fixed(value));
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
