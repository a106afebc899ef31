/** Narrows the list of indicators to what is asked for; the state stands in the address. */
import { isWanted, type FilterableRow, type IndicatorFilter } from '../../model/indicator-filter.ts';
import { foldText, queryWords } from '../../search/exact-match.ts';
import { foldAgain } from '../unfold.ts';
import type { Condition } from '../save-list/saved-list.ts';
import { offerSaving } from '../save-list/offer-saving.ts';
import { fillFromAddress, keepInAddress, valuesOf } from '../address-state.ts';
import { INDICATOR_FILTERS, INDICATOR_FILTER_NAMES as NAMES, type IndicatorFilterName } from './filters.ts';
import { savedIndicators } from './saved-indicators.ts';

/** A row with its element. */
interface ShownRow extends FilterableRow {
  readonly element: HTMLTableRowElement;
}

const form = document.querySelector<HTMLFormElement>('form[data-filters]');
const status = document.querySelector<HTMLElement>('[data-filter-status]');
if (form !== null && status !== null) start(form, status);

function start(form: HTMLFormElement, status: HTMLElement): void {
  const rows = readRows();
  const clear = form.querySelector<HTMLButtonElement>('button[type="reset"]');
  const ways = [...document.querySelectorAll<HTMLAnchorElement>('.page-parts a')];
  const groups = [...document.querySelectorAll<HTMLElement>('.page-parts > div')];
  const sections = [...document.querySelectorAll<HTMLElement>('[data-group]')];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const apply = () => {
    const values = valuesOf(form, NAMES);
    const filter = filterOf(values);
    let count = 0;
    for (const row of rows) {
      const wanted = isWanted(row, filter);
      if ((row.element.getAttribute('hidden') === '') === wanted) row.element.hidden = !wanted;
      if (wanted) count += 1;
    }
    foldAgain();
    // Innermost first, so that a first level goes when all of its second levels have gone.
    for (const section of [...sections].reverse()) {
      const shown = section.querySelectorAll('tbody tr:not([hidden=""])').length;
      const counter = section.querySelector(':scope > h3 > .count');
      section.hidden = shown === 0;
      if (counter !== null) counter.textContent = `${String(shown)}项`;
    }
    for (const way of ways) {
      const heading = document.getElementById(way.dataset.heading ?? '');
      const [counter, found] = [way.querySelector('.count'), heading?.querySelector('.count')];
      way.hidden = heading?.closest('[data-group]')?.matches('[hidden]') === true;
      if (counter !== null && found != null) counter.textContent = found.textContent;
    }
    for (const group of groups) group.hidden = group.querySelector('a:not([hidden])') === null;
    for (const offer of form.querySelectorAll<HTMLElement>('[data-offer="result"]'))
      offer.hidden = count === 0;
    if (clear !== null) clear.hidden = Object.values(values).every((value) => value === '');
    status.textContent = statusWords(count, rows.length);
    keepInAddress(values);
  };

  offerSaving(
    form,
    () => {
      clearTimeout(timer);
      apply();
      return Promise.resolve(
        savedIndicators(
          rows.map(({ element }) => element),
          rows.flatMap(({ element }) => (element.getAttribute('hidden') === '' ? [] : element)),
          [['年度', form.dataset.year ?? ''], ...conditionsOf(form)],
        ),
      );
    },
    () => {
      status.textContent = '文件没有做成，请检查网络后再试。';
    },
  );
  fillFromAddress(form, NAMES);
  form.hidden = false;
  // The count is said when something is asked for, not when the page opens.
  if (location.search !== '') apply();
  form.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (event instanceof InputEvent && event.isComposing) return;
    timer = setTimeout(apply, event.target instanceof HTMLSelectElement ? 0 : 150);
  });
  form.addEventListener('compositionend', apply);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    apply();
  });
  form.addEventListener('reset', () => {
    clearTimeout(timer);
    // The fields are emptied after this event, and the button goes with what it cleared.
    form.querySelector<HTMLElement>('[name="q"]')?.focus();
    timer = setTimeout(apply);
  });
}

function readRows(): readonly ShownRow[] {
  return [...document.querySelectorAll<HTMLTableElement>('table[data-level]')].flatMap((table) =>
    [...(table.tBodies[0]?.rows ?? [])].map((element) => ({
      element,
      words: foldText(element.textContent),
      level: table.dataset.level ?? '',
      department: element.dataset.department ?? '',
      comparator: element.dataset.sign ?? '',
      unit: element.dataset.unit ?? '',
      type: element.dataset.type ?? '',
      hasNotes: element.dataset.notes !== undefined,
      outcome: element.dataset.outcome ?? '',
    })),
  );
}

function filterOf(values: Readonly<Record<IndicatorFilterName, string>>): IndicatorFilter {
  const { q, level, department, sign, unit, type, notes, outcome } = values;
  return {
    words: queryWords(q),
    level,
    department,
    comparator: sign,
    unit,
    type,
    outcome,
    notes: notes === '有' || notes === '无' ? notes : '',
  };
}

/** What is asked for, in words: a choice as its control says it, without the count. */
function conditionsOf(form: HTMLFormElement): readonly Condition[] {
  return Object.entries(valuesOf(form, NAMES)).flatMap(([name, value]) => {
    const field = form.elements.namedItem(name);
    const chosen =
      name === 'department' && field instanceof HTMLSelectElement ? field.selectedOptions[0] : null;
    return value === ''
      ? []
      : [[INDICATOR_FILTERS[name as IndicatorFilterName], chosen?.text.trim() ?? value]];
  });
}

function statusWords(count: number, all: number): string {
  if (count === 0) return '没有符合条件的指标。可以少选一个条件，或清除条件。';
  return count === all
    ? `显示全部${String(all)}项指标。`
    : `符合条件的指标有${String(count)}项，共${String(all)}项。`;
}
