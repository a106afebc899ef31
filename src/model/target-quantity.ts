import { add, parseDecimal, subtract, ZERO, type Decimal } from './decimal.ts';
import { isBareUnit, numberInWords, unitName } from './target-text.ts';

/** How a target compares: at least, at most, more than, less than, exactly, about. */
export const COMPARATORS = ['≥', '≤', '>', '<', '=', '≈'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** `≥113元（月人均…）`: comparator, number, unit ('' where none stands), and what follows in brackets. */
export interface Quantity {
  readonly type: 'quantity';
  readonly comparator: Comparator;
  readonly number: Decimal;
  readonly unit: string;
  readonly note: string;
}

/** `3-5个`, `≥80%且≤90%`, `±5%`. */
export interface QuantityRange {
  readonly type: 'range';
  readonly low: Decimal;
  readonly high: Decimal;
  readonly unit: string;
  readonly note: string;
}

const LEADING: readonly (readonly [pattern: RegExp, comparator: Comparator])[] = [
  [/^(?:≥=?|>=|=>|不[得能应]?[低少小]于|大于或?等于|至少|最少|达到|达(?=\d))/, '≥'],
  [/^(?:≤=?|<=|=<|不[得能应]?(?:[高多大]于|超过)|小于或?等于|至多|最多|控制在)/, '≤'],
  [/^(?:>|大于|高于|超过)/, '>'],
  [/^(?:<|小于|低于|少于)/, '<'],
  [/^(?:=|等于)/, '='],
  [/^(?:≈|大约|大概|约)/, '≈'],
];

/** Takes the comparator off the beginning of a folded text. */
export function splitComparator(text: string): { comparator: Comparator | undefined; rest: string } {
  for (const [pattern, comparator] of LEADING) {
    const [sign] = pattern.exec(text) ?? [];
    if (sign !== undefined) return { comparator, rest: text.slice(sign.length).trimStart() };
  }
  return { comparator: undefined, rest: text };
}

/** Words behind the unit that compare, and the signs before the number that say the same: `≥95%以上`. */
const TRAILING: readonly (readonly [pattern: RegExp, comparator: Comparator, same: string])[] = [
  [/\(不含[^()]*\)以上$/, '>', '>='],
  [/\(不含[^()]*\)以下$/, '<', '<='],
  [/(?:\(含[^()]*\))?[及或]?以上$|^\+$/, '≥', '≥>=≈'],
  [/(?:\(含[^()]*\))?(?:[及或]?以下|(?:以内|之内|内)(?:完成)?)$/, '≤', '≤<=≈'],
  [/(?:左右|上下)$/, '≈', '≈='],
];

/** Words before the unit that say that there are some more: `100余人`, `12万多人`. */
const SOME_MORE = /^([十百千万亿]?)[余多](?=\p{L})/u;

/** Takes the words that compare off what follows a number in a folded text. */
function splitTrailing(text: string) {
  if (SOME_MORE.test(text))
    return { comparator: '>', same: '≥>=≈', unit: text.replace(SOME_MORE, '$1') } as const;
  const [pattern, comparator, same = ''] = TRAILING.find(([words]) => words.test(text)) ?? [];
  return { comparator, same, unit: pattern === undefined ? text : text.replace(pattern, '').trimEnd() };
}

/** What may follow a number as its unit: a sign of percentage, or a few characters naming a measure, and per what. */
const UNIT =
  /^(?:(?:%|‰|℃|[kcd]?m[23²³]|[\p{L}°㎡㎥㎢]{1,5})(?:[/·.](?:[kcd]?m[23²³]|[\p{L}㎡㎥]{1,4})){0,3})?$/iu;

/** Words that show that a text after a number is a sentence and no unit: `95按实际…`. */
export const SENTENCE = /按|由|据|根据|情况|确定|实际|为准|以|及|和|或/;

/** A number at the beginning, with what separates its figures and follows it. */
export const FIGURES = /^¥?\s*([+-]?\d(?:[\d., ]*\d)?)\s*(.*)$/s;

/** Longer texts are sentences; the longest figures have some twenty characters. */
const LONGEST = 60;

/** Reads a folded text as a number, or as a range of numbers, with its unit; undefined where it is neither. */
export function readQuantity(text: string): Quantity | QuantityRange | undefined {
  const { body, note } = splitNote(text);
  if (body.length > LONGEST) return undefined;
  const read = single(body) ?? betweenLimits(body) ?? fromTo(body);
  if (read === undefined) return undefined;
  // `100.00(%)`: the unit stands in brackets.
  const isUnit = read.unit === '' && isBareUnit(note);
  return isUnit ? { ...read, unit: unitName(note) } : { ...read, note };
}

/** Takes off what stands in brackets at the end: `113元(月人均)`. */
function splitNote(text: string): { readonly body: string; readonly note: string } {
  const start = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  const note = text.slice(start + 1, -1);
  const isNote = start > 0 && !note.includes(')');
  return isNote ? { body: text.slice(0, start).trimEnd(), note } : { body: text, note: '' };
}

function single(text: string): Quantity | undefined {
  const { comparator = '=', rest } = withFigures(splitComparator(text));
  const [, figures = '', tail = ''] = FIGURES.exec(rest) ?? [];
  const number = readFigures(figures);
  const trailing = splitTrailing(tail);
  const stated = trailing.unit.replace(/\s/g, '').replace(/元整$/, '元');
  const unit = rest.startsWith('¥') && stated === '' ? '元' : stated;
  // `2022年春季学期` counts nothing.
  if (unit.startsWith('年') && /^(?:19|20)\d\d$/.test(figures)) return undefined;
  if (number === undefined || !UNIT.test(unit) || SENTENCE.test(unit)) return undefined;
  if (trailing.comparator !== undefined && !trailing.same.includes(comparator)) return undefined;
  const own = comparator === '=' ? (trailing.comparator ?? '=') : comparator;
  return { type: 'quantity', comparator: own, number, unit: unitName(unit), note: '' };
}

/** Up to 99 in words, before what is only counted: `一类` may be a class. */
const IN_WORDS =
  /^(?:[二三四五六七八九]?十)?[一二两三四五六七八九]?(?=(?:个|次|人|人次|名|户|家|项|件|份|场|篇|台|套|辆|天|日|周|年|个月|小时|分钟|个?工作日)(?:以上|以下|以内|之内|内)?$)/;

/** `十五个工作日内` with its number in figures. */
function withFigures<Split extends { readonly rest: string }>(split: Split): Split {
  const [words = ''] = IN_WORDS.exec(split.rest) ?? [];
  if (words === '') return split;
  return { ...split, rest: `${String(numberInWords(words))}${split.rest.slice(words.length)}` };
}

/** `≥80%且≤90%`, `80%≤x≤90%`. */
function betweenLimits(text: string): QuantityRange | undefined {
  const [, left, right] = /^(\d[^≤<]*)[≤<]=?[^\d≤<]*[≤<]=?(\d.*)$/.exec(text) ?? [];
  if (left !== undefined && right !== undefined) return range(single(left), single(right));
  for (const { index } of text.matchAll(/[≥≤<>]|不[得能应]?[低少小高超多大]|[大小高低少]于|超过/g)) {
    const second = single(text.slice(index));
    const first = single(text.slice(0, index).replace(/\s*[,;、]?(?:并?且)?\s*$/, ''));
    if (first === undefined || second === undefined) continue;
    const signs = `${first.comparator}${second.comparator}`;
    if (/[≥>][≤<]/.test(signs)) return range(first, second);
    if (/[≤<][≥>]/.test(signs)) return range(second, first);
  }
  return undefined;
}

/** `3-5个`, `80%至90%`, `±5%`, `20±2℃`. */
function fromTo(text: string): QuantityRange | undefined {
  const { comparator = '=', rest } = splitComparator(text);
  if (comparator !== '=' && comparator !== '≈') return undefined;
  const [, middle, by = ''] = /^([^±]*)±(.*)$/.exec(rest) ?? [];
  if (middle !== undefined) {
    const around = single(by);
    const centre = middle === '' ? ZERO : single(middle.trimEnd())?.number;
    if (around === undefined || centre === undefined) return undefined;
    const low = subtract(centre, around.number);
    return range({ ...around, number: low }, { ...around, number: add(centre, around.number) });
  }
  const [, first = '', second = ''] = /^([+-]?\d[^~至到-]*)(?:~|至|到|--?)\s*([+-]?\d.*)$/.exec(rest) ?? [];
  return range(single(first.trimEnd()), single(second));
}

/** From one limit to the other; the unit may stand behind the second alone, and then per what: `1000元-2000元/月`. */
function range(first: Quantity | undefined, second: Quantity | undefined): QuantityRange | undefined {
  if (first === undefined || second === undefined) return undefined;
  const unit = second.unit === '' ? first.unit : second.unit;
  if (!unit.startsWith(first.unit)) return undefined;
  return { type: 'range', low: first.number, high: second.number, unit, note: '' };
}

/** A number with correct separators or none: `1,500`, `5 000`, but neither `1,50` nor `0190`. */
export function readFigures(figures: string): Decimal | undefined {
  const plain = figures.replace(/^\+/, '');
  const isGrouped = /^-?\d{1,3}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d+)?$/.test(plain);
  return plain.length > LONGEST ? undefined : parseDecimal(isGrouped ? plain.replace(/[, ]/g, '') : plain);
}
