import { parseDecimal, type Decimal } from './decimal.ts';

/** How a target compares: at least, at most, more than, less than, exactly. */
export type Comparator = '≥' | '≤' | '>' | '<' | '=';

/** A target value (指标值): always the original, and what could be read of it. */
export interface Target {
  readonly text: string;
  readonly reading: TargetReading;
}

export type TargetReading =
  | { readonly type: 'blank' }
  /** `≥113元（月人均…）`: comparator, number, unit ('' where none stands), and what follows in brackets. */
  | {
      readonly type: 'quantity';
      readonly comparator: Comparator;
      readonly number: Decimal;
      readonly unit: string;
      readonly note: string;
    }
  /** `2022年12月`, `2022年12月底`, `2022年12月31日`. */
  | {
      readonly type: 'date';
      readonly comparator: Comparator;
      readonly year: number;
      readonly month: number | undefined;
      readonly day: number | undefined;
    }
  /** A unit without its number: `人`, `件`, `%`. */
  | { readonly type: 'unit'; readonly unit: string }
  /** Holds a number that cannot be read as it stands: `%100%`, `≥95按实际补助金额确定`. */
  | { readonly type: 'malformed' }
  /** Words: `及时保障`. */
  | { readonly type: 'text' };

const COMPARATORS: readonly (readonly [pattern: RegExp, comparator: Comparator])[] = [
  [/^(?:≥|>=|＞=|≧|⩾|不低于|不少于|不小于|大于等于|大于或等于|至少)/, '≥'],
  [/^(?:≤|<=|＜=|≦|⩽|不高于|不超过|不多于|不大于|小于等于|小于或等于|至多)/, '≤'],
  [/^(?:>|＞|大于|高于|超过)/, '>'],
  [/^(?:<|＜|小于|低于|少于)/, '<'],
  [/^(?:=|＝|等于)/, '='],
];

/** Words behind the unit that compare: `95%以上` is at least 95 %. */
const TRAILING: readonly (readonly [pattern: RegExp, comparator: Comparator])[] = [
  [/(?:及以上|（含）以上|以上)$/, '≥'],
  [/(?:及以下|（含）以下|以下|以内|之内)$/, '≤'],
];

/** Units that stand alone in a cell when its number was forgotten. */
const BARE_UNIT =
  /^(?:%|％|‰|百分比|元|万元|亿元|千元|百元|人|人数|人次|万人|户|次|次数|件|个|项|家|支|份|篇|场|场次|期|批|套|台|辆|座|处|所|间|栋|条|部|册|本|株|棵|亩|公顷|吨|公斤|千克|米|公里|千米|平方米|立方米|平方公里|年|月|天|日|小时|分|分钟|度|元\/.+)$/;

/** What may follow a number as its unit: a sign of percentage, or a few characters naming a measure. */
const UNIT = /^(?:%|％|‰|℃|[\p{Script=Han}A-Za-z㎡]{1,5}(?:\/[\p{Script=Han}A-Za-z]{1,4}){0,2})?$/u;

/** Words that show that a text after a number is a sentence and no unit: `95按实际…`. */
const SENTENCE = /按|由|据|根据|情况|左右|确定|实际|为准|以|及|和|或/;

/**
 * Reads a target value. The original always stays; the reading is what a table can set apart.
 *
 * @example readTarget('≤190万元').reading // quantity ≤ 190 万元
 * @example readTarget('人').reading       // unit 人: the number is missing
 */
export function readTarget(text: string): Target {
  return { text, reading: readingOf(text) };
}

function readingOf(text: string): TargetReading {
  if (text === '') return { type: 'blank' };
  if (BARE_UNIT.test(text)) return { type: 'unit', unit: text };
  const { comparator, rest } = splitComparator(text);
  const date = readDate(rest, comparator ?? '=');
  if (date !== undefined) return date;
  const quantity = readQuantity(rest, comparator);
  if (quantity !== undefined) return quantity;
  if (comparator !== undefined && BARE_UNIT.test(rest)) return { type: 'unit', unit: rest };
  // A number in a text that is mostly number ("%100%", "≥95按实际…") was meant to be read as one.
  return /^[^\p{Script=Han}]*\d/u.test(text) ? { type: 'malformed' } : { type: 'text' };
}

function splitComparator(text: string): { comparator: Comparator | undefined; rest: string } {
  for (const [pattern, comparator] of COMPARATORS) {
    const match = pattern.exec(text);
    if (match !== null) return { comparator, rest: text.slice(match[0].length).trim() };
  }
  return { comparator: undefined, rest: text };
}

function readDate(text: string, comparator: Comparator): TargetReading | undefined {
  const match = /^(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?(?:底|末|前|以前|之前|底前|末前)?$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  const monthNumber = month === undefined ? undefined : Number(month);
  const dayNumber = day === undefined ? undefined : Number(day);
  if (monthNumber !== undefined && (monthNumber < 1 || monthNumber > 12)) return { type: 'malformed' };
  if (dayNumber !== undefined && (monthNumber === undefined || dayNumber < 1 || dayNumber > 31)) {
    return { type: 'malformed' };
  }
  return {
    type: 'date',
    comparator: text.endsWith('前') ? '≤' : comparator,
    year: Number(year),
    month: monthNumber,
    day: dayNumber,
  };
}

function readQuantity(text: string, comparator: Comparator | undefined): TargetReading | undefined {
  const { body, note } = splitNote(text);
  const match = /^(\d[\d,，]*(?:\.\d+)?)\s*(.*)$/s.exec(body);
  if (match === null) return undefined;
  const [, figures = '', tail = ''] = match;
  const number = parseFigures(figures);
  if (number === undefined) return undefined;
  const trailing = comparator === undefined ? TRAILING.find(([pattern]) => pattern.test(tail)) : undefined;
  const unit = trailing === undefined ? tail : tail.replace(trailing[0], '');
  if (!UNIT.test(unit) || SENTENCE.test(unit)) return undefined;
  return { type: 'quantity', comparator: comparator ?? trailing?.[1] ?? '=', number, unit, note };
}

/** Takes off what stands in brackets at the end: `113元（月人均）`. */
function splitNote(text: string): { readonly body: string; readonly note: string } {
  const end = text.slice(-1);
  const start = end === '）' ? text.lastIndexOf('（') : end === ')' ? text.lastIndexOf('(') : -1;
  const note = text.slice(start + 1, -1);
  return start < 0 || note.includes(end)
    ? { body: text, note: '' }
    : { body: text.slice(0, start).trimEnd(), note };
}

/** Longer figures are no number that anything could be compared with. */
const MOST_FIGURES = 40;

/** A number with correct thousands separators or none: `1,500` but not `1,50`. */
function parseFigures(figures: string): Decimal | undefined {
  if (figures.length > MOST_FIGURES) return undefined;
  const plain = figures.replaceAll('，', ',');
  if (plain.includes(',') && !/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return undefined;
  return parseDecimal(plain.replaceAll(',', ''));
}
