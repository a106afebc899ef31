import type { Answer, Hit } from '../../search/answer.ts';
import { foldText } from '../../search/exact-match.ts';
import { isGeneral } from '../../search/question-words.ts';
import { ODD_MARK, type IndexedPart } from '../../search/index-format.ts';
import { element } from '../element.ts';
import { repeated, whatAlsoFound } from './answer-words.ts';
import { hitOf } from './show-hit.ts';

/** Where an answer is shown, and what it needs to be. */
export interface AnswerPlace {
  readonly results: HTMLElement;
  /** Address of the site's root. */
  readonly base: string;
  /** Asks for something else. */
  readonly ask: (query: string) => void;
  /** Asks for more hits of the same; the first new one is in the list with this place on the page. */
  readonly more: (list: number) => void;
}

/** The lists of an answer, without the explanation that may come above them later. */
export const HITS = '.hits:not(.asked)';

/** Shows an answer: a term's explanation, exact hits, then what was also looked for, then the site's own pages. */
export function showAnswer(place: AnswerPlace, query: string, answer: Answer): void {
  const { results } = place;
  const { exact, also, corrections, isCorrected, readAs, understood } = answer;
  const [asked, pages] = termsApart(answer.pages, foldText(query));
  results.replaceChildren();
  // In quotes it means its letters and nothing else.
  if (understood !== undefined && understood.words.length > 0)
    results.append(offered('也可以', [[`逐字查找“${repeated(query)}”`, `“${query}”`]], place));
  // Who asks for a term wants its explanation before the projects that use it.
  if (asked.length > 0) results.append(listOf(asked, place, 'hits bare asked'));
  if (corrections.length > 0)
    results.append(
      offered(isCorrected ? '您要找的是不是：' : '原文中还有相近的写法：', pairsOf(corrections), place),
    );
  if (readAs.length > 0) results.append(offered('按拼音找到：', pairsOf(readAs), place));
  results.append(...waysOn(place, query, answer));
  if (exact.length > 0) results.append(listOf(exact, place));
  if (answer.count > exact.length && !isCorrected) results.append(moreOf(place));
  for (const found of also) {
    const { heading, note } = whatAlsoFound(found);
    results.append(
      element('h2', { className: 'partial' }, heading),
      element('p', { className: 'note' }, note),
      listOf(found.hits, place),
    );
    if (found.count > found.hits.length) results.append(moreOf(place));
  }
  if (results.querySelector('.hits')?.textContent.includes(ODD_MARK) === true)
    results.append(
      element('p', { className: 'note' }, `${ODD_MARK} 附有数据说明：核对时发现疑点，点进去看。`),
    );
  if (pages.length > 0)
    results.append(element('h2', { className: 'partial' }, '本站的其他页面'), listOf(pages, place));
}

/**
 * Pages with a section that explains just what is asked, with that section alone, to be read from its beginning; and
 * the others.
 */
function termsApart(pages: readonly Hit[], asked: string): readonly [readonly Hit[], readonly Hit[]] {
  const isAsked = ([label]: IndexedPart) => foldText(label) === asked;
  const terms = pages.flatMap((hit) => {
    const parts = hit.parts.filter(isAsked);
    return parts.length === 0 ? [] : [{ ...hit, words: [], parts }];
  });
  return [terms, pages.filter(({ parts }) => !parts.some(isAsked))];
}

/**
 * Pages that answer better than a list of hits: who asks only for 项目 wants all of them, the largest first; who asks what
 * is promised of something wants its indicators.
 */
function waysOn({ base }: AnswerPlace, query: string, { understood }: Answer): readonly HTMLElement[] {
  if (understood === undefined) return [];
  const matter = understood.words.filter((word) => !isGeneral(word)).join(' ');
  if (understood.words.length > 0 && matter === '')
    return [way('全部项目，预算数从大到小', `${base}projects/`)];
  if (matter === '' || !/承诺|指标|目标/u.test(query)) return [];
  const address = `${base}indicators/?q=${encodeURIComponent(matter)}`;
  return [way(`全部指标里的“${matter}”`, address)];
}

const way = (words: string, href: string) =>
  element('p', { className: 'offers' }, '也可以看：', element('a', { href }, words));

/** A button that asks for more of the list above it. */
function moreOf({ results, more }: AnswerPlace): HTMLElement {
  const list = results.querySelectorAll(HITS).length - 1;
  const button = element('button', { type: 'button', className: 'more' }, '再显示一些');
  button.addEventListener('click', () => {
    more(list);
  });
  return button;
}

/** Adds what holds only parts of the words, ranked by Pagefind, below the answer. */
export function showRelated(place: AnswerPlace, hits: readonly Hit[]): void {
  if (hits.length === 0) {
    // Nothing at all: what there is can be looked through.
    if (place.results.querySelector('.hits') === null)
      place.results.append(way('全部项目', `${place.base}projects/`));
    return;
  }
  place.results.append(
    element('h2', { className: 'partial' }, '其他相关结果'),
    element('p', { className: 'note' }, '下面的只含检索词的一部分，相关的在前。'),
    listOf(hits, place),
  );
}

/** Words, each of which asks for itself. */
const pairsOf = (words: readonly string[]) => words.map((word) => [word, word] as const);

/** What can be asked for instead: what a button says, and the query. */
function offered(
  introduction: string,
  offers: readonly (readonly [words: string, query: string])[],
  { ask }: AnswerPlace,
): HTMLElement {
  const buttons = offers.map(([words, query]) => {
    const button = element('button', { type: 'button', className: 'offer' }, words);
    button.addEventListener('click', () => {
      ask(query);
    });
    return button;
  });
  return element('p', { className: 'offers' }, introduction, ...buttons);
}

function listOf(hits: readonly Hit[], place: AnswerPlace, className = 'hits bare'): HTMLElement {
  return element('ol', { className }, ...hits.map((hit) => hitOf(hit, place.base)));
}
