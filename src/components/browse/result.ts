import type { BrowseState } from '../../browse/browse-state.ts';
import { sumShown, type ShownTotals } from '../../browse/sum-shown.ts';
import { ProjectChoice } from '../compare/project-choice.ts';
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
  readonly #choosing = element('div', { className: 'choosing' });
  readonly #choice: ProjectChoice;
  readonly #table = element('div');
  #shown: { readonly shown: Shown; readonly totals: ShownTotals } | undefined;

  constructor(place: HTMLElement, compareAddress: string) {
    this.#choice = new ProjectChoice(this.#choosing, compareAddress);
    this.#fold.addEventListener('toggle', () => {
      this.#draw();
    });
    // A phone shows the projects first; what they add up to stands in the sentence above, too.
    this.#totals.open = matchMedia('(min-width: 46.01em)').matches;
    const heading = element('h2', { className: 'hidden' }, '筛选结果');
    place.append(heading, this.#totals, this.#fold, this.#choosing, this.#table);
  }

  /** Shows projects; gives what they add up to. */
  show(shown: Shown, actions: ResultActions): ShownTotals {
    const totals = sumShown(shown.projects);
    const isEmpty = shown.projects.length === 0;
    this.#shown = { shown, totals };
    this.#fold.hidden = isEmpty;
    // One project adds up to itself.
    this.#totals.hidden = shown.projects.length < 2;
    this.#sums.replaceChildren(...(isEmpty ? [] : [totalsList(totals)]));
    this.#choosing.hidden = isEmpty;
    this.#table.replaceChildren(...(isEmpty ? [] : [tableOf(shown, actions)]));
    const table = this.#table.querySelector('table');
    if (table !== null) this.#choice.offerIn(table);
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
}
