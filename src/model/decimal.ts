/**
 * Exact decimal numbers over integers, for money and shares: binary floating point cannot hold 0.1.
 * A decimal is plain data, so that it survives being handed between copies of this module.
 */
export interface Decimal {
  /** The number without its point: 12.30 has 1230n. */
  readonly digits: bigint;
  /** How many of the digits stand behind the point; never negative. 12.30 has 2. */
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/**
 * Reads a plain decimal number: an optional minus, digits, an optional point with digits.
 * No zeros before it, thousands separators, exponents or white space. Gives undefined for anything else.
 *
 * @example parseDecimal('190.00') // { digits: 19000n, scale: 2 }
 */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  return { digits: BigInt(sign + whole + fraction), scale: fraction.length };
}

/** A whole number as a decimal. */
export function decimal(integer: number | bigint): Decimal {
  return { digits: BigInt(integer), scale: 0 };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: digitsAt(a, scale) + digitsAt(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale });
}

/** The number without its sign. */
export function absolute(a: Decimal): Decimal {
  return a.digits < 0n ? subtract(ZERO, a) : a;
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

export function sum(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce(add, ZERO);
}

/** Moves the point: `shift(12.5, 2)` is 1250, `shift(12.5, -2)` is 0.125. Exact. */
export function shift(a: Decimal, places: number): Decimal {
  const scale = a.scale - places;
  return scale >= 0 ? { digits: a.digits, scale } : { digits: a.digits * 10n ** BigInt(-scale), scale: 0 };
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. For `sort`. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = digitsAt(a, scale) - digitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equals(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0;
}

/** Rounds to `scale` places, halves away from zero (四舍五入). */
export function round(a: Decimal, scale: number): Decimal {
  if (a.scale <= scale) return { digits: digitsAt(a, scale), scale };
  return { digits: divideRounding(a.digits, 10n ** BigInt(a.scale - scale)), scale };
}

/** The quotient rounded to `scale` places, halves away from zero; undefined where `b` is zero. */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  const numerator = a.digits * 10n ** BigInt(b.scale + scale);
  return { digits: divideRounding(numerator, b.digits * 10n ** BigInt(a.scale)), scale };
}

/**
 * `part` as a percentage of `whole`, rounded to `scale` places; undefined where `whole` is zero. What is neither
 * nothing nor all never reads as such: it takes as many more places as that needs.
 *
 * @example 1 of 1,000,000 is 0.0001 %, and 999,999 of them are 99.9999 %, whatever `scale` is.
 */
export function percentageOf(part: Decimal, whole: Decimal, scale: number): Decimal | undefined {
  const share = divide(shift(part, 2), whole, scale);
  if (share === undefined) return undefined;
  const readsNothing = share.digits === 0n && part.digits !== 0n;
  const readsAll = equals(share, decimal(100)) && !equals(part, whole);
  return readsNothing || readsAll ? percentageOf(part, whole, scale + 2) : share;
}

/** Takes off zeros at the end that only pad: 649.272500 becomes 649.2725. Keeps at least `places`. */
export function trim(a: Decimal, places = 0): Decimal {
  let { digits, scale } = a;
  while (scale > places && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

/** The number as plain digits with its own places, as a file holds it: `4425.72`. */
export function toText(a: Decimal): string {
  const negative = a.digits < 0n;
  const digits = (negative ? -a.digits : a.digits).toString().padStart(a.scale + 1, '0');
  const point = digits.length - a.scale;
  const fraction = a.scale > 0 ? `.${digits.slice(point)}` : '';
  return `${negative ? '-' : ''}${digits.slice(0, point)}${fraction}`;
}

/** The number for a reader, with a comma every three digits: `4,425.72`. */
export function format(a: Decimal): string {
  return toText(a).replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

/** The nearest binary number; only for drawing, never for sums. */
export function toNumber(a: Decimal): number {
  return Number(toText(a));
}

function digitsAt(a: Decimal, scale: number): bigint {
  // Nearly always so, and powers of big integers are slow.
  if (a.scale === scale) return a.digits;
  return a.digits * 10n ** BigInt(scale - a.scale);
}

function divideRounding(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
}
