import type { Palette } from '../../charts/palette.ts';

/**
 * Reads the style sheet's colours at an element, so that a canvas follows dark, high contrast and forced colours.
 * A property's own text may be a word such as `CanvasText`, or depend on the scheme, which no canvas
 * understands; so each is set on an element and read back as the browser worked it out.
 */
export function coloursAt(place: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  place.append(probe);
  const read = (property: string) => {
    probe.style.color = `var(${property})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: read('--ink'),
    soft: read('--ink-soft'),
    rule: read('--rule'),
    accent: read('--accent'),
    paper: read('--paper'),
  };
  probe.remove();
  return colours;
}

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
