/** On a page that a search led to (`?q=` in its address): marks the words in its text. */
import { excerptOf, queryWords } from '../../search/exact-match.ts';
import { LONGEST_QUERY } from '../../search/query.ts';
import { markedNodes } from '../element.ts';

const words = queryWords((new URLSearchParams(location.search).get('q') ?? '').slice(0, LONGEST_QUERY));
const main = document.querySelector<HTMLElement>('main[data-marks-words]');
if (words.length > 0 && main !== null) {
  textNodesIn(main).forEach(mark);
  // Marks may have moved the row that the address leads to.
  document.querySelector(':target')?.scrollIntoView();
}

function mark(node: Text): void {
  const pieces = excerptOf(node.data, words, Infinity);
  if (pieces.some(({ found }) => found)) node.replaceWith(...markedNodes(pieces));
}

function textNodesIn(root: HTMLElement): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const isDrawn = node.parentElement?.closest('svg, canvas, script, style') !== null;
    if (node instanceof Text && !isDrawn) nodes.push(node);
  }
  return nodes;
}
