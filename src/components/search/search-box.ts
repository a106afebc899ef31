/** Answers in the search box as one types. */
import { queryWords } from '../../search/exact-match.ts';
import { loadPagefind, type Pagefind } from './pagefind.ts';
import { findPages } from './find-pages.ts';
import { showAnswer } from './show-answer.ts';

document.querySelectorAll<HTMLElement>('.search').forEach(start);

function start(box: HTMLElement): void {
  const input = box.querySelector('input');
  const form = box.querySelector('form');
  const status = box.querySelector<HTMLElement>('.search-status');
  const results = box.querySelector<HTMLElement>('.search-results');
  if (input === null || form === null || status === null || results === null) return;

  const onSearchPage = new URL(form.action).pathname === location.pathname;
  let pagefind: Promise<Pagefind> | undefined;
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const load = () => (pagefind ??= loadPagefind(box.dataset.bundle ?? ''));

  /** Asks and shows the answer, unless a later question has been asked meanwhile. */
  const answer = async () => {
    const query = input.value.trim();
    const turn = ++latest;
    if (onSearchPage) keepInAddress(query);
    if (query === '') {
      results.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      const found = await findPages(await load(), query, box.dataset.codes ?? '');
      if (turn !== latest) return;
      showAnswer({ results, status, heading: box.dataset.headingLevel === '3' ? 'h3' : 'h2' }, query, found);
    } catch (error) {
      console.error(error);
      pagefind = undefined;
      if (turn === latest) status.textContent = '检索没有成功，请检查网络后再试，或到“全部项目”查找。';
    }
  };

  input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
  input.addEventListener('input', (event) => {
    clearTimeout(timer);
    // Pinyin that is still being turned into characters is no query.
    if (event instanceof InputEvent && event.isComposing) return;
    timer = setTimeout(() => void answer(), queryWords(input.value).length === 0 ? 0 : 120);
  });
  input.addEventListener('compositionend', () => void answer());
  form.addEventListener('submit', (event) => {
    // Elsewhere the form leads to the search page, so that going back finds the answer again.
    if (!onSearchPage) return;
    event.preventDefault();
    clearTimeout(timer);
    // Puts a phone's keyboard away from the answer.
    input.blur();
    void answer();
  });
  addEventListener('popstate', () => {
    input.value = queryInAddress();
    void answer();
  });

  if (!onSearchPage) return;
  input.value = queryInAddress();
  if (input.value === '') input.focus();
  else void answer().then(restoreScroll);
  addEventListener('pagehide', keepScroll);
}

/** The answer is drawn after the browser has put the page back to where it was; so the place is kept here. */
function keepScroll(): void {
  sessionStorage.setItem(location.href, String(scrollY));
}

function restoreScroll(): void {
  const [entry] = performance.getEntriesByType('navigation');
  if (entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate') {
    scrollTo(0, Number(sessionStorage.getItem(location.href) ?? '0'));
  }
}

function queryInAddress(): string {
  return new URLSearchParams(location.search).get('q') ?? '';
}

/** The query stands in the address, so that an answer can be shared; typing does not fill the history. */
function keepInAddress(query: string): void {
  const address = new URL(location.href);
  if (query === '') address.searchParams.delete('q');
  else address.searchParams.set('q', query);
  if (address.href !== location.href) history.replaceState(null, '', address);
}
