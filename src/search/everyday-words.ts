import { foldText } from './exact-match.ts';
import type { EverydayIndex } from './index-format.ts';

/** An everyday word that was asked, and the words of the documents that were looked for in its place. */
export interface Replaced {
  readonly everyday: string;
  readonly official: readonly string[];
}

/** A query in which everyday words stand, read in the words of the documents. */
export interface EverydayReading {
  readonly replaced: readonly Replaced[];
  /** Word lists; a document must have all words of one of them. */
  readonly alternatives: readonly (readonly string[])[];
  /** The same without what stands around the everyday words: `看病能报多少` is still about 医疗. */
  readonly loose: readonly (readonly string[])[];
  /** Each official word by itself, where there are several: no project is about 养老 and 医疗 at once. */
  readonly apart: readonly (readonly string[])[];
}

/** How many combinations of official words are looked for at most. */
const MOST = 12;

/** Shorter ones stand within too many other words: only where they are the whole word are they read. */
const SHORTEST_WITHIN = 2;

/** What means nothing by itself beside an everyday word. */
const FILLERS = '的了吗呢啊，。、？！?,.!';

/**
 * Reads the everyday words in a query as official ones; undefined where there are none. In a word without blanks
 * the longest everyday word counts: 打疫苗 is not 疫苗.
 *
 * @example readEverydayWords(['农村老人'], [['老人', ['养老']]])?.alternatives // [['农村', '养老']]
 */
export function readEverydayWords(
  words: readonly string[],
  index: EverydayIndex,
): EverydayReading | undefined {
  const byLength = [...index].sort(([a], [b]) => b.length - a.length);
  const official = new Map(byLength);
  const replaced = new Map<string, readonly string[]>();
  const whole: (readonly string[])[] = [];
  const loose: (readonly string[])[] = [];
  for (const piece of words.flatMap((word) => partsOf(word, byLength))) {
    const meant = official.get(piece);
    if (meant === undefined) {
      whole.push([piece]);
      continue;
    }
    replaced.set(piece, meant);
    whole.push(meant);
    loose.push(meant);
  }
  if (replaced.size === 0) return undefined;
  return {
    replaced: [...replaced].map(([everyday, meant]) => ({ everyday, official: meant })),
    alternatives: combinations(whole),
    loose: loose.length === whole.length ? [] : combinations(loose),
    apart: loose.length < 2 ? [] : loose.flat().map((word) => [word]),
  };
}

/** The everyday words as the index holds them; official words that no line holds lead nowhere and are left out. */
export function everydayIndexOf(
  list: readonly { readonly official: string; readonly everyday: readonly string[] }[],
  lines: readonly string[],
): EverydayIndex {
  const index = new Map<string, string[]>();
  for (const { official, everyday } of list) {
    const meant = foldText(official);
    if (!lines.some((line) => line.includes(meant))) continue;
    for (const word of everyday.map(foldText)) {
      const known = index.get(word);
      if (known === undefined) index.set(word, [meant]);
      else known.push(meant);
    }
  }
  return [...index];
}

/** A word cut at the everyday words in it. */
function partsOf(word: string, byLength: EverydayIndex): readonly string[] {
  const found = byLength.find(
    ([everyday]) => word === everyday || (everyday.length >= SHORTEST_WITHIN && word.includes(everyday)),
  );
  if (found === undefined) return [word];
  const [everyday] = found;
  const at = word.indexOf(everyday);
  const around = (text: string) => {
    const characters = [...text];
    const isTelling = (character: string) => !FILLERS.includes(character);
    const from = characters.findIndex(isTelling);
    const to = characters.length - [...characters].reverse().findIndex(isTelling);
    return from < 0 ? [] : partsOf(characters.slice(from, to).join(''), byLength);
  };
  return [...around(word.slice(0, at)), everyday, ...around(word.slice(at + everyday.length))];
}

function combinations(choices: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return choices
    .reduce<readonly (readonly string[])[]>(
      (known, own) => known.flatMap((words) => own.map((word) => [...words, word])).slice(0, MOST),
      [[]],
    )
    .map((words) => [...new Set(words)]);
}
