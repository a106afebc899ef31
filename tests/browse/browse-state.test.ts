import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filterCount,
  forEachFacet,
  INITIAL,
  readState,
  SORT_KEYS,
  writeState,
} from '../../src/browse/browse-state.ts';

const known = {
  ...forEachFacet(() => []),
  plan: ['december', 'quarterly'],
  kind: ['产出指标 · 数量指标'],
};
const read = (text: string) => readState(new URLSearchParams(text), known);

describe('the state of the list in an address', () => {
  it('is empty where nothing is asked', () => {
    expect(read('')).toEqual(INITIAL);
    expect(writeState(INITIAL).toString()).toBe('');
    expect(writeState(read('sort=budget-desc')).toString()).toBe('');
  });

  it('is read as it was written', () => {
    const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);
    fc.assert(
      fc.property(
        fc.record({
          query: fc.string().map((text) => text.trim()),
          plan: some(known.plan),
          kind: some(known.kind),
          least: fc.option(fc.nat(), { nil: undefined }),
          most: fc.option(fc.nat(), { nil: undefined }),
          sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), isAscending: fc.boolean() }),
          shown: fc.integer({ min: 1, max: 100_000 }),
        }),
        ({ plan, kind, ...rest }) => {
          const state = { ...rest, chosen: { ...forEachFacet(() => []), plan, kind } };
          expect(readState(new URLSearchParams(writeState(state).toString()), known)).toEqual(state);
        },
      ),
    );
  });

  it('leaves out choices that no control shows and values that make no sense', () => {
    expect(read('plan=weekly&year=1999&least=-1&most=1e3&sort=budget&rows=0')).toEqual(INITIAL);
    expect(read('sort=toString-asc&rows=1.5')).toEqual(INITIAL);
  });

  it('takes amounts as people type them', () => {
    expect(read(`least=${encodeURIComponent('１，０００')}`).least).toBe(1000);
    expect(read('least=1,000.5&most=0')).toMatchObject({ least: 1000.5, most: 0 });
  });

  it('counts what is set', () => {
    expect(filterCount(INITIAL)).toBe(0);
    expect(filterCount(read('q=a&plan=december&plan=quarterly&least=0&sort=name-asc'))).toBe(4);
  });
});
