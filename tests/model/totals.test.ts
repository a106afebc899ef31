import { describe, expect, it } from 'vitest';
import { toText, ZERO } from '../../src/model/decimal.ts';
import { byBudget, bySize, standingsOf, totalsOf, type Totals } from '../../src/model/totals.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';

const projects = ['30', '10', '', '10', '50'].map((amount, index) =>
  sampleProject({ amount, sequence: index + 1, code: `99990099P0000001000${index}A` }),
);

describe('totals', () => {
  const totals = totalsOf(projects);
  it('leave out what is not stated and say how many', () => {
    expect(toText(totals.budget ?? ZERO)).toBe('100');
    expect(totals.withoutBudget).toEqual({ count: 1, unread: 0 });
    expect(totalsOf([...projects, sampleProject({ amount: '-3' })]).withoutBudget).toEqual({
      count: 2,
      unread: 1,
    });
    expect(toText(totals.average ?? ZERO)).toBe('25.00');
  });
  it('say of the parts too how many projects are left out', () => {
    const without = (of: Totals) => of.parts.map(({ field, without: { count } }) => [field, count]);
    expect(without(totals)).toEqual([
      ['fiscal', 1],
      ['other', 5],
    ]);
    const split = sampleProject({ budget: budgetOf('30', '20', '10') });
    expect(without(totalsOf([split, ...projects]))).toEqual([
      ['fiscal', 1],
      ['other', 5],
    ]);
  });
  it('name what not every form has only where a project states it', () => {
    const carried = sampleProject({ budget: budgetOf('30', '20', '', '10') });
    const part = totalsOf([carried]).parts.find(({ field }) => field === 'carriedOver');
    expect(toText(part?.amount ?? ZERO)).toBe('10');
  });
  it('do not call zero what nobody states', () => {
    const amountOf = (field: string) => totals.parts.find((part) => part.field === field)?.amount;
    expect(amountOf('other')).toBeUndefined();
    expect(toText(amountOf('fiscal') ?? ZERO)).toBe('100');
    expect(totalsOf([sampleProject({ amount: '' })]).budget).toBeUndefined();
  });
  it('of nothing are nothing', () => {
    expect(totalsOf([])).toMatchObject({ projects: 0, indicators: 0, average: undefined, budget: undefined });
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
