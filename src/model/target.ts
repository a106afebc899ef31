import { readStatedDate, type CalendarDate } from './target-date.ts';
import {
  FIGURES,
  readFigures,
  readQuantity,
  SENTENCE,
  splitComparator,
  type Comparator,
  type Quantity,
  type QuantityRange,
} from './target-quantity.ts';
import { beginsWithUnit, foldTarget, isBareUnit, unitName } from './target-text.ts';
import { trimCharacters } from './trim-characters.ts';

/** A target value (指标值): always the original, and what could be read of it. */
export interface Target {
  readonly text: string;
  readonly reading: TargetReading;
}

export type TargetReading =
  | { readonly type: 'blank' }
  | Quantity
  | QuantityRange
  /** `2022年12月底前`, `2022-12-31`, `12月31日前`; with `until` from one date to another. */
  | ({
      readonly type: 'date';
      readonly comparator: Comparator;
      readonly until: CalendarDate | undefined;
    } & CalendarDate)
  /** `12:30`, `17:00前`; with `until` from one time to another. */
  | ({
      readonly type: 'time';
      readonly comparator: Comparator;
      readonly until: ClockTime | undefined;
    } & ClockTime)
  /** A unit without its number: `人`, `件`, `%`. */
  | { readonly type: 'unit'; readonly unit: string }
  /** Holds a number that cannot be read as it stands: `%100%`, `≥95按…`; with what was likely meant, where that shows. */
  | { readonly type: 'malformed'; readonly likely: string | undefined }
  /** Words: `及时保障`. */
  | { readonly type: 'text' };

/** A time of the day. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

/**
 * Reads a target value. The original always stays; the reading is what a table can set apart.
 *
 * @example readTarget('≤190万元').reading // quantity ≤ 190 万元
 * @example readTarget('人').reading       // unit 人: the number is missing
 */
export function readTarget(text: string): Target {
  const folded = foldTarget(text);
  const reading = readingOf(trimCharacters(folded, /[\s。;,、]/));
  if (!('note' in reading) || reading.note === '') return { text, reading };
  const note = text.slice(folded.lastIndexOf('(') + 1, folded.lastIndexOf(')'));
  return { text, reading: { ...reading, note } };
}

/** The same for targets that say the same in other signs: `９５％` and `95%`. */
export function targetKey({ text }: Target): string {
  return foldTarget(text).replace(/\s/g, '');
}

function readingOf(text: string): TargetReading {
  if (text === '') return { type: 'blank' };
  // A title mark is what input methods make of a sign of comparison: 》90%.
  const meant = withoutLetters(text.replace(/^[》〉]=?/, '≥').replace(/^[《〈]=?/, '≤'));
  const reading = wholeReading(meant);
  if (reading !== undefined) {
    return meant === text || reading.type === 'unit' ? reading : { type: 'malformed', likely: meant };
  }
  return isBroken(meant) ? { type: 'malformed', likely: likelyOf(meant) } : { type: 'text' };
}

/** Letters typed for figures, where a sign of percentage shows that figures were meant: `9O%`, `l00%`. */
const withoutLetters = (text: string) =>
  /^[≥≤<>=]?(?=\D*\d)[\dOoIl.]{1,9}%$/.test(text) ? text.replace(/O/gi, '0').replace(/[Il]/g, '1') : text;

/** What a text says as a whole. */
function wholeReading(text: string): TargetReading | undefined {
  const { comparator, rest } = splitComparator(text);
  if (isBareUnit(rest)) return { type: 'unit', unit: unitName(rest) };
  const date = readStatedDate(rest);
  if (date !== undefined) {
    const { isLimit, ...own } = date;
    return { type: 'date', comparator: isLimit ? '≤' : (comparator ?? '='), ...own };
  }
  return readTime(rest, comparator) ?? readQuantity(text);
}

function readTime(text: string, comparator: Comparator = '='): TargetReading | undefined {
  const [, first = '', second, limit] =
    /^([\d:时点分整半]{2,6})(?:[-~至到]([\d:时点分整半]{2,6}))?(之?前|以前)?$/.exec(
      text.replace(/\s/g, ''),
    ) ?? [];
  const [time, until] = [clockTime(first), second === undefined ? undefined : clockTime(second)];
  if (time === undefined || (second !== undefined && until === undefined)) return undefined;
  return { type: 'time', comparator: limit === undefined ? comparator : '≤', until, ...time };
}

/** `1:20` is a ratio, `12时30分` and `9点` are none. */
function clockTime(text: string): ClockTime | undefined {
  const [, hour, minute, half] =
    /^([6-9]|[01]\d|2[0-4]):([0-5]\d)$/.exec(text) ??
    /^([01]?\d|2[0-4])[时点](?:([0-5]?\d)分|整|(半))?$/.exec(text) ??
    [];
  return hour === undefined
    ? undefined
    : { hour: Number(hour), minute: half === undefined ? Number(minute ?? 0) : 30 };
}

/** Words that make a sentence of a number even behind its unit: `95%按实际补助金额确定`. */
const BEHIND_UNIT = /^[^\d,;、]{0,6}?(?:按照?实际|据实|以实际|根据|视情况)/;

/** Whether a text that says no number, date or range as a whole has a number that was meant to be read as one. */
function isBroken(text: string): boolean {
  // Nothing but figures and signs: %100%, 1,50, ≥80%-90%, or a sign of comparison with nothing to compare.
  if (/^[\d\s.,%‰+≥≤<>=≈±~-]*$/.test(text)) return /[\d≥≤<>=]/.test(text);
  const { comparator, rest } = splitComparator(text);
  const [, figures, tail = ''] = FIGURES.exec(rest) ?? [];
  if (figures === undefined) return false;
  const isSigned = comparator !== undefined;
  if (readFigures(figures) === undefined) return isSigned || beginsWithUnit(tail);
  // ≥90%以下: a number that the sign before it contradicts.
  if (BEHIND_UNIT.test(tail) || (isSigned && readQuantity(rest) !== undefined)) return true;
  const isWords = /^\p{Script=Han}/u.test(tail) && !beginsWithUnit(tail);
  return isWords && (isSigned || SENTENCE.exec(tail)?.index === 0);
}

/** What was likely meant by signs too many: `%100%`, `95%%`, `≥≥95%`. Other typos are not guessed. */
function likelyOf(text: string): string | undefined {
  const candidate = text
    .replace(/^([≥≤<>=])\1+/, '$1')
    .replace(/^([≥≤<>=]?)%(\d+(?:\.\d+)?)%?$/, '$1$2%')
    .replace(/^(.*\d)%{2,9}$/, '$1%');
  return wholeReading(candidate)?.type === 'quantity' ? candidate : undefined;
}
