/** Tells words apart; undefined in browsers that cannot. */
const SEGMENTER = 'Segmenter' in Intl ? new Intl.Segmenter('zh-CN', { granularity: 'word' }) : undefined;

/** The words of a text, all of it; undefined in browsers that cannot tell them apart. */
export const wordsApart = (text: string): readonly string[] | undefined =>
  SEGMENTER && [...SEGMENTER.segment(text)].map(({ segment }) => segment);
