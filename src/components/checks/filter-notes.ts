/** Narrows the data notes to a year or a department; the choice stands in the address. */
import { fillFromAddress, keepInAddress, valuesOf } from '../address-state.ts';
import { foldAgain } from '../unfold.ts';

const NAMES = ['year', 'department'] as const;

const form = document.querySelector<HTMLFormElement>('form[data-filters]');
if (form !== null) start(form);

function start(form: HTMLFormElement): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-place]')];
  const lists = [...document.querySelectorAll<HTMLElement>('.rules li:not([data-place])')];
  const rules = [...document.querySelectorAll<HTMLElement>('.rules > div')];
  const status = form.querySelector('[role="status"]');

  const apply = () => {
    const values = valuesOf(form, NAMES);
    for (const row of rows) {
      const [year, department] = (row.dataset.place ?? '').split('/');
      row.hidden = !(
        (values.year === '' || values.year === year) &&
        (values.department === '' || values.department === department)
      );
    }
    for (const list of lists) list.hidden = countIn(list) === 0;
    for (const rule of rules) {
      const count = countIn(rule);
      rule.hidden = count === 0;
      const counter = rule.querySelector('h3 .count');
      if (counter !== null) counter.textContent = `${String(count)}处`;
    }
    foldAgain();
    keepInAddress(values);
    const all = rules.reduce((sum, rule) => sum + countIn(rule), 0);
    if (status !== null) status.textContent = all === 0 ? '这里没有数据说明。' : `显示${String(all)}处。`;
  };

  fillFromAddress(form, NAMES);
  form.hidden = false;
  if (location.search !== '') apply();
  form.addEventListener('change', apply);
}

/** How many notes are left in a place. */
function countIn(place: HTMLElement): number {
  const rows = [...place.querySelectorAll<HTMLElement>('[data-place]:not([hidden=""])')];
  return rows.reduce((sum, row) => sum + Number(row.dataset.times), 0);
}
