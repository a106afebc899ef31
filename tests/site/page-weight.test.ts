import { describe, expect, inject, it } from 'vitest';
import { largestPages, weightOf } from '../../scripts/bench/page-weight.ts';
import { kindOf, listPages } from '../../scripts/screenshots/pages.ts';
import { expectWithinBudget } from './page-budgets.ts';

describe('the largest page of each kind', () => {
  const folder = inject('siteFolder');

  it.each([...largestPages(folder)])(
    '%s weighs no more than its budget, and asks for few scripts',
    async (kind, path) => {
      expectWithinBudget(kind, await weightOf(folder, path));
    },
  );

  it('is looked at of every kind that shows something of its own', () => {
    const kinds = new Set(listPages(folder).map(kindOf));
    kinds.delete('permanent');
    expect([...largestPages(folder).keys()]).toEqual(expect.arrayContaining([...kinds]));
  });
});
