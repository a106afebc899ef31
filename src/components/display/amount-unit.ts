/**
 * Shows the page's amounts in the unit that the reader has chosen. The pages are written in 万元; this puts the
 * other figure into the text where it stands, and the first one back. What is quoted from the document, what is
 * typed and what is drawn stay as they are.
 */
import type { MoneyUnit } from '../../model/money.ts';
import { convertFigure, convertWords } from './convert-amount.ts';

const LEFT_ALONE =
  '[data-original], .prose, .glossary, .drawing, .hits .parts, .data-note, form, script, style, code, [data-unit-fixed]';
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
  if (place.closest(LEFT_ALONE) !== null) return;
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const parent = text.parentElement;
    if (parent === null || parent.closest(LEFT_ALONE) !== null) continue;
    const original = written.get(text) ?? text.data;
    const changed =
      FIGURE.test(original) && isAmount(parent)
        ? convertFigure(original.trim(), shown)
        : convertWords(original, shown);
    if (changed === text.data) continue;
    if (!written.has(text)) written.set(text, original);
    text.data = changed;
  }
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
  return /（(?:万元|元|亿元)）/.test(head?.textContent ?? '');
}
