import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { Characters } from './index-format.ts';

const HAN = /\p{Script=Han}/u;

/** How many pairs of neighbours are kept at most, the most frequent: what a phone loads in one go. */
const MOST_PAIRS = 40_000;

/** The readings of all Chinese characters in some lines, and which follow which. */
export function charactersOf(lines: Iterable<string>): Characters {
  const pairs = new Map<string, number>();
  const all = new Set<string>();
  for (const line of lines) {
    const characters = [...line];
    characters.forEach((character, index) => {
      if (!HAN.test(character)) return;
      all.add(character);
      const before = characters[index - 1];
      if (before !== undefined && HAN.test(before)) {
        const pair = `${before}${character}`;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    });
  }
  const byCount = [...pairs]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_PAIRS)
    .map(([pair]) => [...pair]);
  return {
    pinyin: grouped([...all].sort().flatMap((character) => readingsOf(character).map((s) => [s, character]))),
    next: grouped(byCount),
  };
}

/** Pairs grouped by their first member, keys sorted, members in the order given. */
function grouped(pairs: readonly (readonly string[])[]): Readonly<Record<string, string>> {
  const groups = new Map<string, string>();
  for (const [key = '', member = ''] of pairs) groups.set(key, `${groups.get(key) ?? ''}${member}`);
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All readings of a character without tones; ü is written v, as it is typed. */
function readingsOf(character: string): readonly string[] {
  const readings = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
  return [...new Set(readings)].filter((reading) => /^[a-z]+$/.test(reading));
}

const simplify = Converter({ from: 't', to: 'cn' });

/** CJK Unified Ideographs: all that is typed by readers of traditional characters. */
const [FIRST, LAST] = [0x4e00, 0x9fff];

/** Traditional characters whose simplified ones stand in the lines, and these, as two strings of equal length. */
export function traditionalOf(lines: Iterable<string>): readonly [from: string, to: string] {
  const used = new Set<string>();
  for (const line of lines) for (const character of line) used.add(character);
  let [from, to_] = ['', ''];
  for (const [traditional, simplified] of allTraditional()) {
    if (!used.has(simplified)) continue;
    from += traditional;
    to_ += simplified;
  }
  return [from, to_];
}

let known: readonly (readonly [string, string])[] | undefined;

function allTraditional(): readonly (readonly [string, string])[] {
  known ??= Array.from({ length: LAST - FIRST + 1 }, (_, index) =>
    String.fromCharCode(FIRST + index),
  ).flatMap((character) => {
    const simplified = simplify(character);
    return simplified !== character && simplified.length === 1 ? [[character, simplified] as const] : [];
  });
  return known;
}
