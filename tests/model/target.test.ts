import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/model/decimal.ts';
import { readTarget } from '../../src/model/target.ts';

/** A reading in one line: `≥ 113 元 （note）`. */
function words(text: string): string {
  const { reading } = readTarget(text);
  switch (reading.type) {
    case 'quantity': {
      const note = reading.note === '' ? '' : ` （${reading.note}）`;
      return `${reading.comparator} ${toText(reading.number)} ${reading.unit}${note}`;
    }
    case 'date':
      return `${reading.comparator} ${reading.year}-${reading.month ?? '?'}-${reading.day ?? '?'}`;
    case 'unit':
      return `unit ${reading.unit}`;
    default:
      return reading.type;
  }
}

describe('a target value', () => {
  it.each([
    // As the 2022 document has them.
    ['≤190万元', '≤ 190 万元'],
    ['100%', '= 100 %'],
    [
      '≥113元（促进居民收入稳步提高月人均基础养老金不低于全省平均水平）',
      '≥ 113 元 （促进居民收入稳步提高月人均基础养老金不低于全省平均水平）',
    ],
    ['≤44.9万元', '≤ 44.9 万元'],
    ['3333个村街', '= 3333 个村街'],
    ['10人数', '= 10 人数'],
    ['11', '= 11 '],
    ['0件', '= 0 件'],
    ['<50次', '< 50 次'],
    ['>10百分比', '> 10 百分比'],
    ['1年', '= 1 年'],
    ['2022年12月', '= 2022-12-?'],
    ['人', 'unit 人'],
    ['%', 'unit %'],
    ['支', 'unit 支'],
    ['%100%', 'malformed'],
    ['≥95按实际补助金额确定', 'malformed'],
    ['≥95基层人员工作积极性提升情况', 'malformed'],
    ['按实际接种人数确定', 'text'],
    ['及时保障', 'text'],
    ['', 'blank'],
    // As other documents have them.
    ['≥1,500元/人/年', '≥ 1500 元/人/年'],
    ['95%以上', '≥ 95 %'],
    ['不低于90%', '≥ 90 %'],
    ['不超过3天', '≤ 3 天'],
    ['10个工作日以内', '≤ 10 个工作日'],
    ['2022年12月底前', '≤ 2022-12-?'],
    ['2022年12月31日', '= 2022-12-31'],
    ['2022年13月', 'malformed'],
    ['＞80%', '> 80 %'],
    ['≥人', 'unit 人'],
    ['1,50元', 'malformed'],
    ['第1名', 'text'],
  ])('%j is read as %j', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('always keeps its text and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readTarget(text).text).toBe(text);
      }),
    );
  });

  it('reads every comparator, number and unit put together', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('≥', '≤', '>', '<'),
        fc.nat(10 ** 6),
        fc.constantFrom('%', '元', '万元', '人', '次', '个', '户'),
        (comparator, number, unit) => {
          expect(words(`${comparator}${number}${unit}`)).toBe(`${comparator} ${number} ${unit}`);
        },
      ),
    );
  });
});
