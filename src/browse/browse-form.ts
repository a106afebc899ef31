import { filterCount, forEachFacet, readState, sortValue, type BrowseState } from './browse-state.ts';
import type { Filtered } from './filter-projects.ts';
import { FACETS, type Choices, type Facet } from './listed-project.ts';

/** The controls of the list: what they say as a state, and a state as what they say. */
export class BrowseForm {
  readonly form: HTMLFormElement;
  /** The choices that there are: those that have a control. */
  readonly known: Choices;

  constructor(form: HTMLFormElement) {
    this.form = form;
    this.known = forEachFacet((facet) => this.#boxes(facet).map(({ value }) => value));
  }

  /** What the controls say; the rows drawn begin anew. */
  state(): BrowseState {
    const entries = [...new FormData(this.form)].map(([name, value]) => [
      name,
      typeof value === 'string' ? value : '',
    ]);
    return readState(new URLSearchParams(entries), this.known);
  }

  /** Sets the controls to a state. */
  fill({ query, chosen, least, most, sort }: BrowseState): void {
    this.#set('q', query);
    this.#set('least', least === undefined ? '' : String(least));
    this.#set('most', most === undefined ? '' : String(most));
    this.#set('sort', sortValue(sort));
    for (const facet of FACETS) {
      // The latest year is what nothing chosen means.
      for (const box of this.#boxes(facet))
        box.checked = box.value === '' ? chosen[facet].length === 0 : chosen[facet].includes(box.value);
    }
  }

  /** Says beside each choice what it would give, and how many filters are set. */
  showCounts({ counts }: Filtered, state: BrowseState): void {
    for (const facet of FACETS) {
      for (const box of this.#boxes(facet)) {
        const label = box.closest('label');
        const place = label?.querySelector('.count');
        if (!place) continue;
        const count = counts[facet].get(box.dataset.count ?? box.value) ?? 0;
        place.textContent = String(count);
        label?.classList.toggle('absent', count === 0 && !box.checked);
      }
    }
    const chosen = filterCount({ ...state, query: '' });
    const place = this.form.querySelector('[data-chosen]');
    if (place !== null) place.textContent = chosen === 0 ? '' : `（已设${String(chosen)}项）`;
  }

  /** Offers to clear the conditions where there are any. */
  offerClear(state: BrowseState): void {
    const button = this.form.querySelector<HTMLElement>('[data-action="clear"]');
    if (button !== null) button.hidden = filterCount(state) === 0;
  }

  /** Offers to sort and to download where there is something. */
  offerResult(isEmpty: boolean): void {
    for (const offer of this.form.querySelectorAll<HTMLElement>('[data-offer="result"]'))
      offer.hidden = isEmpty;
  }

  /** Gives the focus to the field for words. */
  focusWords(): void {
    const field = this.form.elements.namedItem('q');
    if (field instanceof HTMLElement) field.focus();
  }

  #boxes(facet: Facet): readonly HTMLInputElement[] {
    return [...this.form.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)];
  }

  #set(name: string, value: string): void {
    const control = this.form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
  }
}
