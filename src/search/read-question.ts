import {
  isGeneral,
  makesQuestion,
  questionWordsIn,
  withoutSigns,
  withoutSmallWords,
  withoutSmallWordsAround,
  type Stretch,
} from './question-words.ts';

/** A question taken apart. */
export interface Question {
  /** What is looked for: words that documents or everyday speech have. */
  readonly words: readonly string[];
  /** The same without what every project is about, such as 补助; empty where nothing else is there. */
  readonly telling: readonly string[];
  /** Stretches that no document has whole, and that hold more than its words: 残疾人, 职称评审费. */
  readonly unknown: readonly string[];
}

/** Words of a content are looked for in stretches of a question up to this long. */
const LONGEST = 60;

/**
 * Takes a question apart: question words are set aside, and what is left is cut into the longest words that stand
 * in the content. Undefined where no question word stands there.
 *
 * @param asked the words of a query, folded.
 * @param stands whether a text stands somewhere in the content; if it does, so do all its parts.
 * @param everyday the words that people use for those of the documents.
 * @example `死了人补多少钱` has 死了人 where that is an everyday word.
 */
export async function readQuestion(
  asked: readonly string[],
  stands: (text: string) => Promise<boolean>,
  everyday: ReadonlySet<string>,
): Promise<Question | undefined> {
  const words = new Set<string>();
  const unknown = new Set<string>();
  let isQuestion = false;
  for (const text of asked) {
    if (everyday.has(text)) {
      words.add(text);
      continue;
    }
    const aside = await setAside(text, stands);
    isQuestion ||= aside.some(([from, to]) => makesQuestion(text.slice(from, to)));
    for (const stretch of stretchesBetween(text, aside)) {
      const known = stretch.length > LONGEST ? [] : await wordsIn(stretch, stands, everyday);
      for (const word of known) words.add(word);
      if (hasRest(stretch, known)) unknown.add(withoutSmallWordsAround(stretch));
    }
  }
  if (!isQuestion) return undefined;
  const kept = [...words];
  return { words: kept, telling: kept.filter((word) => !isGeneral(word)), unknown: [...unknown] };
}

/** The question words in a text, without those that a document has together with what stands beside them: 多少工程. */
async function setAside(
  text: string,
  stands: (text: string) => Promise<boolean>,
): Promise<readonly Stretch[]> {
  const found: Stretch[] = [];
  for (const [from, to] of questionWordsIn(text)) {
    const [before, behind] = [text.slice(Math.max(0, from - 1), from), text.slice(to, to + 1)];
    const own = text.slice(from, to);
    // A small word beside it, as in 今年的, makes no word of the content.
    const longer = [
      ...(withoutSmallWords(before) === '' ? [] : [before + own]),
      ...(withoutSmallWords(behind) === '' ? [] : [own + behind]),
    ];
    const inWords = await Promise.all(longer.map(stands));
    if (!inWords.includes(true)) found.push([from, to]);
  }
  return found;
}

function stretchesBetween(text: string, aside: readonly Stretch[]): readonly string[] {
  const ends: readonly Stretch[] = [...aside, [text.length, text.length]];
  return ends.map(([from], index) => text.slice(aside[index - 1]?.[1] ?? 0, from)).filter(Boolean);
}

/** The best way to cut what ends at some place: what is left over, the words, and how unequal these are in length. */
interface Cut {
  readonly left: number;
  readonly words: readonly string[];
  readonly unequal: number;
}

/** Of two that are as good, the one whose last word is shorter: characters belong to the word before them. */
const isBetter = (a: Cut, b: Cut): boolean =>
  (a.left - b.left || a.words.length - b.words.length || a.unequal - b.unequal) <= 0;

/**
 * A stretch cut into words of two characters or more, so that as little as can be is left over, then in as few words,
 * then in everyday words and such of equal length: 退休人员|养老金, not 退休|人员养老金.
 */
async function wordsIn(
  text: string,
  stands: (text: string) => Promise<boolean>,
  everyday: ReadonlySet<string>,
): Promise<readonly string[]> {
  const cuts: Cut[] = [{ left: 0, words: [], unequal: 0 }];
  const offer = (to: number, cut: Cut) => {
    const known = cuts[to];
    if (known === undefined || isBetter(cut, known)) cuts[to] = cut;
  };
  let reach = 0;
  for (let from = 0; from < text.length; from += 1) {
    const before = cuts[from] ?? { left: from, words: [], unequal: 0 };
    offer(from + 1, { ...before, left: before.left + 1 });
    // What begins later reaches at least as far: all parts of what stands in the content stand there too.
    reach = Math.max(reach, from + 1);
    while (reach < text.length && (await stands(text.slice(from, reach + 1)))) reach += 1;
    for (let to = from + 2; to <= text.length; to += 1) {
      const word = text.slice(from, to);
      const isEveryday = everyday.has(word);
      if (to > reach && !isEveryday) continue;
      const unequal = before.unequal + (isEveryday ? 0 : word.length ** 2);
      offer(to, { left: before.left, words: [...before.words, word], unequal });
    }
  }
  return cuts[text.length]?.words ?? [];
}

/** Whether something is left of a stretch between its words that says what is asked for. */
function hasRest(stretch: string, words: readonly string[]): boolean {
  const rests = leftOut([stretch], words).map(withoutSmallWords);
  return rests.some((rest) => rest.length > 1 && !isGeneral(rest));
}

/** What of a question is neither looked for nor unknown, in its order and without signs: `什么时候发`. */
export function leftOut(asked: readonly string[], words: readonly string[]): readonly string[] {
  const byLength = [...words].sort((a, b) => b.length - a.length);
  return asked
    .flatMap((text) => byLength.reduce((rest, word) => rest.split(word).join('\n'), text).split('\n'))
    .map(withoutSigns)
    .filter(Boolean);
}
