import type { Answer, Hit } from '../../search/answer.ts';
import { excerptOf, foldText } from '../../search/exact-match.ts';
import type { IndexedPart } from '../../search/index-format.ts';
import { element, markedNodes } from '../element.ts';
import { whatAlsoFound } from './answer-words.ts';

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

const NAMES = { project: '这个项目', department: '这个部门', page: '这一页' } as const;

/** How many parts of one project are shown. */
const MOST_PARTS = 3;

/** Shows an answer: a term's explanation, exact hits, then what was also looked for, then the site's own pages. */
export function showAnswer(place: AnswerPlace, query: string, answer: Answer): void {
  const { results } = place;
  const { exact, also, corrections, isCorrected, readAs } = answer;
  const [asked, pages] = termsApart(answer.pages, foldText(query));
  results.replaceChildren();
  // Who asks for a term wants its explanation before the projects that use it.
  if (asked.length > 0) results.append(listOf(asked, place, 'hits bare asked'));
  if (corrections.length > 0)
    results.append(offered(isCorrected ? '您要找的是不是：' : '原文中还有相近的写法：', corrections, place));
  if (readAs.length > 0) results.append(offered('按拼音找到：', readAs, place));
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
  if (hits.length === 0) return;
  place.results.append(
    element('h2', { className: 'partial' }, '其他相关结果'),
    element('p', { className: 'note' }, '下面的只含检索词的一部分，相关的在前。'),
    listOf(hits, place),
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

function listOf(hits: readonly Hit[], place: AnswerPlace, className = 'hits bare'): HTMLElement {
  return element('ol', { className }, ...hits.map((hit) => hitOf(hit, place)));
}

function hitOf({ document: found, parts, words }: Hit, { base }: AnswerPlace): HTMLElement {
  const url = `${base}${found.path}`;
  const marked = (text: string, length?: number) => markedNodes(excerptOf(text, words, length));
  const item = element('li', {}, element('h2', {}, element('a', { href: url }, ...marked(found.title, 200))));
  const code =
    found.code === '' ? [] : [element('span', { className: 'hit-code' }, '编码', ...marked(found.code, 200))];
  const facts = found.facts.flatMap((fact, index) => [index > 0 ? '\u00a0· ' : '', ...marked(fact, 200)]);
  if (facts.length + code.length > 0)
    item.append(element('p', { className: 'facts' }, ...facts, ' ', ...code));
  // The site's own pages mark no words.
  const asked = found.kind === 'page' ? '' : `?q=${encodeURIComponent(words.join(' '))}`;
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
  if (rows.length > 0) item.append(element('ul', { className: 'parts bare' }, ...rows));
  const rest = different.length - rows.length;
  if (rest > 0)
    item.append(
      element(
        'p',
        {},
        element('a', { href: `${url}${asked}` }, `${NAMES[found.kind]}里还有${String(rest)}处`),
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
