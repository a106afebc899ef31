/**
 * A long list (`.folded`) shows its first items on a phone (`data-first`), and the rest (`.later`) where it is asked
 * for by its button, by an address that leads into it, or by the browser's own search. Without scripts, on paper and
 * on a desk it shows all.
 */
import { decodeAddress } from '../model/fragments.ts';

/** Whether the browser's search finds what is folded, and says so before it shows it. */
const IS_SEARCHED = 'onbeforematch' in document.documentElement;

const lists = [...document.querySelectorAll<HTMLElement>('.folded[data-first]')];

/** The items of a list, without those that a filter has taken away. */
function itemsOf(list: HTMLElement): readonly HTMLElement[] {
  const all = list instanceof HTMLTableElement ? (list.tBodies[0]?.rows ?? []) : list.children;
  return [...all].filter(
    (item): item is HTMLElement => item instanceof HTMLElement && item.getAttribute('hidden') !== '',
  );
}

function buttonOf(list: HTMLElement): HTMLButtonElement | null {
  return (list.closest('.scroll') ?? list).parentElement?.querySelector(':scope > button.unfold') ?? null;
}

/** Folds all but the first items; after a filter, the first of those that are left. */
function fold(list: HTMLElement): void {
  const first = Number(list.dataset.first);
  const items = itemsOf(list);
  items.forEach((item, place) => {
    item.classList.toggle('later', place >= first);
    if (IS_SEARCHED && place >= first) item.setAttribute('hidden', 'until-found');
    else item.removeAttribute('hidden');
  });
  const button = buttonOf(list);
  if (button === null) return;
  const rest = Math.max(0, items.length - first);
  button.hidden = rest === 0;
  button.textContent = button.textContent.replace(/[\d,]+/, rest.toLocaleString('en-US'));
}

function unfold(list: HTMLElement): void {
  list.classList.remove('folded');
  for (const item of itemsOf(list)) item.removeAttribute('hidden');
  buttonOf(list)?.remove();
}

/** Folds the lists of the page anew, as far as nobody has asked for the rest. */
export function foldAgain(): void {
  lists.filter((list) => list.classList.contains('folded')).forEach(fold);
}

/** Shows what the address leads to, wherever it stands. */
function showTarget(): void {
  const target = document.getElementById(decodeAddress(location.hash.slice(1)));
  const list = target?.closest<HTMLElement>('.folded');
  if (target === null || !list) return;
  unfold(list);
  target.scrollIntoView();
}

for (const list of lists) {
  list.addEventListener('beforematch', () => {
    unfold(list);
  });
  buttonOf(list)?.addEventListener('click', () => {
    const next = itemsOf(list)[Number(list.dataset.first)];
    unfold(list);
    next?.querySelector<HTMLElement>('a')?.focus();
  });
}
// Who comes from a search looks for its words, wherever they stand; the filter of a list finds them by itself.
const isSearched =
  new URLSearchParams(location.search).has('q') && document.querySelector('[data-filters]') === null;
if (isSearched) lists.forEach(unfold);
else foldAgain();
showTarget();
addEventListener('hashchange', showTarget);
