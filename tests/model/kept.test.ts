import { describe, expect, it } from 'vitest';
import { keepLast, onceEach, onceFor } from '../../src/model/kept.ts';

describe('what is kept of a function', () => {
  const asked: string[] = [];
  const ask = (word: string) => {
    asked.push(word);
    return word === '' ? undefined : [word];
  };

  it('is all that it gave, where each argument is asked for once', () => {
    const known = onceEach(ask);
    expect([known('a'), known(''), known('a'), known('')]).toEqual([['a'], undefined, ['a'], undefined]);
    expect(asked.splice(0)).toEqual(['a', '']);
  });

  it('is what it gave last, until it is asked for another argument', () => {
    const last = keepLast(ask);
    expect(last('a')).toBe(last('a'));
    expect([last(''), last(''), last('a')]).toEqual([undefined, undefined, ['a']]);
    expect(asked.splice(0)).toEqual(['a', '', 'a']);
  });

  it('is all that it gave for objects, told apart by which they are', () => {
    const known = onceFor(({ word }: { readonly word: string }) => ask(word));
    const [one, other, none] = [{ word: 'a' }, { word: 'a' }, { word: '' }];
    expect(known(one)).toBe(known(one));
    expect(known(other)).not.toBe(known(one));
    expect([known(none), known(none)]).toEqual([undefined, undefined]);
    expect(asked.splice(0)).toEqual(['a', 'a', '']);
  });
});
