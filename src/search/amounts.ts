import { format, parseDecimal, shift, toText, trim, type Decimal } from '../model/decimal.ts';
import { amountWords } from '../model/words.ts';

/** An amount that a query may mean. */
export interface AskedAmount {
  /** For the reader who asked: `1,392.00万元`, `3,000元（0.30万元）`. */
  readonly words: string;
  /** As pages write it: `0.30万元`. */
  readonly shown: string;
  /** As texts may write it: `3000元`, `3,000元`, `0.3万元`. */
  readonly typed: readonly string[];
  /** The key under which the index keeps documents with exactly this amount. */
  readonly key: string;
}

/** By what power of ten an amount in this unit is an amount in 元. */
const PLACES: Readonly<Record<string, number>> = {
  元: 0,
  千: 3,
  千元: 3,
  千块: 3,
  千块钱: 3,
  块: 0,
  块钱: 0,
  万: 4,
  万元: 4,
  万块: 4,
  万块钱: 4,
  亿: 8,
  亿元: 8,
};

const AMOUNT = /^(\d{1,15}|\d{1,3}(?:,\d{3})+)(\.\d+)?([元块千万亿]\p{Script=Han}{0,2})?$/u;

/**
 * The key of an amount in 万元: two amounts have the same key where they are equal, however they are written. It is
 * longer than a pair of characters, so that no text has it.
 */
export const amountKey = (wan: Decimal): string => `=元${toText(trim(shift(wan, 4)))}`;

/**
 * The amounts that a whole query may mean: one with its unit means one, a number alone means so many 万元, the
 * unit of the site, or so many 元. None where it is no amount; zero is none that one asks for.
 *
 * @example askedAmounts('1392万元') // [{ words: '1,392.00万元', shown: '1,392.00万元', key: '=元13920000' }]
 */
export function askedAmounts(query: string): readonly AskedAmount[] {
  const text = inFigures(
    query
      .normalize('NFKC')
      .replace(/\s+/g, '')
      .replace(/^[¥￥]/, ''),
  );
  const [, whole = '', fraction = '', unit] = AMOUNT.exec(text) ?? [];
  const value = parseDecimal(`${whole.replaceAll(',', '')}${fraction}`);
  if (value === undefined || value.digits === 0n) return [];
  const places = unit === undefined ? undefined : PLACES[unit];
  if (unit !== undefined && places === undefined) return [];
  return (places === undefined ? [4, 0] : [places]).map((one) => {
    const wan = shift(value, one - 4);
    const shown = amountWords(wan);
    const words = one === 0 ? `${format(trim(value))}元（${shown}）` : shown;
    const yuan = trim(shift(wan, 4));
    const typed = [`${toText(yuan)}元`, `${format(yuan)}元`, `${toText(trim(wan))}万元`];
    return { words, shown, typed: [...new Set(typed)], key: amountKey(wan) };
  });
}

/** Whether a text has an amount as it is typed, and not as the end of a longer number: `3100元` is not in `13100元`. */
export function hasAmount(text: string, typed: string): boolean {
  for (let at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
    if (!/[\d.,]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}

const DIGITS = '零一二三四五六七八九';
const IN_WORDS = /^([零〇一二两三四五六七八九十百千万亿]{2,20})(元|块|块钱)?$/u;
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * An amount in Chinese words written in figures; any other text as it is.
 *
 * @example inFigures('一百九十万元') // '1900000元'
 */
function inFigures(text: string): string {
  const [, words = '', unit] = IN_WORDS.exec(text) ?? [];
  // Below the last 万 or 亿; the digit that waits for its place; the place before it, of which `一万二` has a tenth.
  let [whole, section, digit, place] = [0, 0, 0, 1];
  let isAfterDigit = false;
  for (const word of words.replaceAll('〇', '零').replaceAll('两', '二')) {
    const value = DIGITS.indexOf(word);
    if (value >= 0) {
      // `二零二二` is a year and `九五` no amount.
      if (isAfterDigit && digit > 0) return text;
      [digit, isAfterDigit] = [value, true];
      if (value === 0) place = 10;
      continue;
    }
    const tens = TENS[word];
    if (tens !== undefined) {
      section += (isAfterDigit ? digit : 1) * tens;
      place = tens;
    } else {
      place = word === '万' ? 1e4 : 1e8;
      whole = (section + digit) * place + (word === '亿' ? whole * place : whole);
      section = 0;
    }
    [digit, isAfterDigit] = [0, false];
  }
  const yuan = whole + section + digit * Math.max(1, place / 10);
  return yuan === 0 ? text : `${String(yuan)}${unit ?? (whole > 0 ? '元' : '')}`;
}
