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
