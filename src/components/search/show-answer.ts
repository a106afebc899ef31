import { excerptOf, partsOf, queryWords, type Piece } from '../../search/exact-match.ts';
import type { FoundPage, FoundPages } from './find-pages.ts';

/** Where an answer is shown. */
export interface AnswerPlace {
  readonly results: HTMLElement;
  readonly status: HTMLElement;
  readonly heading: 'h2' | 'h3';
}

/** How many pages are shown at first. */
const FIRST = 20;

/** Shows an answer: pages with the exact words, then a line that says so, then pages with parts. */
export function showAnswer(place: AnswerPlace, query: string, { exact, partial }: FoundPages): void {
  const words = queryWords(query);
  place.status.textContent = statusWords(query, exact.length, partial.length);
  place.results.replaceChildren();
  if (exact.length > 0) place.results.append(listOf(exact, words, place.heading));
  if (partial.length > 0) {
    const heading = element(place.heading, { className: 'partial' });
    heading.textContent = '以下只含检索词的一部分';
    const below = place.heading === 'h2' ? 'h3' : 'h4';
    place.results.append(heading, listOf(partial, partsOf(words), below));
  }
}

function statusWords(query: string, exact: number, partial: number): string {
  if (exact === 0 && partial === 0) {
    return `没有找到“${query}”。可以换一个说法、少写几个字，或检查有没有错别字。`;
  }
  if (exact === 0) return `没有含“${query}”全文的页面；有${partial}个页面含其中一部分。`;
  return `找到${exact}个含“${query}”的页面${partial > 0 ? `；另有${partial}个只含其中一部分` : ''}。`;
}

type Heading = 'h2' | 'h3' | 'h4';

function listOf(pages: readonly FoundPage[], words: readonly string[], heading: Heading): HTMLElement {
  const list = element('ol', { className: 'hits' });
  const show = (from: number, to: number) => {
    list.append(...pages.slice(from, to).map((page) => hitOf(page, words, heading)));
  };
  show(0, FIRST);
  if (pages.length <= FIRST) return list;
  const box = element('div');
  const more = element('button', { type: 'button', className: 'more' });
  more.textContent = `再显示其余${pages.length - FIRST}个`;
  more.addEventListener('click', () => {
    more.remove();
    show(FIRST, pages.length);
    list.children[FIRST]?.querySelector('a')?.focus();
  });
  box.append(list, more);
  return box;
}

function hitOf(
  { url, title, facts, text }: FoundPage,
  words: readonly string[],
  headingName: Heading,
): HTMLElement {
  const item = element('li');
  const heading = element(headingName);
  const link = element('a', { href: url });
  link.append(...markedNodes(excerptOf(title, words, 200)));
  heading.append(link);
  item.append(heading);
  if (facts.length > 0) {
    const line = element('p', { className: 'facts' });
    line.append(...markedNodes(excerptOf(facts.join(' · '), words, 200)));
    item.append(line);
  }
  if (text !== '') {
    const excerpt = element('p', { className: 'excerpt' });
    excerpt.append(...markedNodes(excerptOf(text, words)));
    item.append(excerpt);
  }
  return item;
}

function markedNodes(pieces: readonly Piece[]): readonly Node[] {
  return pieces.map(({ text, found }) => {
    if (!found) return document.createTextNode(text);
    const mark = element('mark');
    mark.textContent = text;
    return mark;
  });
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
