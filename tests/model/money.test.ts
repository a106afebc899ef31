import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equals, parseDecimal, shift, toText, ZERO } from '../../src/model/decimal.ts';
import { formatWan, formatYuan, readAmount } from '../../src/model/money.ts';

describe('an amount', () => {
  it('is turned into 万元 exactly', () => {
    expect(toText(readAmount('190.00', '万元').value ?? ZERO)).toBe('190.00');
    expect(toText(readAmount('30000', '元').value ?? ZERO)).toBe('3.0000');
    expect(toText(readAmount('0.5', '亿元').value ?? ZERO)).toBe('5000');
  });
  it('is the same money in every unit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), (yuan) => {
        const inYuan = readAmount(String(yuan), '元').value ?? ZERO;
        const wan = toText(shift({ digits: yuan, scale: 0 }, -4));
        expect(equals(readAmount(wan, '万元').value ?? ZERO, inYuan)).toBe(true);
      }),
    );
  });
  it.each(['', '-1', '1.1234567', '1,000', '190万元', '待定', '１９０'])('has no value in %j', (text) => {
    expect(readAmount(text, '万元')).toEqual({ text });
  });
  it('is shown with at least two places and without padding', () => {
    const shown = (text: string) => formatWan(parseDecimal(text) ?? ZERO);
    expect(shown('4425.72')).toBe('4,425.72');
    expect(shown('649.272500')).toBe('649.2725');
    expect(shown('35')).toBe('35.00');
    expect(formatYuan(parseDecimal('190.00') ?? ZERO)).toBe('1,900,000');
  });
});
