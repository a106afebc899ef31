/** What a project's name says beside its own words: its kind of funds, and where the money comes from. */
import type { Words } from './words.ts';

/** Shorter ends of names (补助资金, 建设资金) are no kinds of funds. */
const [SHORTEST, LONGEST] = [5, 12];

/**
 * The ends of a project's name that may name its kind of funds, longest first: of 2022年组织人事局党建事务管理资金
 * these are 党建事务管理资金, 建事务管理资金, 事务管理资金. What stands in brackets at the end, and the
 * title of the notice around the name, are passed over.
 */
export function endsOfName(name: Words): readonly string[] {
  const bracket = name.findLastIndex((word) => /^[(（]$/.test(word));
  const bare = /[)）]/.test(name.at(-1) ?? '') && bracket > 0 ? name.slice(0, bracket) : name;
  const words = bare.slice(0, bare.findLastIndex((word) => /^(?:资金|经费|费|金|补助|补贴)$/.test(word)) + 1);
  const ends: string[] = [];
  let end = '';
  for (const word of [...words].reverse()) {
    if (!/^\p{Script=Han}+$/u.test(word)) break;
    end = `${word}${end}`;
    if (end.length > LONGEST) break;
    if (end.length >= SHORTEST) ends.unshift(end);
  }
  return ends;
}

const LEVELS = ['中央', '省级', '市级'] as const;

/** Which level of government the money comes from: `中央资金`; undefined where the name says none or several. */
export function fundingLevelOf(name: string): string | undefined {
  const named = LEVELS.filter((level) => name.includes(level));
  return named.length === 1 ? `${named[0] ?? ''}资金` : undefined;
}
