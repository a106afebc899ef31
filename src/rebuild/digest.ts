import { hash } from 'node:crypto';

/** Longer texts are kept as their hashes, so that what many values share is gone through once. */
const LONG = 200;

/** Digests of objects that were gone through; none is changed once it was made. */
const known = new WeakMap<object, string>();

/**
 * A short text that differs where two values differ in anything that they hold: plain objects, lists, maps, sets, bytes
 * and primitives, however nested. Undefined where something in it cannot be known from outside, such as a function.
 */
export function digestOf(value: unknown): string | undefined {
  try {
    return shortened(written(value, []));
  } catch (error) {
    if (error instanceof Unknowable) return undefined;
    throw error;
  }
}

/** Names bytes or a text by its hash, which is long enough that no two have the same. */
export const hashed = (text: string | Uint8Array): string => hash('sha256', text, 'base64url');

class Unknowable extends Error {}

const shortened = (text: string) => (text.length > LONG ? `#${hashed(text)}` : text);

/** Each text states its length, so that no two values are written alike. */
const quoted = (text: string) => `"${String(text.length)}:${text}`;

function written(value: unknown, within: readonly object[]): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'object' && value !== null) return ofObject(value, within);
  if (typeof value === 'function' || typeof value === 'symbol') throw new Unknowable();
  return Object.is(value, -0) ? '-0' : `${typeof value === 'bigint' ? 'n' : ''}${String(value)}`;
}

function ofObject(value: object, within: readonly object[]): string {
  const before = known.get(value);
  if (before !== undefined) return before;
  if (within.includes(value)) throw new Unknowable();
  const all = [...within, value];
  const list = (of: Iterable<unknown>) => Array.from(of, (one) => written(one, all)).join(',');
  const text = shortened(
    Array.isArray(value)
      ? `[${list(value)}]`
      : value instanceof Map
        ? `M[${list([...value].flat())}]`
        : value instanceof Set
          ? `S[${list(value)}]`
          : value instanceof Uint8Array
            ? `B${hashed(value)}`
            : value instanceof Date || value instanceof URL || value instanceof RegExp
              ? `${value.constructor.name}${quoted(value instanceof Date ? value.toJSON() : String(value))}`
              : ofFields(value, all),
  );
  // Others are gone through again sooner than found.
  if (text.startsWith('#')) known.set(value, text);
  return text;
}

function ofFields(value: object, within: readonly object[]): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Unknowable();
  return `{${Object.entries(value)
    .map(([name, one]) => `${quoted(name)}=${written(one, within)}`)
    .join(',')}}`;
}
