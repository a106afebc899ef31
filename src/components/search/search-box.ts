/** Answers in the search box as one types. */
import { isEnough, matterOf, type Answer, type Hit, type SearchFilter } from '../../search/answer.ts';
import { queryWords } from '../../search/exact-match.ts';
import { fetchFrom } from '../../search/index-reader.ts';
import { RankedSearch, type Pagefind } from '../../search/ranked-search.ts';
import { loadOnce } from '../load-once.ts';
import {
  fillFromAddress,
  isInAddress,
  keepInAddress,
  keepScroll,
  restoreScroll,
  valuesOf,
} from '../address-state.ts';
import { statusWords } from './answer-words.ts';
import { recentSearches, rememberSearch } from './recent-searches.ts';
import { HITS, showAnswer, showRelated, type AnswerPlace } from './show-answer.ts';

/** How many hits are shown at first, and how many more each time. */
const STEP = 20;

/** How long after a character the question is asked, in milliseconds: an answer takes little longer itself. */
const PAUSE = 50;

/** How much longer what is related is waited with: it is much to load for a word that is not finished. */
const RELATED_PAUSE = 300;

const NAMES = ['q', 'year', 'department', 'part', 'least', 'most'] as const;

document.querySelectorAll<HTMLElement>('.search').forEach(start);

function start(box: HTMLElement): void {
  const form = box.querySelector('form');
  const input = form?.querySelector<HTMLInputElement>('input[type="search"]');
  const status = box.querySelector<HTMLElement>('.search-status');
  const results = box.querySelector<HTMLElement>('.search-results');
  if (!input || !form || status === null || results === null) return;

  const { index = '', ranked = '', base = '/' } = box.dataset;
  const onSearchPage = new URL(form.action).pathname === location.pathname;
  // Loaded when somebody is about to ask, which most readers of a page never are.
  const engine = loadOnce(async () => {
    const { SearchEngine } = await import('../../search/search-engine.ts');
    return new SearchEngine(fetchFrom(index));
  });
  const related = new RankedSearch(() => loadPagefind(ranked));
  let latest = 0;
  let limit = STEP;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const place: AnswerPlace = {
    results,
    base,
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
  };

  const askAnew = () => {
    limit = STEP;
    void answer();
  };

  /** Asks and shows the answer, unless a later question has been asked meanwhile. */
  const answer = async () => {
    const { q: query, ...filters } = valuesOf(form, NAMES);
    const filter = filterOf(filters);
    const turn = ++latest;
    if (onSearchPage) keepInAddress({ q: query, ...filters });
    results.removeAttribute('aria-busy');
    if (queryWords(query).length === 0) {
      status.textContent = '';
      showRecent();
      return;
    }
    try {
      const exact = await engine();
      const found = await exact.ask(query, filter, limit);
      const { years, departments } = await exact.meta();
      if (turn !== latest) return;
      const isAll = isEnough(query, found) || hasPartFilter(filter);
      const names = departments.map(([, name]) => name);
      showAnswer(place, query, found);
      status.textContent = statusWords(query, found, names, isAll ? 0 : undefined);
      if (isAll) {
        showRelated(place, []);
        return;
      }
      // Readers are told of the answer, and tests wait for it, when all of it is there.
      results.setAttribute('aria-busy', 'true');
      await new Promise((resolve) => setTimeout(resolve, RELATED_PAUSE));
      if (turn !== latest) return;
      const hits = await related
        .find(matterOf(query, found), filter, years, pathsOf(found))
        .catch((error: unknown) => {
          console.warn(error);
          return [];
        });
      if (turn !== latest) return;
      showRelated(place, hits);
      status.textContent = statusWords(query, found, names, hits.length);
      results.removeAttribute('aria-busy');
    } catch (error) {
      console.error(error);
      if (turn === latest)
        status.textContent = '检索没有成功，请检查网络，刷新网页再试，或到“全部项目”查找。';
    }
  };

  const showRecent = () => {
    const recent = onSearchPage ? recentSearches(form.action, forgotten) : undefined;
    results.replaceChildren(...(recent === undefined ? [] : [recent]));
  };

  const forgotten = () => {
    results.replaceChildren();
    status.textContent = '检索记录已清除。';
    input.focus();
  };

  // The first file is on its way while one begins to type.
  const prepare = async () => (await engine()).meta();
  input.addEventListener('focus', () => void prepare().catch(() => undefined), { once: true });
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
  // Who was quicker than this script has begun to type.
  const typed = input.value;
  if (!onSearchPage) {
    if (typed !== '') askAnew();
    return;
  }
  addEventListener('popstate', () => {
    if (isInAddress(valuesOf(form, NAMES))) return;
    fill(form);
    askAnew();
  });
  fill(form);
  if (typed !== '') input.value = typed;
  if (input.value === '') input.focus();
  void answer().then(restoreScroll);
  addEventListener('pagehide', keepScroll);
  // What was kept has been cleared, here or in another tab.
  addEventListener('storage', () => {
    if (queryWords(input.value).length === 0) showRecent();
  });
}

/** Pagefind's program lies with its index and is no part of this script. */
async function loadPagefind(folder: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind & {
    init(): Promise<void>;
  };
  await pagefind.init();
  return pagefind;
}

/** Reads the filters from what the fields hold; what makes no sense is left out. */
function filterOf(
  fields: Readonly<Record<'year' | 'department' | 'part' | 'least' | 'most', string>>,
): SearchFilter {
  const { year, department, part } = fields;
  const amount = (name: 'least' | 'most') => {
    const number = fields[name] === '' ? NaN : Number(fields[name].normalize('NFKC').replaceAll(',', ''));
    return Number.isFinite(number) && number >= 0 ? { [name]: number } : {};
  };
  return {
    ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}),
    ...(department === '' ? {} : { department }),
    ...(part === '' ? {} : { part }),
    ...amount('least'),
    ...amount('most'),
  };
}

/** Pagefind knows years and departments, and neither the parts of a form nor amounts. */
function hasPartFilter({ part, least, most }: SearchFilter): boolean {
  return part !== undefined || least !== undefined || most !== undefined;
}

function pathsOf({ exact, also, pages }: Answer): ReadonlySet<string> {
  const hits: readonly Hit[] = [...exact, ...also.flatMap((found) => found.hits), ...pages];
  return new Set(hits.map(({ document: { path } }) => path));
}

/** Sets the controls of the form to what the address says. */
function fill(form: HTMLFormElement): void {
  fillFromAddress(form, NAMES);
  const details = form.querySelector('details');
  const isFiltered = Object.entries(valuesOf(form, NAMES)).some(
    ([name, value]) => name !== 'q' && value !== '',
  );
  if (details !== null && isFiltered) details.open = true;
}

/** Moves through the results by the arrow keys, back to the box at the top, and clears it by Escape. */
function moveByArrows(box: HTMLElement, input: HTMLInputElement, cleared: () => void): void {
  box.addEventListener('keydown', (event) => {
    // An input method's own list is moved through by the same keys.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...box.querySelectorAll<HTMLElement>('.search-results a, .search-results button')];
    const at = links.findIndex((link) => link === document.activeElement);
    const onInput = document.activeElement === input;
    if (event.key === 'Escape' && (onInput || at >= 0)) {
      if (onInput && input.value !== '') {
        input.value = '';
        cleared();
      }
      input.focus();
    } else if (event.key === 'ArrowDown' && (onInput || at >= 0)) links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (at === 0 ? input : links[at - 1])?.focus();
    else return;
    event.preventDefault();
  });
}
