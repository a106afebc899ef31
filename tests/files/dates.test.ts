import { describe, expect, it } from 'vitest';
import { DATE } from '../../src/files/text-formats.ts';

describe('a date', () => {
  it.each(['', '2022-06-30', '2024-02-29', '2000-02-29', '2022-12-31', '2022-02-28'])('may be %j', (text) => {
    expect(DATE.pattern.test(text)).toBe(true);
  });
  it.each([
    ...['2022-6-30', '2022-06-31', '2022-02-29', '1900-02-29', '2022-13-01', '2022-00-10', '2022-01-00'],
    ...['2022/06/30', '2022年6月30日', '２０２２-06-30', '2022-06-30 ', '20220630', '待定'],
  ])('is never %j', (text) => {
    expect(DATE.pattern.test(text)).toBe(false);
  });
  it('is what the calendar has, day by day over a century with and without a leap year at its end', () => {
    const days = (from: number, to: number) => {
      const found = new Set<string>();
      for (let day = Date.UTC(from, 0, 1); day < Date.UTC(to, 0, 1); day += 86_400_000) {
        found.add(new Date(day).toISOString().slice(0, 10));
      }
      return found;
    };
    const real = new Set([...days(1896, 1912), ...days(1996, 2012)]);
    const written = [
      ...Array.from({ length: 16 }, (_, n) => 1896 + n),
      ...Array.from({ length: 16 }, (_, n) => 1996 + n),
    ].flatMap((year) =>
      Array.from({ length: 14 * 33 }, (_, n) =>
        [year, String(Math.floor(n / 33)).padStart(2, '0'), String(n % 33).padStart(2, '0')].join('-'),
      ),
    );
    expect(written.filter((text) => DATE.pattern.test(text))).toEqual([...real]);
  });
});
