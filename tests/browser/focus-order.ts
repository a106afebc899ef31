import type { Page } from 'playwright-core';

/** Pages with hundreds of rows are gone through so far; a row is like the next. */
const MOST_STOPS = process.env.TEST_FULL === '1' ? 200 : 60;

/** What can be reached with the Tab key. */
const REACHABLE =
  'a[href], button:not([disabled]), input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';

/**
 * Goes through a page with the Tab key from its start, as a reader without a pointer does, and gives what is wrong:
 * a control that is passed over or comes out of its order, a focus that cannot be seen, a trap.
 *
 * @param least how many controls a page of its kind has at least.
 */
export async function faultsOfFocus(page: Page, least = 5): Promise<readonly string[]> {
  const faults: string[] = [];
  await page.evaluate((reachable) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
    getSelection()?.removeAllRanges();
    const isSeen = (element: Element) => {
      const box = element.getClientRects()[0];
      return box !== undefined && getComputedStyle(element).visibility !== 'hidden';
    };
    const isFolded = (element: Element): boolean => {
      const details = element.closest('details:not([open])');
      if (details === null) return false;
      const isItsSummary = element === details.querySelector('summary');
      return !isItsSummary || (details.parentElement !== null && isFolded(details.parentElement));
    };
    // Of a group of radio buttons the chosen one stands for all: the arrow keys lead to the others.
    const isLeftOut = (element: Element) =>
      element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      !element.checked &&
      document.querySelector(`input[type="radio"][name="${CSS.escape(element.name)}"]:checked`) !== null;
    [...document.querySelectorAll(reachable)]
      .filter((element) => isSeen(element) && !isFolded(element) && !isLeftOut(element))
      .forEach((element, place) => {
        element.setAttribute('data-stop', String(place));
      });
    // The Tab key starts where the last click was: at the start of the page.
    document.body.tabIndex = -1;
    document.body.focus();
  }, REACHABLE);
  const stops = await page.locator('[data-stop]').count();
  if (stops < least) return [`only ${String(stops)} controls`];
  for (let expected = 0; expected < Math.min(stops, MOST_STOPS); expected += 1) {
    await page.keyboard.press('Tab');
    const { place, words, isVisible, isMarked } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { width, height, top, bottom } = element.getBoundingClientRect();
      return {
        place: element.getAttribute('data-stop'),
        words: element.outerHTML.slice(0, 120),
        isVisible: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
        isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      };
    });
    // One fault of order makes all that follow wrong.
    if (place !== String(expected))
      return [...faults, `stop ${String(expected)} was not reached, but ${words}`];
    if (!isVisible) faults.push(`out of sight: ${words}`);
    if (!isMarked) faults.push(`the focus is not marked: ${words}`);
  }
  return faults;
}
