import { diffArrays } from 'diff';

/** A piece of two wordings of one text. */
export interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

const SEGMENTER = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** So many words may come and go; where more do, it is another text. */
const MOST_EDITS = 200;

/**
 * A text with the words marked that the wording before it had not, and those that it has no more; undefined where most of
 * it is another: marks all over would say nothing.
 */
export function changedWords(before: string, after: string): readonly Piece[] | undefined {
  const wordsOf = (text: string) => [...SEGMENTER.segment(text)].map(({ segment }) => segment);
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  const pieces = changes?.map(({ value, added, removed }): Piece => ({
    text: value.join(''),
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }));
  const kept = pieces?.reduce((length, { text, kind }) => length + (kind === 'same' ? text.length : 0), 0);
  return kept === undefined || kept * 2 < Math.max(before.length, after.length) ? undefined : pieces;
}
