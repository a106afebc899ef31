import { expect, it } from 'vitest';
import { within } from '../../src/files/notes.ts';

it('what stands on a part of the form, and in it, is found there and nowhere else', () => {
  const all = [
    '资金用途',
    '资金用途2',
    '绩效指标.产出指标[3].指标值',
    '绩效指标.产出指标[31].指标值',
    '补充信息.甲.乙',
  ].map((location) => ({ location }));
  const found = (part: string) => within(all, part).map(({ location }) => location);
  expect(found('资金用途')).toEqual(['资金用途']);
  expect(found('绩效指标.产出指标[3]')).toEqual(['绩效指标.产出指标[3].指标值']);
  expect(found('绩效指标')).toEqual(['绩效指标.产出指标[3].指标值', '绩效指标.产出指标[31].指标值']);
  expect(found('补充信息.甲.乙')).toEqual(['补充信息.甲.乙']);
  expect(found('补充')).toEqual([]);
});

it('a project of thousands of rows, each with notes, is gone through once', () => {
  const all = Array.from({ length: 20_000 }, (_, place) => ({
    location: `绩效指标.产出指标[${String(place)}].指标值`,
  }));
  let looked = 0;
  const watched = all.map((one) => ({
    get location() {
      looked += 1;
      return one.location;
    },
  }));
  for (const { location } of all) expect(within(watched, location)).toHaveLength(1);
  expect(looked).toBeLessThan(10 * all.length);
});
