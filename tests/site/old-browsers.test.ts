import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';

/** What Chromium 87, Firefox 78 or Safari 14 do not know and nothing in the pages supplies. */
const TOO_NEW = [
  ...['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'groupBy', 'isWellFormed'],
  ...['checkVisibility', 'showPopover', 'showModal', 'requestIdleCallback', 'withResolvers', 'union'],
].map((name) => new RegExp(`\\.${name}\\(`));
const TOO_NEW_WORDS = [
  /\bstructuredClone\(/,
  /\brandomUUID\(/,
  /AbortSignal\.(?:timeout|any)\(/,
  /\(\?<[=!]/,
  /\bstatic\{/,
];

describe('the scripts of the site', () => {
  const folder = join(inject('siteFolder'), '_assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));

  it('use nothing that the oldest browsers do not have', () => {
    expect(scripts.length).toBeGreaterThan(5);
    const found = scripts.flatMap((name) => {
      const script = readFileSync(join(folder, name), 'utf8');
      return [...TOO_NEW, ...TOO_NEW_WORDS]
        .filter((pattern) => pattern.test(script))
        .map((pattern) => `${name}: ${pattern.source}`);
    });
    expect(found).toEqual([]);
  });

  it('find what is missing in them supplied before any of them runs', () => {
    const html = readFileSync(join(inject('siteFolder'), 'index.html'), 'utf8');
    const inline = /<script>(.*?Object\.hasOwn.*?)<\/script>/.exec(html)?.[1] ?? '';
    // In a list and a text of our own, without the built-ins, as in an old browser.
    const at = (value: readonly number[] | string, place: number) =>
      runWithout(inline, `return ${JSON.stringify(value)}.at(${String(place)})`);
    expect([at([1, 2, 3], -1), at([1, 2, 3], 0), at('文字', -1), at([], -1)]).toEqual([
      3,
      1,
      '字',
      undefined,
    ]);
    expect(runWithout(inline, "return Object.hasOwn({a:1},'a') && !Object.hasOwn({},'toString')")).toBe(true);
    expect(html.indexOf('Object.hasOwn')).toBeLessThan(html.indexOf('type="module"'));
  });
});

/** Runs the page's first script where the newer built-ins are missing, then a function body; puts them back. */
function runWithout(script: string, body: string): unknown {
  const { at } = Object.getOwnPropertyDescriptors(Array.prototype);
  const { at: textAt } = Object.getOwnPropertyDescriptors(String.prototype);
  const { hasOwn } = Object.getOwnPropertyDescriptors(Object);
  try {
    Reflect.deleteProperty(Array.prototype, 'at');
    Reflect.deleteProperty(String.prototype, 'at');
    Reflect.deleteProperty(Object, 'hasOwn');
    const root = { documentElement: { dataset: {} } };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- text, as in the page
    return new Function('document', 'localStorage', `${script};${body}`)(root, undefined) as unknown;
  } finally {
    Object.defineProperty(Array.prototype, 'at', at);
    Object.defineProperty(String.prototype, 'at', textAt);
    Object.defineProperty(Object, 'hasOwn', hasOwn);
  }
}
