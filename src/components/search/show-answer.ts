import { excerptOf, queryWords } from '../../search/exact-match.ts';
import type { Answer, Hit } from '../../search/search-engine.ts';
import { element, markedNodes } from './elements.ts';
import type { OtherPage } from './other-pages.ts';

/** Where an answer is shown, and what it needs to be. */
export interface AnswerPlace {
  readonly results: HTMLElement;
  readonly status: HTMLElement;
  /** Level of the hits' headings. */
  readonly heading: 'h2' | 'h3';
  /** Address of the site's root. */
  readonly base: string;
  /** Asks for something else. */
  readonly ask: (query: string) => void;
  /** Asks for more hits of the same. */
  readonly more: () => void;
}

/** How many parts of one project are shown. */
const MOST_PARTS = 3;

/** Shows an answer: exact hits, then a line that says so, then hits of parts, then other pages. */
export function showAnswer(place: AnswerPlace, query: string, answer: Answer): void {
  const { results, status } = place;
  const { exact, partial, corrections, isCorrected, readAs } = answer;
  status.textContent = statusWords(query, answer);
  results.replaceChildren();
  if (corrections.length > 0)
    results.append(offered(isCorrected ? '您要找的是不是：' : '原文中还有相近的写法：', corrections, place));
  if (readAs.length > 0) results.append(offered('按拼音找到：', readAs, place));
  if (exact.length > 0) results.append(listOf(exact, place));
  const rest = answer.count - exact.length;
  if (rest > 0 && !isCorrected) {
    const button = element('button', { type: 'button', className: 'more' }, '再显示一些');
    button.addEventListener('click', place.more);
    results.append(button);
  }
  if (partial.length > 0) {
    results.append(
      element(place.heading, { className: 'partial' }, '以下只含检索词的一部分'),
      listOf(partial, place),
    );
  }
}

/** Adds the site's other pages that hold the words below the answer. */
export function showOtherPages(place: AnswerPlace, query: string, pages: readonly OtherPage[]): void {
  if (pages.length === 0) return;
  const words = queryWords(query);
  const items = pages.map(({ url, title, text }) =>
    element(
      'li',
      {},
      element(
        below(place.heading),
        {},
        element('a', { href: url }, ...markedNodes(excerptOf(title, words, 200))),
      ),
      element('p', { className: 'excerpt' }, ...markedNodes(excerptOf(text, words))),
    ),
  );
  place.results.append(
    element(place.heading, { className: 'partial' }, '本站的其他页面'),
    element('ol', { className: 'hits' }, ...items),
  );
}

function statusWords(
  query: string,
  { exact, partial, count, isCounted, isCorrected, readAs, corrections }: Answer,
): string {
  if (isCorrected) {
    return `没有找到“${query}”，下面是“${corrections[0] ?? ''}”等相近写法的${String(exact.length)}个结果。`;
  }
  if (exact.length === 0 && partial.length === 0) {
    return `没有找到“${query}”。可以换一个说法、少写几个字，或检查有没有错别字。`;
  }
  if (exact.length === 0) return `没有含“${query}”全文的项目；有${String(partial.length)}个含其中一部分。`;
  const found = `${isCounted ? '' : '约'}${String(count)}个`;
  if (readAs.length > 0) return `按拼音“${query}”找到${found}结果。`;
  return `找到${found}含“${query}”的结果${partial.length > 0 ? `；另有${String(partial.length)}个只含其中一部分` : ''}。`;
}

/** Words that can be asked for instead. */
function offered(introduction: string, words: readonly string[], { ask }: AnswerPlace): HTMLElement {
  const buttons = words.map((word) => {
    const button = element('button', { type: 'button', className: 'offer' }, word);
    button.addEventListener('click', () => {
      ask(word);
    });
    return button;
  });
  return element('p', { className: 'offers' }, introduction, ...buttons);
}

function listOf(hits: readonly Hit[], place: AnswerPlace): HTMLElement {
  return element('ol', { className: 'hits' }, ...hits.map((hit) => hitOf(hit, place)));
}

function hitOf({ document: found, parts, words }: Hit, { heading, base }: AnswerPlace): HTMLElement {
  const url = `${base}${found.path}`;
  const marked = (text: string, length?: number) => markedNodes(excerptOf(text, words, length));
  const facts = [...found.facts, found.code].join(' · ');
  const item = element(
    'li',
    {},
    element(heading, {}, element('a', { href: url }, ...marked(found.title, 200))),
    element('p', { className: 'facts' }, ...marked(facts, 200)),
  );
  const asked = `?q=${encodeURIComponent(words.join(' '))}`;
  const rows = parts
    .slice(0, MOST_PARTS)
    .map(([label, fragment, text]) =>
      element(
        'li',
        {},
        element(
          'a',
          { href: `${url}${asked}${fragment === '' ? '' : `#${fragment}`}` },
          element('span', { className: 'part' }, ...marked(label)),
          ' ',
          ...marked(text.replaceAll('\n', ' · ')),
        ),
      ),
    );
  if (rows.length > 0) item.append(element('ul', { className: 'parts' }, ...rows));
  const rest = parts.length - rows.length;
  if (rest > 0) item.append(element('p', { className: 'facts' }, `这里还有${String(rest)}处`));
  return item;
}

function below(heading: 'h2' | 'h3'): 'h3' | 'h4' {
  return heading === 'h2' ? 'h3' : 'h4';
}
