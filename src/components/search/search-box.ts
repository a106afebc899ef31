/** Answers in the search box as one types. */
import { queryWords } from '../../search/exact-match.ts';
import { element } from '../element.ts';
import { keepScroll, restoreScroll } from './keep-scroll.ts';
import { openEngine } from './open-engine.ts';
import { OtherPages } from './other-pages.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { moveByArrows } from './result-keys.ts';
import { FILTER_NAMES, keepInAddress, readState, type SearchState } from './search-state.ts';
import { HITS, showAnswer, showOtherPages, type AnswerPlace } from './show-answer.ts';

/** How many hits are shown at first, and how many more each time. */
const STEP = 20;

/** How long after a character the question is asked, in milliseconds: an answer takes little longer itself. */
const PAUSE = 50;

document.querySelectorAll<HTMLElement>('.search').forEach(start);

function start(box: HTMLElement): void {
  const form = box.querySelector('form');
  const input = form?.querySelector<HTMLInputElement>('input[type="search"]');
  const status = box.querySelector<HTMLElement>('.search-status');
  const results = box.querySelector<HTMLElement>('.search-results');
  if (!input || !form || status === null || results === null) return;

  const { index = '', bundle, base = '/' } = box.dataset;
  const onSearchPage = new URL(form.action).pathname === location.pathname;
  const engine = openEngine(index);
  const otherPages = bundle === undefined ? undefined : new OtherPages(bundle);
  let latest = 0;
  let limit = STEP;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stateOfForm = (): SearchState =>
    readState(
      new URLSearchParams(
        [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
      ),
    );
  const place: AnswerPlace = {
    results,
    status,
    base,
    heading: box.dataset.headingLevel === '3' ? 'h3' : 'h2',
    ask: (query) => {
      input.value = query;
      input.focus();
      askAnew();
    },
    more: (list) => {
      const listed = () => results.querySelectorAll(HITS)[list]?.children;
      const shown = listed()?.length ?? 0;
      limit += STEP;
      void answer().then(() => listed()?.[shown]?.querySelector('a')?.focus());
    },
    departments: [],
  };

  const askAnew = () => {
    limit = STEP;
    void answer();
  };

  /** Asks and shows the answer, unless a later question has been asked meanwhile. */
  const answer = async () => {
    const state = stateOfForm();
    const { query, filter } = state;
    const turn = ++latest;
    if (onSearchPage) keepInAddress(state);
    if (queryWords(query).length === 0) {
      status.textContent = '';
      showRecent();
      return;
    }
    try {
      const found = await engine.ask(query, filter, limit);
      const { departments } = await engine.meta();
      if (turn !== latest) return;
      showAnswer({ ...place, departments: departments.map(([, name]) => name) }, query, found);
      if (Object.keys(filter).length > 0) return;
      const pages = (await otherPages?.find(queryWords(query)).catch(() => [])) ?? [];
      if (turn === latest) showOtherPages(place, query, pages);
    } catch (error) {
      console.error(error);
      if (turn === latest) status.textContent = '检索没有成功，请检查网络后再试，或到“全部项目”查找。';
    }
  };

  const showRecent = () => {
    results.replaceChildren();
    const queries = onSearchPage ? recentSearches() : [];
    if (queries.length === 0) return;
    const links = queries.map((query) =>
      element('a', { href: `${form.action}?q=${encodeURIComponent(query)}` }, query),
    );
    const clear = element('button', { type: 'button', className: 'offer' }, '清除记录');
    clear.addEventListener('click', () => {
      forgetSearches();
      results.replaceChildren();
      status.textContent = '检索记录已清除。';
      input.focus();
    });
    results.append(
      element('p', { className: 'examples' }, element('span', {}, '最近检索：'), ...links, clear),
    );
  };

  // The first file is on its way while one begins to type.
  input.addEventListener('focus', () => void engine.meta().catch(() => undefined), { once: true });
  input.addEventListener('input', (event) => {
    clearTimeout(timer);
    // Pinyin that is still being turned into characters is no query.
    if (event instanceof InputEvent && event.isComposing) return;
    timer = setTimeout(askAnew, queryWords(input.value).length === 0 ? 0 : PAUSE);
  });
  input.addEventListener('compositionend', askAnew);
  form.addEventListener('change', (event) => {
    if (event.target !== input) askAnew();
  });
  results.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a') !== null) rememberSearch(input.value);
  });
  moveByArrows(box, input, askAnew);
  form.addEventListener('submit', (event) => {
    rememberSearch(input.value);
    // Elsewhere the form leads to the search page, so that going back finds the answer again.
    if (!onSearchPage) return;
    event.preventDefault();
    clearTimeout(timer);
    // Puts a phone's keyboard away from the answer.
    input.blur();
    askAnew();
  });
  addEventListener('popstate', () => {
    fill(form);
    askAnew();
  });

  if (!onSearchPage) return;
  fill(form);
  if (input.value === '') input.focus();
  void answer().then(restoreScroll);
  addEventListener('pagehide', keepScroll);
}

/** Sets the controls of the form to what the address says. */
function fill(form: HTMLFormElement): void {
  const { query, filter } = readState(new URLSearchParams(location.search));
  const set = (name: string, value: string) => {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
  };
  set('q', query);
  for (const name of FILTER_NAMES) set(name, String(filter[name] ?? ''));
  const details = form.querySelector('details');
  if (details !== null && Object.keys(filter).length > 0) details.open = true;
}
