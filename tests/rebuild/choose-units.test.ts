import { describe, expect, it } from 'vitest';
import { unitsMeant, unitsOfShare } from '../../src/rebuild/choose-units.ts';
import { unitOf } from '../../src/rebuild/share.ts';

const UNITS = [
  { name: '2021/001', projects: 5 },
  { name: '2022/001', projects: 40 },
  { name: '2022/002', projects: 20 },
  { name: '2022/003', projects: 21 },
];

describe('the units that are meant', () => {
  it('are those of a year, or one by its name', () => {
    const { meant, unknown } = unitsMeant(UNITS, ['2021', '2022/003']);
    expect([...meant]).toEqual(['2021/001', '2022/003']);
    expect(unknown).toEqual([]);
  });

  it('do not take a beginning for a year, and tell what means nothing', () => {
    expect(unitsMeant(UNITS, ['202', '2022/00', '2022/']).unknown).toEqual(['202', '2022/00', '2022/']);
  });
});

describe('shares', () => {
  it.each([1, 2, 3, 4, 7])('have each unit once, whatever their number: %i', (shares) => {
    const all = Array.from({ length: shares }, (_, place) => [...unitsOfShare(UNITS, place + 1, shares)]);
    expect(all.flat().sort()).toEqual(UNITS.map(({ name }) => name));
  });

  it('are about as large', () => {
    expect([...unitsOfShare(UNITS, 1, 2)]).toEqual(['2022/001', '2021/001'].sort().reverse());
    expect([...unitsOfShare(UNITS, 2, 2)].sort()).toEqual(['2022/002', '2022/003']);
  });
});

describe('the unit of a file', () => {
  const units = new Set(UNITS.map(({ name }) => name));
  it.each([
    ['2022/001/index.html', '2022/001'],
    ['2022/001/P1/index.html', '2022/001'],
    ['embed/2022/001/P1/index.html', '2022/001'],
    ['data/2022/001/projects.csv', '2022/001'],
    ['data/2022/projects.csv', undefined],
    ['2022/index.html', undefined],
    ['embed/2022/budget/index.html', undefined],
    ['2023/001/index.html', undefined],
    ['projects/P1/index.html', undefined],
  ])('%s: %s', (path, unit) => {
    expect(unitOf(path, units)).toBe(unit);
  });
});
