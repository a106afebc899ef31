/** What a page of answers keeps, so that it can be shared, and come back to: its question, and where one was. */
import { storeAt, storedAt } from './stored-on-device.ts';

/** Puts parameters into the address, blank ones left out; typing does not fill the history. */
export function keepInAddress(parameters: Readonly<Record<string, string>>): void {
  const address = new URL(location.href);
  address.search = '';
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== '') address.searchParams.set(name, value);
  }
  if (address.href !== location.href) history.replaceState(null, '', address);
}

/** Whether the address says the same already: who follows a link within the page asks nothing else. */
export function isInAddress(parameters: Readonly<Record<string, string>>): boolean {
  const said = new URLSearchParams(location.search);
  return Object.entries(parameters).every(([name, value]) => (said.get(name)?.trim() ?? '') === value);
}

/** Sets a form's fields to what the address says; a choice that there is not is left out. */
export function fillFromAddress(form: HTMLFormElement, names: readonly string[]): void {
  const parameters = new URLSearchParams(location.search);
  for (const name of names) {
    const field = form.elements.namedItem(name);
    const value = parameters.get(name)?.trim() ?? '';
    if (field instanceof HTMLInputElement) field.value = value;
    if (field instanceof HTMLSelectElement) {
      field.value = [...field.options].some((option) => option.value === value) ? value : '';
    }
  }
}

/** What the fields of a form hold, '' where one is not there. */
export function valuesOf<Name extends string>(
  form: HTMLFormElement,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const data = new FormData(form);
  const valueOf = (name: Name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, string>;
}

/** What a script draws comes after the browser has put the page back to where it was; so the place is kept. */
export function keepScroll(): void {
  const others = Object.entries(keptPlaces()).filter(([href]) => href !== location.href);
  const latest = others.slice(-MOST_PLACES);
  storeAt('mingzhang-place', Object.fromEntries([...latest, [location.href, scrollY]]));
}

/** Where the reader was on the pages that the tab has shown, by their addresses. */
const keptPlaces = () => Object(storedAt('mingzhang-place')) as Readonly<Record<string, unknown>>;

const MOST_PLACES = 20;

/** Goes back to the place that was kept, unless the page was come to anew. */
export function restoreScroll(): void {
  const [entry] = performance.getEntriesByType('navigation');
  if (entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate') {
    scrollTo(0, Number(keptPlaces()[location.href] ?? 0));
  }
}
