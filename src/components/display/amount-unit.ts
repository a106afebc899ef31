/**
 * Shows the page's amounts in the unit that the reader has chosen. Each carries its value: `<data value>` in 万元,
 * exact, and in drawings `data-wan`; and each unit beside them is marked with `data-money`. Nothing else changes, so
 * what is quoted from the document stays as it is.
 */
import { amountLabel } from '../../charts/amount-label.ts';
import { parseDecimal, type Decimal } from '../../model/decimal.ts';
import { formatAmount } from '../../model/money.ts';
import type { MoneyUnit } from '../../model/money-unit.ts';

const AMOUNTS = 'data, [data-wan]';
const UNITS = '[data-money]';

let shown: MoneyUnit = '万元';
let observer: MutationObserver | undefined;

/** The unit in which the page shows amounts. */
export const shownUnit = (): MoneyUnit => shown;

export function showAmountsIn(unit: MoneyUnit): void {
  const main = document.querySelector('main');
  if (main === null || (unit === '万元' && observer === undefined)) return;
  shown = unit;
  document.documentElement.dataset.unit = unit;
  showIn(main);
  if (observer !== undefined) return;
  // What scripts put in or change later, such as filtered tables.
  observer = new MutationObserver((changes) => {
    const places = new Set(
      changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)),
    );
    places.forEach((place) => {
      if (place?.isConnected === true) showIn(place);
    });
  });
  observer.observe(main, {
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['value'],
    subtree: true,
  });
}

function showIn(place: Element): void {
  for (const amount of [place, ...place.querySelectorAll(AMOUNTS)]) {
    const value = amount.matches(AMOUNTS) ? valueOf(amount) : undefined;
    if (value !== undefined)
      write(amount, isRounded(amount) ? amountLabel(value, shown) : formatAmount(value, shown));
  }
  for (const unit of [place, ...place.querySelectorAll(UNITS)]) {
    if (!unit.matches(UNITS)) continue;
    unit.setAttribute('data-money', shown);
    // A cell has only the attribute: on a phone the style sheet writes it.
    if (unit.tagName === 'SPAN' && (unit.childElementCount === 0 || isMarked(unit))) write(unit, shown);
  }
}

const valueOf = (amount: Element): Decimal | undefined =>
  parseDecimal(amount.getAttribute('value') ?? amount.getAttribute('data-wan') ?? '');

/** A label of a drawing has room for few places. */
const isRounded = (amount: Element) => amount.hasAttribute('data-rounded') || amount.hasAttribute('data-wan');

/** Into the text node that is there: what draws the page goes on with it. The marks of a search's words go with their text. */
function write(place: Element, text: string): void {
  if (place.textContent === text) return;
  if (isMarked(place)) place.replaceChildren(text);
  const { firstChild } = place;
  if (firstChild instanceof Text && firstChild.data !== text) firstChild.data = text;
}

/** Whether a search's words are marked in a text, which is in pieces then. */
const isMarked = (place: Element): boolean =>
  place.childElementCount > 0 && [...place.children].every(({ tagName }) => tagName === 'MARK');
