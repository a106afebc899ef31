import type { Piece } from '../../search/exact-match.ts';
import { element } from '../element.ts';

/** A text with the words found in it marked. */
export function markedNodes(pieces: readonly Piece[]): readonly Node[] {
  return pieces.map(({ text, found }) => (found ? element('mark', {}, text) : document.createTextNode(text)));
}
