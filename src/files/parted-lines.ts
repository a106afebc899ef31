import { KINDS, LABELS as L, type Category } from '../model/terms.ts';
import { fixed, typo, type Fixed } from './fixed-part.ts';
import type { KeyKind } from './key-kinds.ts';
import { isBlockSign, type StructureLine } from './structure-lines.ts';
import { valueTypo } from './value-typos.ts';
import { scalar } from './yaml-scalar.ts';

/** What stands on one line and belongs on several. */

/** A row of a table, in the lines of which a row here is made. */
export function cellsTypo({ parts: { indent, rest }, cells, place }: StructureLine): Fixed | undefined {
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

/** What stands on the line of a key and belongs on lines of its own. */
export function partedTypo({ parts, place }: StructureLine, kind: KeyKind, at: number): Fixed | undefined {
  const { name = '', value } = parts;
  if (place === undefined || value === '' || /^["'#*]/.test(value)) return undefined;
  const { level, opened } = place;
  const here = (message: string, rule?: string) => ({
    ...typo(at, value.length, message, false),
    ...(rule !== undefined && { rule }),
  });
  const deeper = (opened?.column ?? opened?.outer ?? 0) - (opened?.outer ?? 0) || 2;
  const block = kind === 'text' ? blockTypo(value, at, 2) : undefined;
  if (block !== undefined) return block;
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
  const own = (opened?.node.items ?? opened?.node)?.properties;
  const isRow = opened?.node.items !== undefined && value.startsWith('- ');
  const beside = place.dash ? level.node.items?.properties : level.node.properties;
  const keys = Object.keys(own ?? beside ?? {});
  const [first = '', ...others] = splitFields(isRow ? value.slice(2) : value, keys, (key, colon) => {
    return !place.beside.has(key) && (colon === ':' || kind === 'figures');
  });
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
  const further = others.map((text, place) =>
    isRow
      ? { deeper: place === 0 ? deeper : deeper + 2, text: place === 0 ? `- ${text}` : text }
      : { deeper, text },
  );
  return { ...fixed('', here(message)), further };
}

/**
 * `|- 购买教材`: a text behind the sign that says that it begins in the next line, or that sign in full width.
 *
 * @param deeper how much further in than its key's or dash's line the text stands.
 */
export function blockTypo(value: string, at: number, deeper: number): Fixed | undefined {
  const [, sign = '', text = ''] = /^([|｜][-－—–]|\|(?=[ \t\u3000])|｜$)[ \t\u3000]*(.*)$/.exec(value) ?? [];
  if (sign === '' || isBlockSign(value)) return undefined;
  const message =
    text === '' ? `“${sign}”应该用半角的“|-”。` : `“${sign}”表示文字从下一行写起，后面不写文字。`;
  const found = fixed('|-', typo(at, value.length, message, false));
  return text === '' ? found : { ...found, further: [{ deeper, text }] };
}

/** What was no item yet as one: without a sign or, among goals, a number of its own, which the form sets. */
export function itemOf(text: string, list: string | undefined): string {
  const item = text.replace(list === L.goals ? /^(?:\d+[.．、)）]|[-－—•·])\s*/ : /^[-－—•·]\s*/, '');
  return valueTypo(item, '')?.corrected ?? item;
}

/**
 * `190.00 财政资金: 190.00` in two: what stands before the first of these keys, and each key with its value.
 *
 * @param isLost whether a key that no blank sets apart is a field that lost its line, and no word of the text.
 */
function splitFields(
  value: string,
  keys: readonly string[],
  isLost: (key: string, colon: string) => boolean,
): readonly string[] {
  // The longer first: 指标值确定依据 begins with 指标值.
  const names = [...keys].sort((a, b) => b.length - a.length).join('|');
  const all = names === '' ? [] : value.matchAll(new RegExp(`(^|[ \\t\\u3000])?(${names})([:：])`, 'g'));
  const found = [...all].filter(
    ([, apart, key = '', colon = '']) => apart !== undefined || isLost(key, colon),
  );
  const starts = found.map(({ 0: whole, index }) => index + whole.length);
  const ends = [...found.map(({ index }) => index), value.length];
  const [first = '', ...values] = [0, ...starts].map((start, place) => {
    const piece = value.slice(start, ends[place]).trim();
    // Where another field follows, the sign at the end parted the two.
    return place < found.length ? piece.replace(/[，,；;、]$/, '') : piece;
  });
  return [first, ...values.map((own, place) => `${found[place]?.[2] ?? ''}: ${own}`.trimEnd())];
}
