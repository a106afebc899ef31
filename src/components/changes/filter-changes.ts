/** Narrows the list of changes to what is asked for, over all its pages; the state stands in the address. */
import { foldText, queryWords } from '../../search/exact-match.ts';
import { fillFromAddress, keepInAddress, valuesOf } from '../address-state.ts';
import { CHANGE_FILTER_NAMES as NAMES } from './filters.ts';

const form = document.querySelector<HTMLFormElement>('form[data-filters]');
const status = document.querySelector<HTMLElement>('[data-filter-status]');
const list = document.querySelector<HTMLElement>('[data-days]');
if (form !== null && status !== null && list !== null) start(form, status, list);

function start(form: HTMLFormElement, status: HTMLElement, list: HTMLElement): void {
  const clear = form.querySelector<HTMLButtonElement>('button[type="reset"]');
  /** Pages of the list that are not fetched yet. */
  let parts = (form.dataset.parts ?? '').split(' ').filter((address) => address !== '');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFetching = false;

  const show = (isAsked: boolean, values: Readonly<Record<(typeof NAMES)[number], string>>) => {
    const [words, project] = [queryWords(values.q), queryWords(values.project)];
    let [count, all] = [0, 0];
    for (const change of list.querySelectorAll<HTMLElement>('[data-change]')) {
      const reason = foldText([...change.querySelectorAll(':scope > p')].map((p) => p.textContent).join(' '));
      let own = 0;
      for (const file of change.querySelectorAll<HTMLElement>('[data-file]')) {
        const text = reason + foldText(file.textContent);
        const name = foldText(file.dataset.project ?? '');
        const isWanted =
          (values.year === '' || (file.dataset.year ?? '').split(' ').includes(values.year)) &&
          (values.department === '' ||
            (file.dataset.department ?? '').split(' ').includes(values.department)) &&
          (values.topic === '' || (file.dataset.topics ?? '').split('\n').includes(values.topic)) &&
          project.every((word) => name.includes(word)) &&
          words.every((word) => text.includes(word));
        file.hidden = !isWanted;
        if (isWanted) own += 1;
      }
      change.hidden = own === 0;
      count += change.hidden ? 0 : 1;
      all += 1;
      const folded = change.querySelector('details');
      if (folded !== null && isAsked) folded.open = own > 0 && own <= 20;
    }
    for (const day of list.querySelectorAll<HTMLElement>('[data-day]'))
      day.hidden = day.querySelector('[data-change]:not([hidden])') === null;
    if (clear !== null) clear.hidden = !isAsked;
    if (isAsked)
      status.textContent = count === 0 ? NOTHING : `符合条件的改动有${String(count)}次，共${String(all)}次。`;
    else status.textContent = '';
  };

  const apply = async () => {
    const values = valuesOf(form, NAMES);
    const isAsked = NAMES.some((name) => values[name] !== '');
    keepInAddress(values);
    show(isAsked, values);
    if (!isAsked || isFetching) return;
    isFetching = true;
    while (parts.length > 0) {
      status.textContent += '正在找其他页……';
      const [next = '', ...others] = parts;
      const days = await daysOf(next);
      if (days === undefined) {
        status.textContent = '其他页没有取到，请检查网络后再试。上面只有本页的改动。';
        break;
      }
      parts = others;
      list.append(...days);
      show(true, valuesOf(form, NAMES));
    }
    isFetching = false;
  };
  const later = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void apply(), wait);
  };

  fillFromAddress(form, NAMES);
  form.hidden = false;
  if (location.search !== '') void apply();
  form.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (event instanceof InputEvent && event.isComposing) return;
    later(event.target instanceof HTMLSelectElement ? 0 : 150);
  });
  form.addEventListener('compositionend', () => {
    later(0);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    later(0);
  });
  form.addEventListener('reset', () => {
    // The fields are emptied after this event, and the button goes with what it cleared.
    form.querySelector<HTMLElement>('[name="q"]')?.focus();
    later(0);
  });
}

const NOTHING = '没有符合条件的改动。可以少选一个条件，或清除条件。';

/** The days of another page of the list; undefined where it cannot be fetched. */
async function daysOf(address: string): Promise<readonly Element[] | undefined> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return undefined;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return [...page.querySelectorAll('[data-day]')].map((day) => document.importNode(day, true));
  } catch {
    return undefined;
  }
}
