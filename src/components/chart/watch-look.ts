/** What a reader's system may ask of the look of pages, and change while one is open. */
const QUERIES = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
  '(prefers-reduced-motion: reduce)',
];

/** The attributes of the page by which its own switches change the look, or the unit of amounts. */
const SWITCHES = ['class', 'style', 'data-theme', 'data-care', 'data-unit'];

/** Calls back whenever the look of the page may have changed. */
export function watchLook(changed: () => void): void {
  for (const query of QUERIES) {
    const list = matchMedia(query);
    // Safari 13 and its like know only the older way to listen, and keep the first look.
    if ('addEventListener' in list) list.addEventListener('change', changed);
  }
  new MutationObserver(changed).observe(document.documentElement, {
    attributes: true,
    attributeFilter: SWITCHES,
  });
}
