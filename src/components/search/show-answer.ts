import { statusWords, whatAlsoFound } from './answer-words.ts';
import { excerptOf, queryWords } from '../../search/exact-match.ts';
import type { Answer, Hit } from '../../search/answer.ts';
import { element } from '../element.ts';
import { markedNodes } from './marked-nodes.ts';
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
  /** Asks for more hits of the same; the first new one is in the list with this place on the page. */
  readonly more: (list: number) => void;
  /** The departments of the site, by name. */
  readonly departments: readonly string[];
}

/** The lists of an answer, without the explanation that may come above them later. */
export const HITS = '.hits:not(.asked)';

/** How many parts of one project are shown. */
const MOST_PARTS = 3;

/** Shows an answer: exact hits, then what was also looked for, then hits of parts; the other pages follow. */
export function showAnswer(place: AnswerPlace, query: string, answer: Answer): void {
  const { results, status } = place;
  const { exact, also, partial, corrections, isCorrected, readAs } = answer;
  status.textContent = statusWords(query, answer, place.departments);
  results.replaceChildren();
  if (corrections.length > 0)
    results.append(offered(isCorrected ? '您要找的是不是：' : '原文中还有相近的写法：', corrections, place));
  if (readAs.length > 0) results.append(offered('按拼音找到：', readAs, place));
  if (exact.length > 0) results.append(listOf(exact, place));
  if (answer.count > exact.length && !isCorrected) results.append(moreOf(place));
  for (const found of also) {
    const { heading, note } = whatAlsoFound(found);
    results.append(
      element(place.heading, { className: 'partial' }, heading),
      element('p', { className: 'note' }, note),
      listOf(found.hits, place),
    );
    if (found.count > found.hits.length) results.append(moreOf(place));
  }
  if (partial.length > 0) {
    results.append(
      element(place.heading, { className: 'partial' }, '以下只含检索词的一部分'),
      listOf(partial, place),
    );
  }
}

/** A button that asks for more of the list above it. */
function moreOf({ results, more }: AnswerPlace): HTMLElement {
  const list = results.querySelectorAll(HITS).length - 1;
  const button = element('button', { type: 'button', className: 'more' }, '再显示一些');
  button.addEventListener('click', () => {
    more(list);
  });
  return button;
}

/** Adds the site's other pages that hold the words below the answer. */
export function showOtherPages(place: AnswerPlace, query: string, pages: readonly OtherPage[]): void {
  if (pages.length === 0) return;
  const words = queryWords(query);
  const isAsked = ({ section }: OtherPage) => section === query.trim();
  // An explanation is read from its beginning, any other page where it has the words.
  const excerpt = (page: OtherPage) => excerptOf(page.text, isAsked(page) ? [] : words);
  const itemOf = (page: OtherPage) =>
    element(
      'li',
      {},
      element(
        below(place.heading),
        {},
        element('a', { href: page.url }, ...markedNodes(excerptOf(page.title, words, 200))),
      ),
      element('p', { className: 'excerpt' }, ...markedNodes(excerpt(page))),
    );
  // Who asks for a term wants its explanation before the projects that use it.
  const [asked, others] = [pages.filter(isAsked), pages.filter((page) => !isAsked(page))];
  if (asked.length > 0)
    place.results.prepend(element('ol', { className: 'hits asked' }, ...asked.map(itemOf)));
  if (others.length === 0) return;
  place.results.append(
    element(place.heading, { className: 'partial' }, '本站的其他页面'),
    element('ol', { className: 'hits' }, ...others.map(itemOf)),
  );
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
  const item = element(
    'li',
    {},
    element(heading, {}, element('a', { href: url }, ...marked(found.title, 200))),
    element(
      'p',
      { className: 'facts' },
      ...found.facts.flatMap((fact, index) => [index > 0 ? '\u00a0· ' : '', ...marked(fact, 200)]),
      ' ',
      element('span', { className: 'hit-code' }, '编码', ...marked(found.code, 200)),
    ),
  );
  const asked = `?q=${encodeURIComponent(words.join(' '))}`;
  const different = withoutRepeats(parts);
  const rows = different
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
          ...marked(linesOf(text).join('\u00a0· ')),
        ),
      ),
    );
  if (rows.length > 0) item.append(element('ul', { className: 'parts' }, ...rows));
  const rest = different.length - rows.length;
  if (rest > 0)
    item.append(
      element(
        'p',
        {},
        element(
          'a',
          { href: `${url}${asked}` },
          `${found.kind === 'department' ? '这个部门' : '这个项目'}里还有${String(rest)}处`,
        ),
      ),
    );
  return item;
}

/** A part's lines; an amount without its separators is there to be found, and not to be read again. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.filter((line, index) => index === 0 || line !== lines[0]?.replaceAll(',', ''));
}

/** Forms often say one thing in several places: the purpose again as the goal. Each text is shown once, with all of them. */
function withoutRepeats(parts: Hit['parts']): Hit['parts'] {
  const byText = new Map<string, Hit['parts'][number]>();
  for (const [label, fragment, text] of parts) {
    const [labels, first] = byText.get(text) ?? [];
    byText.set(text, [labels === undefined ? label : `${labels}、${label}`, first ?? fragment, text]);
  }
  return [...byText.values()];
}

function below(heading: 'h2' | 'h3'): 'h3' | 'h4' {
  return heading === 'h2' ? 'h3' : 'h4';
}
