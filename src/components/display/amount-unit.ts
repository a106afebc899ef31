/**
 * Shows the page's amounts in the unit that the reader has chosen. The pages are written in 万元; this puts the
 * other figure into the text where it stands, and the first one back. What is quoted from the document, what is
 * typed, what is drawn, and what is marked as written stay as they are.
 */
import type { MoneyUnit } from '../../model/terms.ts';
import { convertFigure, convertWords } from './convert-amount.ts';

/** Where the words are the site's own. Everywhere else they may be the document's, which nobody alters. */
const OWN_WORDS =
  '[data-amounts], .figures, .plan-notes, .lead, .chart figcaption p, .related .note, .browse-status, .facts';

const UNIT_NAMED = /（(?:万元|元|亿元)）/;
const FIGURE = /^\s*\d[\d,]*(?:\.\d+)?\s*$/;

/** The texts as the page was written, by which they can be put back. */
const written = new Map<Text, string>();
let shown: MoneyUnit = '万元';
let observer: MutationObserver | undefined;

export function showAmountsIn(unit: MoneyUnit): void {
  const main = document.querySelector('main');
  if (main === null || (unit === '万元' && observer === undefined)) return;
  shown = unit;
  document.documentElement.dataset.unit = unit;
  convert(main);
  if (observer !== undefined) return;
  // What scripts put in later, such as filtered tables.
  observer = new MutationObserver((changes) => {
    for (const text of written.keys()) if (!text.isConnected) written.delete(text);
    const places = new Set(changes.map(({ target }) => target));
    places.forEach((place) => {
      if (place instanceof Element && place.isConnected) convert(place);
    });
  });
  observer.observe(main, { childList: true, subtree: true });
}

function convert(place: Element): void {
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const parent = text.parentElement;
    if (parent === null) continue;
    const original = written.get(text) ?? text.data;
    const changed = convertText(original, parent);
    if (changed === text.data) continue;
    written.set(text, original);
    text.data = changed;
  }
  // On a phone the columns' headings stand before the cells.
  for (const cell of place.querySelectorAll<HTMLElement>('td[data-label$="元）"]')) {
    cell.dataset.label = cell.dataset.label?.replace(UNIT_NAMED, `（${shown}）`);
    if (cell.dataset.unit !== undefined) cell.dataset.unit = shown;
  }
}

/** A text as it reads in the chosen unit, by the place where it stands. */
function convertText(text: string, parent: Element): string {
  if (FIGURE.test(text)) return isAmount(parent) ? convertFigure(text.trim(), shown) : text;
  const isHeading = parent.closest('thead th') !== null;
  const isOwn = isHeading || parent.closest(OWN_WORDS) !== null;
  return isOwn && parent.closest('[data-as-written]') === null ? convertWords(text, shown) : text;
}

/** Whether a bare figure is an amount in 万元: by the unit beside it, or by its column's heading. */
function isAmount(parent: Element): boolean {
  if (parent.classList.contains('value')) {
    const unit = parent.parentElement?.querySelector('.unit')?.firstChild;
    return unit instanceof Text && (written.get(unit) ?? unit.data).trim() === '万元';
  }
  const cell = parent.closest('td');
  if (cell === null) return false;
  const head = cell.closest('table')?.tHead?.rows[0]?.cells[cell.cellIndex];
  return UNIT_NAMED.test(head?.textContent ?? '');
}
