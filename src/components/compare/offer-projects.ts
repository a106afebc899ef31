/** Finds projects to compare by words, for a reader who does not know their codes. */
import type { Hit } from '../../search/answer.ts';
import { fetchFrom } from '../../search/index-reader.ts';
import { SearchEngine } from '../../search/search-engine.ts';
import { element } from '../element.ts';

/** How many are offered; whoever wants others writes more words. */
const MOST_OFFERED = 8;

/** Asks for the projects that some words find; words in a name come first. */
export type AskForProjects = (words: string) => Promise<readonly Hit[]>;

/** @param index where the files of the search index lie. */
export function projectFinder(index: string): AskForProjects {
  const engine = new SearchEngine(fetchFrom(index));
  return async (words) => {
    const { exact, also } = await engine.ask(words, {}, MOST_OFFERED);
    return [...exact, ...also.flatMap(({ hits }) => hits)]
      .filter(({ document }) => document.kind === 'project')
      .slice(0, MOST_OFFERED);
  };
}

/** Shows what was found, each with a button that takes it into the comparison. */
export function offerProjects(place: HTMLElement, hits: readonly Hit[], take: (code: string) => void): void {
  const items = hits.map(({ document: { title, code, facts } }) => {
    const button = element('button', { type: 'button', className: 'plain' }, '加入');
    button.setAttribute('aria-label', `加入比较：${title}`);
    button.addEventListener('click', () => {
      take(code);
    });
    const words = element(
      'div',
      {},
      title,
      element('span', { className: 'note' }, `${facts.join(' · ')} · ${code}`),
    );
    return element('li', {}, words, button);
  });
  place.replaceChildren(...(items.length === 0 ? [] : [element('ol', { className: 'chosen' }, ...items)]));
}
