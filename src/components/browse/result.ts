import type { BrowseState } from '../../browse/browse-state.ts';
import { sumShown, type ShownTotals } from '../../browse/sum-shown.ts';
import { element } from '../element.ts';
import type { ResultActions, Shown } from './result-place.ts';
import { drawShownCharts } from './show-charts.ts';
import { tableOf } from './show-table.ts';
import { totalsList } from './show-totals.ts';

/** What comes after the controls: sums, charts, and the table. Parts that a reader has opened stay open. */
export class Result {
  readonly #sums = element('div');
  readonly #totals = element('details', { className: 'sums' }, element('summary', {}, '合计'), this.#sums);
  readonly #charts = element('div', { className: 'charts' });
  readonly #fold = element('details', {}, element('summary', {}, '图表'), this.#charts);
  readonly #compare = element('p', { className: 'compare-bar' });
  readonly #table = element('div');
  readonly #compareAddress: string;
  readonly #chosen = new Set<string>();
  #shown: { readonly shown: Shown; readonly totals: ShownTotals } | undefined;

  constructor(place: HTMLElement, compareAddress: string) {
    this.#compareAddress = compareAddress;
    this.#compare.setAttribute('aria-live', 'polite');
    this.#fold.addEventListener('toggle', () => {
      this.#draw();
    });
    // A phone shows the projects first; what they add up to stands in the sentence above, too.
    this.#totals.open = matchMedia('(min-width: 46.01em)').matches;
    const heading = element('h2', { className: 'hidden' }, '筛选结果');
    place.append(heading, this.#totals, this.#fold, this.#compare, this.#table);
  }

  /** Shows projects; gives what they add up to. */
  show(shown: Omit<Shown, 'compared'>, actions: Omit<ResultActions, 'compare'>): ShownTotals {
    const totals = sumShown(shown.projects);
    const isEmpty = shown.projects.length === 0;
    const all = { ...shown, compared: this.#chosen };
    this.#shown = { shown: all, totals };
    this.#fold.hidden = isEmpty;
    // One project adds up to itself.
    this.#totals.hidden = shown.projects.length < 2;
    this.#sums.replaceChildren(...(isEmpty ? [] : [totalsList(totals)]));
    const compare = (code: string, isChosen: boolean) => {
      if (isChosen) this.#chosen.add(code);
      else this.#chosen.delete(code);
      this.#showCompare();
    };
    this.#table.replaceChildren(...(isEmpty ? [] : [tableOf(all, { ...actions, compare })]));
    this.#draw();
    return totals;
  }

  /** Gives the focus to the heading that was pressed, which has been drawn anew. */
  focusHeading({ sort }: BrowseState): void {
    this.#table.querySelector<HTMLElement>(`[data-sort="${sort.key}"]`)?.focus();
  }

  /** Gives the focus to a row, counted from 0. */
  focusRow(row: number): void {
    this.#table.querySelectorAll<HTMLElement>('tbody th a')[row]?.focus();
  }

  #draw(): void {
    if (!this.#fold.open || this.#shown === undefined || this.#shown.totals.projects === 0) return;
    const { shown, totals } = this.#shown;
    drawShownCharts(this.#charts, shown.projects, totals, shown.addressOf);
  }

  #showCompare(): void {
    const count = this.#chosen.size;
    if (count >= 2 && count <= 4) {
      const parameters = new URLSearchParams([...this.#chosen].map((code) => ['p', code]));
      const href = `${this.#compareAddress}?${parameters.toString()}`;
      this.#compare.replaceChildren(element('a', { href }, `比较所选的${String(count)}个项目`));
    } else if (count === 1) this.#compare.textContent = '再选1到3个项目，就可以并排比较。';
    else this.#compare.textContent = count === 0 ? '' : `一次最多比较4个项目，现在选了${String(count)}个。`;
  }
}
