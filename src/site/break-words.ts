const SEGMENTER = new Intl.Segmenter('zh-CN', { granularity: 'word' });

const OPENING = /[（《“〈「(]/;
const CLOSING = /^[）》”〉」)、，。：；—-]/;

/** Characters that seldom begin a word in a heading: 委员会, 人事局, 2022年. */
const ENDING = /^[会局处部员人年度级费金的个点外性化]$/;

/**
 * A heading in the pieces between which a narrow column may break it. What stands in brackets stays whole, a mark
 * stays with what it belongs to, and characters that the segmenter leaves alone are kept together.
 *
 * @example breakWords('本项目累计金额（万元）') // ['本', '项目', '累计', '金额', '（万元）']
 * @example breakWords('委员会组织人事局') // ['委员会', '组织', '人事局']
 */
export function breakWords(heading: string): readonly string[] {
  const before = known.get(heading);
  if (before !== undefined) return before;
  const pieces = piecesOf(heading);
  known.set(heading, pieces);
  return pieces;
}

/** A project's name is on several pages, the title of its plan on that of every project. */
const known = new Map<string, readonly string[]>();

function piecesOf(heading: string): readonly string[] {
  const pieces: string[] = [];
  let isSingle = false;
  for (const part of heading.split(/(（[^（）]*）)/).filter((one) => one !== '')) {
    const words = part.startsWith('（') ? [part] : [...SEGMENTER.segment(part)].map(({ segment }) => segment);
    for (const word of words) {
      const last = pieces.at(-1);
      const isOfLast =
        CLOSING.test(word) ||
        ENDING.test(word) ||
        OPENING.test(last?.at(-1) ?? '') ||
        (isSingle && word.length === 1);
      if (isOfLast && last !== undefined) pieces[pieces.length - 1] = `${last}${word}`;
      else pieces.push(word);
      isSingle = word.length === 1 && !ENDING.test(word);
    }
  }
  return pieces;
}
