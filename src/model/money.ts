import { add, format, parseDecimal, shift, trim, ZERO, type Decimal } from './decimal.ts';
import type { MoneyUnit } from './terms.ts';
import type { Stated } from './stated.ts';

/** How far the point moves to turn an amount in this unit into 万元. */
const PLACES_TO_WAN: Record<MoneyUnit, number> = { 元: -4, 万元: 0, 亿元: 4 };

/** An amount stated in `unit`, in 万元, the unit in which the site publishes. Exact. */
export function toWan(amount: Decimal, unit: MoneyUnit): Decimal {
  return shift(amount, PLACES_TO_WAN[unit]);
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
 * table: half-width, without quotes, blanks, thousands separators. For hints only; nothing is corrected.
 */
export function plainFigures(text: string): string {
  return text.normalize('NFKC').replace(/[\s,，“”‘’"']/gu, '');
}

/** An amount in 万元 for a reader: thousands separated, at least two places, no padding beyond: `649.2725`. */
export function formatWan(amount: Decimal): string {
  return format(trim(padded(amount), 2));
}

/** The same amount in 元, without places where it is whole: `1,900,000`. */
export function formatYuan(amount: Decimal): string {
  return format(trim(shift(amount, 4)));
}

function padded(amount: Decimal): Decimal {
  return add(amount, { ...ZERO, scale: 2 });
}
