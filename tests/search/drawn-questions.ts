import { pinyin } from 'pinyin-pro';
import { randomNumbers } from '../setup/random.ts';

/** The runs of two Chinese characters or more in texts. */
export function chineseRuns(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.match(/\p{Script=Han}{2,}/gu) ?? []);
}

/**
 * Different substrings of 2 to 5 characters of runs, drawn at random; the same ones for the same seed. Asked twice in
 * a row, a question would be answered by what still stands there.
 *
 * @throws Error where the runs have fewer.
 */
export function drawnSubstrings(runs: readonly string[], count: number, seed: number): readonly string[] {
  const random = randomNumbers(seed);
  const drawn = new Set<string>();
  for (let tries = 0; drawn.size < count; tries += 1) {
    if (tries > 100 * count) throw new Error(`There are no ${String(count)} different substrings.`);
    const run = runs[random(runs.length)] ?? '';
    const length = Math.min(run.length, 2 + random(4));
    const start = random(run.length - length + 1);
    drawn.add(run.slice(start, start + length));
  }
  return [...drawn];
}

/** How a word is typed in pinyin, without tones and blanks. */
export function pinyinOf(word: string): string {
  return pinyin(word, { toneType: 'none', v: true }).replaceAll(' ', '');
}

/** A word with one of its characters replaced by another one of the texts. */
export interface Typo {
  readonly word: string;
  readonly typo: string;
}

/** Typos of one character in the `count` most used words, drawn at random; some may be words themselves. */
export function drawnTypos(runs: readonly string[], count: number, seed: number): readonly Typo[] {
  const random = randomNumbers(seed);
  const characters = [...new Set(runs.join(''))];
  return mostUsedWords(runs, count).map((word) => {
    const place = random(word.length);
    const wrong = characters[random(characters.length)] ?? '';
    return { word, typo: `${word.slice(0, place)}${wrong}${word.slice(place + 1)}` };
  });
}

/** The most frequent words of three to six characters, as the language's own rules part them. */
function mostUsedWords(runs: readonly string[], count: number): readonly string[] {
  const counts = new Map<string, number>();
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  for (const run of runs) {
    const words = [...segmenter.segment(run)].map(({ segment }) => segment);
    // The dictionary's words are short; two neighbours make the terms that people type.
    const terms = words.flatMap((word, index) => {
      const before = words[index - 1] ?? '';
      return before.length >= 2 && word.length >= 2 ? [word, `${before}${word}`] : [word];
    });
    for (const term of terms.filter(({ length }) => length >= 3 && length <= 6)) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([word]) => word);
}
