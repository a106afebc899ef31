import { add, format, parseDecimal, shift, toText, trim, ZERO, type Decimal } from './decimal.ts';
import { MONEY_UNITS, type MoneyUnit } from './money-unit.ts';
import type { Stated } from './stated.ts';
import { trimCharacters } from './trim-characters.ts';

/** How far the point moves to turn an amount in this unit into 万元. */
const PLACES_TO_WAN: Record<MoneyUnit, number> = { 元: -4, 万元: 0, 亿元: 4 };

/** An amount stated in `unit`, in 万元, the unit in which the site publishes. Exact. */
export function toWan(amount: Decimal, unit: MoneyUnit): Decimal {
  return shift(amount, PLACES_TO_WAN[unit]);
}

/** An amount in 万元, in another unit. Exact. */
export function fromWan(amount: Decimal, unit: MoneyUnit): Decimal {
  return shift(amount, -PLACES_TO_WAN[unit]);
}

/**
 * Reads an amount cell: a decimal number of at most six places, not negative, stated in `unit`.
 * The value is in 万元. Anything else, also a blank, has no value.
 */
export function readAmount(text: string, unit: MoneyUnit): Stated<Decimal> {
  const value = /^\d{1,15}(\.\d{1,6})?$/.test(text) ? parseDecimal(text) : undefined;
  return value === undefined ? { text } : { text, value: toWan(value, unit) };
}

/**
 * Figures as they were likely meant where they were typed with a Chinese input method or copied from a
 * table: half-width, without quotes, thousands separators, a blank before the unit, a full stop at the end. Any other separator or blank
 * within stays, because `1,9` may mean 1.9 or 19. For hints only; nothing is corrected.
 */
export function plainFigures(text: string): string {
  const bare = trimCharacters(certainFigures(text), /[\s,;。]/);
  const [grouped] = /^\d{1,3}(?:[, ]\d{3})+(?![\d,])/.exec(bare) ?? [''];
  const rest = bare.slice(grouped.length).replace(/^([\d.]*) (?=[^\d.])/, '$1');
  return `${grouped.replace(/[, ]/g, '')}${rest}`;
}

/**
 * The amount in `unit` that a text means that is none yet, converted exactly where the text has a unit of its own;
 * undefined where that is not sure or too long for an amount.
 *
 * @example amountMeant('190万元', '元') // 1900000
 */
export function amountMeant(text: string, unit: MoneyUnit): string | undefined {
  const [, figures = '', own = unit] = /^(\d+(?:\.\d+)?)(元|[万亿]元?)?$/.exec(plainFigures(text)) ?? [];
  const given = MONEY_UNITS.find((one) => one === own || one === `${own}元`);
  const value = parseDecimal(figures);
  if (given === undefined || value === undefined) return undefined;
  const amount = given === unit ? figures : toText(trim(fromWan(toWan(value, given), unit)));
  return readAmount(amount, unit).value === undefined || amount === text ? undefined : amount;
}

/**
 * Figures in half-width, without quotes and blanks around them: what their text says beyond doubt. A
 * separator or blank within is left, because `1,5` may mean 1.5 or 15.
 */
export function certainFigures(text: string): string {
  return trimCharacters(halfWidth(text), /[\s“”‘’"']/);
}

/** Characters that are not seen, which come along with what is copied from web pages. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;

/** In half-width; the full stop of Chinese between figures is their point, because one key types both. */
function halfWidth(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('﹪', '%')
    .replace(/(\d)。(?=\d)/g, '$1.');
}

const TYPOS: readonly (readonly [RegExp, string])[] = [
  [/^[0０][0-9０-９]/, '开头的“0”'],
  [/[０-９Ａ-Ｚａ-ｚ]/, '全角的数字或字母'],
  [/[．。](?=[0-9０-９])/, '全角小数点'],
  [/。$/, '句号'],
  [/[％﹪]/, '全角百分号'],
  [/[，,]/, '逗号'],
  [/[“”‘’]/, '中文引号'],
  [/\u3000/, '全角空格'],
  [/\S[^\S\u3000\t]+\S/, '空格'],
  [/\t/, '制表符（Tab）'],
  [/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/, '看不见的字符'],
];

/** The typos in figures, as the end of a sentence: `，用了全角的数字或字母`; '' where there is none. */
export function nameFigureTypos(text: string): string {
  const names = TYPOS.filter(([sign]) => sign.test(text)).map(([, name]) => name);
  return names.length === 0 ? '' : `，用了${names.join('、')}`;
}

/** An amount in 万元 for a reader: thousands separated, at least two places, no padding beyond: `649.2725`. */
export function formatWan(amount: Decimal): string {
  return format(atLeastTwoPlaces(amount));
}

/** An amount in 万元 as a reader sees it in another unit, exactly: 5.10 is `51,000` in 元. */
export function formatAmount(wan: Decimal, unit: MoneyUnit): string {
  return format(shownIn(wan, unit));
}

/** The number that a reader sees of an amount in 万元, in another unit. */
export function shownIn(wan: Decimal, unit: MoneyUnit): Decimal {
  return unit === '万元' ? atLeastTwoPlaces(wan) : trim(fromWan(wan, unit));
}

/**
 * An amount in 万元 in the unit in which a document states its amounts, with that unit, so that it matches what is
 * quoted from the source beside it.
 *
 * @example formatIn(amount, '元') // 1,900,000元
 */
export function formatIn(amount: Decimal, unit: MoneyUnit): string {
  const own = shift(amount, -PLACES_TO_WAN[unit]);
  return `${unit === '元' ? format(trim(own)) : formatWan(own)}${unit}`;
}

/** The same amount in 元, without places where it is whole: `1,900,000`. */
export function formatYuan(amount: Decimal): string {
  return formatAmount(amount, '元');
}

/** Without padding beyond two places: 1392 is `1392.00`, 649.272500 is `649.2725`. */
export function atLeastTwoPlaces(amount: Decimal): Decimal {
  return trim(add(amount, { ...ZERO, scale: 2 }), 2);
}
