import { describe, expect, it } from 'vitest';
import { SORT_KEYS, type SortKey } from '../../src/browse/browse-state.ts';
import { sortProjects } from '../../src/browse/sort-projects.ts';
import { LIST, namesOf } from './made-up-list.ts';

const sorted = (key: SortKey, isAscending: boolean) => namesOf(sortProjects(LIST, { key, isAscending }));

describe('the list', () => {
  it('is sorted by amount, what is not stated last in either direction', () => {
    expect(sorted('budget', false)).toEqual(['2099 B1', '2098 A1', '2099 A2', '2099 A1', '2099 B2']);
    expect(sorted('budget', true)).toEqual(['2099 A1', '2099 A2', '2098 A1', '2099 B1', '2099 B2']);
  });

  it('keeps the order of the document among equals, in either direction', () => {
    expect(sorted('june', true)).toEqual(['2099 A1', '2099 B1', '2098 A1', '2099 A2', '2099 B2']);
    expect(sorted('june', false)).toEqual(sorted('june', true));
  });

  it('has its names by pinyin: 道路, 未列, 养老, 医疗', () => {
    expect(sorted('name', true)).toEqual(['2099 B1', '2099 B2', '2099 A1', '2098 A1', '2099 A2']);
    expect(sorted('name', false)[0]).toBe('2099 A2');
  });

  it.each(SORT_KEYS)('loses no project when it is sorted by %s', (key) => {
    expect(sorted(key, true).sort()).toEqual(namesOf(LIST).sort());
  });
});
