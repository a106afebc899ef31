import { matchLists } from './match-lists.ts';

/** One thing that two versions of some YAML say differently; '' where it says nothing. */
export interface PlainDifference {
  readonly path: readonly string[];
  /** Undefined where a list has no such item. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Compares plain data as YAML gives them (`toPlain`), whatever keys they have: group by group and item by item. A key
 * that is left out and one that is blank say the same.
 */
export function comparePlain(
  before: unknown,
  after: unknown,
  path: readonly string[] = [],
): readonly PlainDifference[] {
  if (Array.isArray(before) || Array.isArray(after)) {
    const [own, other] = [before, after].map((list): readonly unknown[] => (Array.isArray(list) ? list : []));
    return matchLists(own ?? [], other ?? [], (item) => [JSON.stringify(item)]).flatMap((match) => {
      const [a, b] = [match.before, match.after].map((place, side) =>
        place === undefined ? undefined : wordsOf((side === 0 ? own : other)?.[place]),
      );
      return a === b ? [] : [{ path, before: a, after: b }];
    });
  }
  if (isGroup(before) || isGroup(after)) {
    const [own, other] = [before, after].map((group) => (isGroup(group) ? group : {}));
    return [...new Set([...Object.keys(own ?? {}), ...Object.keys(other ?? {})])].flatMap((key) =>
      comparePlain(own?.[key], other?.[key], [...path, key]),
    );
  }
  const [a, b] = [wordsOf(before), wordsOf(after)];
  return a === b ? [] : [{ path, before: a, after: b }];
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An item in one line: `位置：预算规模.预算数；原值：190.00`. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(wordsOf).join('、');
  if (!isGroup(value)) return '';
  return Object.entries(value)
    .map(([key, own]) => [key, wordsOf(own)] as const)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `${key}：${text}`)
    .join('；');
}
