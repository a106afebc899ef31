import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertFigure, convertWords } from '../../src/components/display/convert-amount.ts';

describe('an amount in another unit', () => {
  it.each([
    ['4,425.72', '元', '44,257,200'],
    ['4,425.72', '亿元', '0.442572'],
    ['5.10', '元', '51,000'],
    ['5.10', '亿元', '0.00051'],
    ['649.2725', '元', '6,492,725'],
    ['0.00', '元', '0'],
    ['1,392.00', '万元', '1,392.00'],
  ] as const)('%s万元 in %s is %s', (figure, unit, expected) => {
    expect(convertFigure(figure, unit)).toBe(expected);
  });

  it('is exact: ten thousand times the figure, whatever it is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (fen) => {
        const [whole, places] = [fen / 1_000_000n, fen % 1_000_000n];
        const yuan = convertFigure(`${String(whole)}.${String(places).padStart(6, '0')}`, '元');
        const [ones = '', hundredths = ''] = yuan.replaceAll(',', '').split('.');
        expect(BigInt(`${ones}${hundredths.padEnd(2, '0')}`)).toBe(fen);
      }),
    );
  });
});

describe('a sentence with amounts', () => {
  it('says all of them in the other unit', () => {
    expect(convertWords('列明至少649.2725万元（14.67%）；另有11个项目共2,368.63万元未列明', '元')).toBe(
      '列明至少6,492,725元（14.67%）；另有11个项目共23,686,300元未列明',
    );
  });

  it('says both ends of a range', () => {
    expect(convertWords('预算数在10–30万元的项目最多', '元')).toBe('预算数在100,000–300,000元的项目最多');
  });

  it('leaves names in quotation marks as they are', () => {
    expect(convertWords('最大的是“代缴190万元项目”，1,392.00万元', '亿元')).toBe(
      '最大的是“代缴190万元项目”，0.1392亿元',
    );
  });

  it('names the unit of a column anew', () => {
    expect(convertWords('预算数（万元）', '亿元')).toBe('预算数（亿元）');
    expect(convertWords('万元', '元')).toBe('元');
  });
});
