import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal, toText } from '../../src/model/decimal.ts';
import { formatWan, formatYuan } from '../../src/model/money.ts';
import { amountKey, askedAmounts } from '../../src/search/amounts.ts';

const keysOf = (query: string) => askedAmounts(query).map(({ key }) => key);

describe('a question for an amount', () => {
  it('means the same however the amount is written', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: 0, max: 6 }),
        (digits, scale) => {
          const wan = { digits, scale };
          const key = amountKey(wan);
          for (const text of [toText(wan), formatWan(wan)]) {
            expect(keysOf(`${text}万元`)).toEqual([key]);
            expect(keysOf(`${text} 万`)).toEqual([key]);
            expect(keysOf(text)).toContain(key);
          }
          expect(keysOf(`${formatYuan(wan)}元`)).toEqual([key]);
          expect(keysOf(formatYuan(wan))).toContain(key);
        },
      ),
    );
  });

  it.each([
    ['十九万', '19万元'],
    ['一百九十万元', '190万元'],
    ['一千三百九十二万', '1392万元'],
    ['三千一百块钱', '3100元'],
    ['三千一百零五元', '3105元'],
    ['一万二', '1.2万元'],
    ['两亿三千万', '2.3亿元'],
    ['3千块', '3000元'],
  ])('may be in words: %s is %s', (words, figures) => {
    expect(keysOf(words)).toEqual(keysOf(figures));
  });

  it.each(['二〇二二', '二零二二年', '九五', '十里', '万元'])('is not “%s”', (text) => {
    expect(keysOf(text)).toEqual([]);
  });

  it('is told from another amount', () => {
    expect(keysOf('1392万元')).not.toEqual(keysOf('1392元'));
    expect(keysOf('0.139200亿元')).toEqual(keysOf('1392万元'));
    expect(keysOf('1392.01万元')).not.toEqual(keysOf('1392万元'));
  });

  it.each([
    '',
    '0',
    '养老',
    '95%',
    '113元/人',
    '1,39万元',
    '1.2.3',
    '13060522P004',
    '3万人',
    '-5万元',
    '2022年',
  ])('is not “%s”', (query) => {
    expect(askedAmounts(query)).toEqual([]);
  });

  it('is repeated as the site writes amounts', () => {
    expect(askedAmounts('1392').map(({ words }) => words)).toEqual(['1,392.00万元', '1,392元（0.1392万元）']);
  });

  it('has a key that no pair of characters of a text is', () => {
    expect(amountKey(parseDecimal('0.0001') ?? { digits: 0n, scale: 0 }).length).toBeGreaterThan(2);
  });
});
