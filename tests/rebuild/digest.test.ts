import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/rebuild/digest.ts';

describe('what names a value', () => {
  it('is the same for values that hold the same', () => {
    const make = () => ({
      text: '资金',
      list: [1, 2n, undefined, null, true],
      map: new Map([['a', { b: new Set([1]) }]]),
      long: 'x'.repeat(500),
      bytes: new Uint8Array([1, 2]),
      when: new Date(0),
    });
    expect(digestOf(make())).toBe(digestOf(make()));
  });

  it.each<readonly [string, unknown, unknown]>([
    ['a text and a number', '1', 1],
    ['a number and a large one', 1, 1n],
    ['0 and -0', 0, -0],
    ['nothing and null', undefined, null],
    ['what is missing and what is undefined', {}, { a: undefined }],
    ['one text and two', ['a,b'], ['a', 'b']],
    ['texts that are cut elsewhere', ['ab', 'c'], ['a', 'bc']],
    ['lists in lists', [['a'], 'b'], ['a', ['b']]],
    ['a list and a set', [1], new Set([1])],
    ['a map and an object', new Map([['a', 1]]), { a: 1 }],
    [
      'maps in another order',
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
      new Map([
        ['b', 2],
        ['a', 1],
      ]),
    ],
    ['a map of a list', new Map([['a', ['b']]]), new Map<unknown, unknown>([['a', 'b']])],
    ['long texts that differ at their end', `${'x'.repeat(999)}a`, `${'x'.repeat(999)}b`],
    ['a long text and its own name', 'y'.repeat(300), digestOf('y'.repeat(300))],
    ['bytes', new Uint8Array([1]), new Uint8Array([2])],
    ['days', new Date(0), new Date(1)],
    ['something deep', { a: [{ b: { c: 1 } }] }, { a: [{ b: { c: 2 } }] }],
  ])('tells apart %s', (_, one, other) => {
    expect(digestOf(one)).toBeDefined();
    expect(digestOf(one)).not.toBe(digestOf(other));
  });

  it.each<readonly [string, unknown]>([
    ['a function', { a: [() => 1] }],
    ['a symbol', [Symbol('a')]],
    [
      'an object of a class, which may hold what nobody sees',
      {
        a: new (class Hidden {
          readonly a = 1;
        })(),
      },
    ],
    ['a promise', Promise.resolve(1)],
    [
      'an object within itself',
      (() => {
        const own: Record<string, unknown> = {};
        own.self = { own };
        return own;
      })(),
    ],
  ])('is nothing where there is %s', (_, value) => {
    expect(digestOf(value)).toBeUndefined();
  });
});
