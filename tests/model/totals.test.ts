import { describe, expect, it } from 'vitest';
import { toText, ZERO } from '../../src/model/decimal.ts';
import { readAmount } from '../../src/model/money.ts';
import { byBudget, bySize, standingsOf, totalsOf } from '../../src/model/totals.ts';
import { sampleProject } from '../setup/sample.ts';

const projects = ['30', '10', '', '10', '50'].map((amount, index) =>
  sampleProject({ amount, sequence: index + 1, code: `99990099P0000001000${index}A` }),
);

describe('totals', () => {
  const totals = totalsOf(projects);
  it('leave out what is not stated and say how many', () => {
    expect(totals.budget && toText(totals.budget)).toBe('100');
    expect(totals.withoutBudget).toBe(1);
    expect(toText(totals.average ?? ZERO)).toBe('25.00');
  });
  it('say of the parts too how many projects are left out', () => {
    expect(totals).toMatchObject({ withoutFiscal: 1, withoutOther: 5 });
    const amounts = { total: readAmount('30', '万元'), fiscal: readAmount('20', '万元') };
    const split = sampleProject({ budget: { ...amounts, other: readAmount('10', '万元') } });
    expect(totalsOf([split, ...projects])).toMatchObject({ withoutFiscal: 1, withoutOther: 5 });
  });
  it('do not call zero what nobody states', () => {
    expect(totals.other).toBeUndefined();
    expect(toText(totals.fiscal ?? ZERO)).toBe('100');
  });
  it('of nothing are nothing', () => {
    expect(totalsOf([])).toMatchObject({ projects: 0, indicators: 0, average: undefined, fiscal: undefined });
  });
});

describe('the order by budget', () => {
  it('puts the largest first, equals in document order, and the unknown last', () => {
    expect(byBudget(projects).map(({ sequence }) => sequence)).toEqual([5, 1, 2, 4, 3]);
  });
  it('lets equal budgets share a place, and leaves the unknown without one', () => {
    const standings = standingsOf(projects);
    const words = projects.map((project) => {
      const standing = standings.get(project);
      if (standing === undefined) return undefined;
      const { place, shared, of, share } = standing;
      return `${shared ? 'shared ' : ''}${place} of ${of}, ${share === undefined ? '?' : toText(share)} %`;
    });
    expect(words).toEqual([
      '2 of 4, 30.00 %',
      'shared 3 of 4, 10.00 %',
      undefined,
      'shared 3 of 4, 10.00 %',
      '1 of 4, 50.00 %',
    ]);
  });

  it('gives no shares of nothing', () => {
    const [nothing] = [sampleProject({ amount: '0' })];
    expect(standingsOf([nothing]).get(nothing)).toMatchObject({ place: 1, share: undefined });
  });
});

describe('the size classes', () => {
  it('hold every stated project once, a bound in the class above it', () => {
    const classes = bySize(projects);
    expect(classes.map(({ from, projects: own }) => [toText(from), own.length])).toEqual([
      ['10', 2],
      ['30', 2],
    ]);
  });
});
