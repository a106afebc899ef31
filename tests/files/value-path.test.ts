import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath, parsePath } from '../../src/files/value-path.ts';

describe('the path of a value', () => {
  it.each([
    ['资金支出计划.10月底', ['资金支出计划', '10月底']],
    ['绩效目标[1]', ['绩效目标', 0]],
    ['绩效指标.产出指标[3].指标值', ['绩效指标', '产出指标', 2, '指标值']],
  ])('%s is %j and back', (text, path) => {
    expect(parsePath(text)).toEqual(path);
    expect(formatPath(path)).toBe(text);
  });
  it.each(['', '.', 'a..b', 'a[0]', 'a[', '[1]', 'a[1]b', 'a[-1]'])('%j is none', (text) => {
    expect(parsePath(text)).toBeUndefined();
  });
  it('reads back as it was written', () => {
    const key = fc.string({ minLength: 1, unit: fc.constantFrom(...Array.from('绩效指标预算数10月底ab')) });
    const path = fc.array(fc.tuple(key, fc.array(fc.nat(99), { maxLength: 2 })), { minLength: 1 });
    fc.assert(
      fc.property(path, (steps) => {
        const flat = steps.flatMap(([name, places]) => [name, ...places]);
        expect(parsePath(formatPath(flat))).toEqual(flat);
      }),
    );
  });
});
