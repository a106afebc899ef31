import type { Piece } from '../search/exact-match.ts';

/** An element with properties and content; text stays text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

/** A text with the words found in it marked. */
export function markedNodes(pieces: readonly Piece[]): readonly Node[] {
  return pieces.map(({ text, found }) => (found ? element('mark', {}, text) : document.createTextNode(text)));
}
