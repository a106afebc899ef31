import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  decimal,
  divide,
  equals,
  format,
  multiply,
  parseDecimal,
  percentageOf,
  round,
  shift,
  subtract,
  sum,
  toText,
  trim,
  type Decimal,
} from '../../src/model/decimal.ts';

const decimals = fc.record({ digits: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), scale: fc.nat(6) });
const read = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`not a decimal: ${text}`);
  return value;
};

describe('a decimal', () => {
  it('reads back as written', () => {
    fc.assert(
      fc.property(decimals, (a) => {
        expect(read(toText(a))).toEqual(a);
      }),
    );
  });

  it('keeps the places of the source', () => {
    expect(toText(read('190.00'))).toBe('190.00');
    expect(toText(read('0.45'))).toBe('0.45');
    expect(toText(read('-0.5'))).toBe('-0.5');
  });

  it.each(['', ' 1', '1 ', '1.', '.5', '1,000', '1e3', '0x10', '１', '--1', 'NaN', '1.2.3', '٣'])(
    'is not read from %j',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  it('adds exactly where binary numbers do not', () => {
    expect(toText(add(read('0.1'), read('0.2')))).toBe('0.3');
    expect(toText(sum([]))).toBe('0');
  });

  it('adds in any order to the same sum, and subtracts back', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        expect(equals(add(add(a, b), c), add(a, add(b, c)))).toBe(true);
        expect(equals(subtract(add(a, b), b), a)).toBe(true);
      }),
    );
  });

  it('multiplies over a sum part by part', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        expect(equals(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
      }),
    );
  });

  it('orders as its difference says', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const { digits } = subtract(a, b);
        expect(Math.sign(compare(a, b))).toBe(digits < 0n ? -1 : digits > 0n ? 1 : 0);
      }),
    );
  });

  it('moves its point there and back', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: -8, max: 8 }), (a, places) => {
        expect(equals(shift(shift(a, places), -places), a)).toBe(true);
      }),
    );
    expect(toText(shift(read('12.5'), 2))).toBe('1250');
    expect(toText(shift(read('12.5'), -2))).toBe('0.125');
  });

  it('rounds halves away from zero, as 四舍五入 does', () => {
    expect(toText(round(read('2.345'), 2))).toBe('2.35');
    expect(toText(round(read('-2.345'), 2))).toBe('-2.35');
    expect(toText(round(read('2.3449'), 2))).toBe('2.34');
    expect(toText(round(read('2'), 2))).toBe('2.00');
  });

  it('rounds to within half a unit of the last place', () => {
    fc.assert(
      fc.property(decimals, fc.nat(4), (a, scale) => {
        const off = subtract(round(a, scale), a);
        const distance = off.digits < 0n ? { ...off, digits: -off.digits } : off;
        expect(compare(multiply(distance, decimal(2)), { digits: 1n, scale })).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('divides to the nearest, and not at all by zero', () => {
    expect(divide(decimal(1), decimal(0), 2)).toBeUndefined();
    expect(toText(divide(decimal(2), decimal(3), 2) ?? decimal(0))).toBe('0.67');
    expect(toText(divide(decimal(-2), decimal(3), 2) ?? decimal(0))).toBe('-0.67');
    expect(toText(percentageOf(read('649.2725'), read('4425.72'), 2) ?? decimal(0))).toBe('14.67');
  });

  it('is shown with its thousands separated', () => {
    expect(format(read('4425.72'))).toBe('4,425.72');
    expect(format(read('1234567.1234567'))).toBe('1,234,567.1234567');
    expect(format(read('-1000'))).toBe('-1,000');
    expect(format(read('999'))).toBe('999');
  });

  it('loses only zeros that pad', () => {
    expect(toText(trim(read('649.272500')))).toBe('649.2725');
    expect(toText(trim(read('100.00')))).toBe('100');
    expect(toText(trim(read('100.00'), 1))).toBe('100.0');
    fc.assert(
      fc.property(decimals, (a) => {
        expect(equals(trim(a), a)).toBe(true);
      }),
    );
  });
});
