import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/model/decimal.ts';
import { isInCalendar, type CalendarDate } from '../../src/model/target-date.ts';
import { readTarget, targetKey, type ClockTime } from '../../src/model/target.ts';

/** A date as far as it is stated: `2022-12-?`. */
const day = ({ year, month, day: own }: CalendarDate) =>
  [year, month, own].map((part) => part ?? '?').join('-');
const clock = ({ hour, minute }: ClockTime) => `${String(hour)}h${String(minute)}`;
const bracketed = (note: string) => (note === '' ? '' : ` （${note}）`);

/** A reading in one line: `≥ 113 元 （note）`. */
function words(text: string): string {
  const { reading } = readTarget(text);
  switch (reading.type) {
    case 'quantity':
      return `${reading.comparator} ${toText(reading.number)} ${reading.unit}${bracketed(reading.note)}`;
    case 'range':
      return `${toText(reading.low)} to ${toText(reading.high)} ${reading.unit}${bracketed(reading.note)}`;
    case 'date':
      return `${reading.comparator} ${day(reading)}${reading.until ? ` to ${day(reading.until)}` : ''}`;
    case 'time':
      return `${reading.comparator} ${clock(reading)}${reading.until ? ` to ${clock(reading.until)}` : ''}`;
    case 'unit':
      return `unit ${reading.unit}`;
    case 'malformed':
      return reading.likely === undefined ? 'malformed' : `malformed, likely ${reading.likely}`;
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
    ['%100%', 'malformed, likely 100%'],
    ['≥', 'malformed'],
    ['》', 'malformed'],
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
    ['＞80%', '> 80 %'],
    ['≥人', 'unit 人'],
    ['1,50元', 'malformed'],
    ['第1名', 'text'],
    ['≥95%以上', '≥ 95 %'],
    ['95%（含）以上', '≥ 95 %'],
    ['100%以内', '≤ 100 %'],
    ['控制在100万元以内', '≤ 100 万元'],
    ['24小时内', '≤ 24 小时'],
    ['3个工作日内', '≤ 3 个工作日'],
    ['十五个工作日内', '≤ 15 个工作日'],
    ['一次', '= 1 次'],
    ['不得低于2%', '≥ 2 %'],
    ['不得超过2%', '≤ 2 %'],
    ['最少3次', '≥ 3 次'],
    ['最多5次', '≤ 5 次'],
    ['达95%', '≥ 95 %'],
    ['达标', 'text'],
    ['15+', '≥ 15 '],
    ['98%（不含）以上', '> 98 %'],
    ['100余人', '> 100 人'],
    ['12万多人次', '> 12 万人次'],
    ['≥100余人', '≥ 100 人'],
    ['30天内完成', '≤ 30 天'],
    ['1.74 万 元', '= 1.74 万元'],
    ['1000元整', '= 1000 元'],
    ['1500元/人.年', '= 1500 元/人.年'],
    ['万元/年', 'unit 万元/年'],
    ['人/天', 'unit 人/天'],
    ['65岁及以上老人', 'text'],
    ['5G基站和机房', 'text'],
    ['2022年春季学期', 'text'],
    ['一类', 'text'],
    ['第一次', 'text'],
    ['≥1200元/人·月', '≥ 1200 元/人·月'],
    ['≥3天/次', '≥ 3 天/次'],
    ['-5%', '= -5 %'],
    ['5 000米', '= 5000 米'],
    ['￥1,200', '= 1200 元'],
    ['95%。', '= 95 %'],
    ['1:20', 'text'],
    ['≥2/3', 'text'],
    ['7×24小时', 'text'],
    ['100%按时完成', 'text'],
    ['3次，每次2天', 'text'],
    ['≥3个村街完成改造任务', 'text'],
    ['12345热线接通率高', 'text'],
    ['PM2.5浓度下降', 'text'],
    ['《办法》1部', 'text'],
  ])('%j is read as %j', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    ['=100.00(%)', '= 100.00 %'],
    ['１００％', '= 100 %'],
    ['＝100%', '= 100 %'],
    ['≥９５％', '≥ 95 %'],
    ['≧ 90 ﹪', '≥ 90 %'],
    ['\uf0b390%', '≥ 90 %'],
    ['\uf0a390%', '≤ 90 %'],
    ['=>95%', '≥ 95 %'],
    ['5000m2', '= 5000 平方米'],
    ['5000m²', '= 5000 平方米'],
    ['5000㎡/年', '= 5000 平方米/年'],
    ['1,200元（含Ａ、Ｂ）', '= 1200 元 （含Ａ、Ｂ）'],
  ])('%j has other signs, and is read as %j', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    ['3-5个', '3 to 5 个'],
    ['3～5个', '3 to 5 个'],
    ['1-2次/年', '1 to 2 次/年'],
    ['3至5个工作日内', '3 to 5 个工作日'],
    ['80%-90%', '80 to 90 %'],
    ['90%–95%', '90 to 95 %'],
    ['90%至95%', '90 to 95 %'],
    ['1000元-2000元/月', '1000 to 2000 元/月'],
    ['≥80%且≤90%', '80 to 90 %'],
    ['≤90%，≥80%', '80 to 90 %'],
    ['不低于80%且不高于90%', '80 to 90 %'],
    ['80%≤x<90%', '80 to 90 %'],
    ['±5%', '-5 to 5 %'],
    ['-5~5℃', '-5 to 5 ℃'],
    ['20±2℃', '18 to 22 ℃'],
    ['不得低于80%且不得高于90%', '80 to 90 %'],
  ])('%j is a range: %j', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each(['95%左右', '约95%', '大约95%', '95%上下'])('%j is about a number', (text) => {
    expect(words(text)).toBe('≈ 95 %');
  });

  it.each([
    ['2022-12-31', '= 2022-12-31'],
    ['2022/12/31', '= 2022-12-31'],
    ['2022.12.31', '= 2022-12-31'],
    ['２０２２年１２月３１日', '= 2022-12-31'],
    ['2022年 12月 31日前完成', '≤ 2022-12-31'],
    ['2022年底前', '≤ 2022-?-?'],
    ['2022年度', '= 2022-?-?'],
    ['12月', '= ?-12-?'],
    ['十二月底前', '≤ ?-12-?'],
    ['2022年十二月', '= 2022-12-?'],
    ['二〇二二年十二月三十一日', '= 2022-12-31'],
    ['十月至十二月', '= ?-10-? to ?-12-?'],
    ['20221231', '= 2022-12-31'],
    ['2022-12-31 00:00:00', '= 2022-12-31'],
    ['2022年12月底完成', '= 2022-12-?'],
    ['2022年完成', '= 2022-?-?'],
    ['8点半', '= 8h30'],
    ['三日', '= 3 日'],
    ['三年', '= 3 年'],
    ['20221331', '= 20221331 '],
    ['12月底前', '≤ ?-12-?'],
    ['12月31日前', '≤ ?-12-31'],
    ['于每年12月底前', '≤ ?-12-?'],
    ['每月10日前', '≤ ?-?-10'],
    ['2022年1-12月', '= 2022-1-? to 2022-12-?'],
    ['1月1日至12月31日', '= ?-1-1 to ?-12-31'],
    ['2022.01-2022.12', '= 2022-1-? to 2022-12-?'],
    ['2022-2024年', '= 2022-?-? to 2024-?-?'],
    ['2022.1.1-12.31', '= 2022-1-1 to 2022-12-31'],
    ['2022.1-12', '= 2022-1-? to 2022-12-?'],
    ['12月1-5日', '= ?-12-1 to ?-12-5'],
    ['2022年年底前', '≤ 2022-?-?'],
    ['2022年第四季度', '= 2022-10-? to 2022-12-?'],
    ['第四季度末', '= ?-12-?'],
    ['12:30', '= 12h30'],
    ['17：00前', '≤ 17h0'],
    ['8:30-17:30', '= 8h30 to 17h30'],
    ['10日', '= 10 日'],
    ['18月', '= 18 月'],
  ])('%j is a date or time: %j', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    ['》90%', 'malformed, likely ≥90%'],
    ['《９０％', 'malformed, likely ≤90%'],
    ['》 亩', 'unit 亩'],
    ['≥%95', 'malformed, likely ≥95%'],
    ['95%%', 'malformed, likely 95%'],
    ['9O%', 'malformed, likely 90%'],
    ['≥l00%', 'malformed, likely ≥100%'],
    ['≥≥95%', 'malformed, likely ≥95%'],
    ['≥90%以下', 'malformed'],
    ['≥80%-90%', 'malformed'],
    ['95按实际补助金额确定', 'malformed'],
    ['≥95%按实际补助金额确定', 'malformed'],
    ['0190元', 'malformed'],
  ])('%j is a slip: %j', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('is likely something that is then read', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('》《≥≤%95.,-个 ')) }), (text) => {
        const { reading } = readTarget(text);
        if (reading.type !== 'malformed' || reading.likely === undefined) return;
        expect(['quantity', 'range', 'date', 'time']).toContain(readTarget(reading.likely).reading.type);
      }),
    );
  });

  it('is the same in other signs', () => {
    expect(targetKey(readTarget('≧９５ ％'))).toBe(targetKey(readTarget('≥95%')));
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

describe('the calendar', () => {
  it.each(['2022-02-28', '2024-02-29', '2月29日', '2022年', '每月31日前'])('has %j', (text) => {
    const { reading } = readTarget(text);
    expect(reading.type === 'date' && isInCalendar(reading)).toBe(true);
  });
  it.each([
    '2022年2月30日',
    '2023-02-29',
    '2022年13月',
    '2022/11/31',
    '4月31日前',
    '2022年3日',
    '每月32日前',
  ])('does not have %j', (text) => {
    const { reading } = readTarget(text);
    expect(reading.type === 'date' && !isInCalendar(reading)).toBe(true);
  });
});
