/** Filters, sorts, sums and downloads the list of all projects as the reader asks. */
import { h, render } from 'preact';
import { ProjectChoice } from '../compare/project-choice.ts';
import { shownUnit } from '../components/display/amount-unit.ts';
import { loadJson, loadOnce } from '../components/load-once.ts';
import { offerSaving } from '../components/save-list/offer-saving.ts';
import { keepScroll, restoreScroll } from '../components/address-state.ts';
import type { Words } from '../model/words.ts';
import { CHARACTERS_FILE, INDEX_FOLDER, type Characters } from '../search/index-format.ts';
import { address } from '../site/addresses.ts';
import { Sentence } from '../views/Sentence.tsx';
import { BROWSE_FILE, type BrowseData } from './browse-data.ts';
import { BrowseForm } from './browse-form.ts';
import { BrowseResult } from './BrowseResult.tsx';
import { INITIAL, readState, STEP, writeState, type BrowseState } from './browse-state.ts';
import { filterProjects } from './filter-projects.ts';
import { readWords, type WordFilter } from './find-words.ts';
import { readBrowseData, type ListedProject } from './listed-project.ts';
import { sortProjects } from './sort-projects.ts';
import { savedProjects } from './saved-projects.ts';
import { shownTable, type ShownTable } from './shown-table.ts';
import { conditionsOf, sortWords, statusWords } from './words.ts';

/** How a change stands in the history: typing replaces, a choice can be gone back from. */
type History = 'push' | 'replace' | 'leave';

/** How long after a character the list follows, in milliseconds. */
const PAUSE = 50;

document.querySelectorAll<HTMLElement>('.browse').forEach(start);

function start(place: HTMLElement): void {
  const complete = place.querySelector<HTMLElement>('.browse-complete');
  const form = place.querySelector('form');
  const status = place.querySelector<HTMLElement>('.browse-status');
  const resultPlace = place.querySelector<HTMLElement>('.browse-result');
  if (complete === null || form === null || status === null || resultPlace === null) return;

  /** Whether all projects stand in the page; otherwise the first of them. */
  const hasAll = place.dataset.complete === 'true';
  const moreButton = complete.querySelector<HTMLElement>('[data-action="more"]');
  const controls = new BrowseForm(form);
  const choice = new ProjectChoice();
  const load = loadOnce(async () => {
    const data = (await loadJson(address(BROWSE_FILE))) as BrowseData;
    return { data, projects: readBrowseData(data) };
  });
  const readings = loadOnce(
    () => loadJson(address(`${INDEX_FOLDER}${CHARACTERS_FILE}`)) as Promise<Characters>,
  );

  const fromAddress = () => readState(new URLSearchParams(location.search), controls.known);
  // Who was quicker than this script has begun to fill in the controls.
  const isAddressed = location.search !== '';
  let state = isAddressed ? fromAddress() : controls.state();
  let table: ShownTable = { rows: [], periods: [], totals: [] };
  const say = (words: Words) => {
    render(h(Sentence, { of: words }), status);
  };
  let turn = 0;
  let isMoreAsked = false;
  const { title } = document;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Takes on a state: controls, address and result follow. */
  const take = async (next: BrowseState, history: History) => {
    state = next;
    clearTimeout(timer);
    const own = ++turn;
    controls.offerClear(state);
    keepInAddress(state, history);
    document.title = state.query === '' ? title : `“${state.query}” - ${title}`;
    try {
      const { data, projects } = await load();
      const words = await readWords(state.query, projects, data, readings);
      if (own === turn) show(data, projects, words);
    } catch (error) {
      console.error(error);
      if (own !== turn) return;
      showResult(false);
      say(['项目数据没有载入，请检查网络后再试。']);
    }
  };

  const show = (data: BrowseData, projects: readonly ListedProject[], words: WordFilter) => {
    const filtered = filterProjects(projects, state, words, data.years[0]);
    table = shownTable(projects, sortProjects(filtered.projects, state.sort));
    const { rows: shown } = table;
    controls.showCounts(filtered, state);
    controls.offerResult(shown.length === 0);
    const isAsked = isMoreAsked || writeState(state).toString() !== '';
    showResult(isAsked);
    if (!isAsked) {
      if (!hasAll) say(statusWords(shown, state, words));
      else if (status.textContent !== '') say([`显示全部${String(shown.length)}个项目。`]);
      return;
    }
    render(
      h(BrowseResult, {
        state,
        table,
        found: words.alternatives.flat(),
        sort: (sort) => {
          const next = { ...state, sort, shown: STEP };
          controls.fill(next);
          void take(next, 'push');
        },
        more: () => {
          const { shown: before } = state;
          void take({ ...state, shown: before + STEP }, 'replace').then(() => {
            resultPlace.querySelectorAll<HTMLElement>('tbody th a')[before]?.focus();
          });
        },
      }),
      resultPlace,
    );
    choice.offerIn(resultPlace);
    say(statusWords(shown, state, words));
  };

  const showResult = (isShown: boolean) => {
    resultPlace.hidden = !isShown;
    complete.hidden = isShown;
    if (!isShown) choice.leave();
  };

  const isTyped = (target: EventTarget | null) =>
    target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type);

  // The data are on their way while one begins to choose; a list that is shown already stays as it is.
  form.addEventListener(
    'focusin',
    () => {
      if (turn === 0) void take(state, 'leave');
    },
    { once: true },
  );
  form.addEventListener('input', (event) => {
    if (!isTyped(event.target)) return;
    clearTimeout(timer);
    // Pinyin that is still being turned into characters is no query.
    if (event instanceof InputEvent && event.isComposing) return;
    timer = setTimeout(() => void take(controls.state(), 'replace'), PAUSE);
  });
  form.addEventListener('compositionend', () => void take(controls.state(), 'replace'));
  form.addEventListener('change', (event) => {
    if (!isTyped(event.target)) void take(controls.state(), 'push');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void take(controls.state(), 'replace');
  });
  form.querySelector('[data-action="clear"]')?.addEventListener('click', () => {
    controls.fill(INITIAL);
    // The button goes with what it cleared.
    controls.focusWords();
    void take(INITIAL, 'push');
  });
  form.querySelector('[data-action="show"]')?.addEventListener('click', () => {
    status.scrollIntoView({ block: 'start' });
    status.focus({ preventScroll: true });
  });
  offerSaving(
    form,
    async () => {
      // What was typed a moment ago is taken on first.
      await take({ ...controls.state(), shown: state.shown }, 'replace');
      const { data } = await load();
      return savedProjects(
        table,
        shownUnit(),
        conditionsOf(state, data),
        sortWords(state.sort),
        ({ href }) => new URL(href, location.href).href,
      );
    },
    () => {
      say(['文件没有做成，请检查网络后再试。']);
    },
  );
  if (moreButton !== null) moreButton.hidden = false;
  moreButton?.addEventListener('click', () => {
    const before = complete.querySelectorAll('tbody tr').length;
    isMoreAsked = true;
    void take(state, 'leave').then(() => {
      resultPlace.querySelectorAll<HTMLElement>('tbody th a')[before]?.focus();
    });
  });
  addEventListener('popstate', () => {
    const next = fromAddress();
    controls.fill(next);
    void take(next, 'leave');
  });

  controls.fill(state);
  const filters = form.querySelector('details');
  if (filters !== null) filters.open = matchMedia('(min-width: 46.01em)').matches;
  addEventListener('pagehide', keepScroll);
  if (writeState(state).toString() === '') return;
  void take(state, isAddressed ? 'leave' : 'replace').then(restoreScroll);
}

function keepInAddress(state: BrowseState, history: History): void {
  if (history === 'leave') return;
  const address = new URL(location.href);
  address.search = writeState(state).toString();
  address.hash = '';
  if (address.href === location.href) return;
  if (history === 'push') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
}
