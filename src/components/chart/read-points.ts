/** Lets a reader go over the points of a chart, by pointer, touch and keyboard; says each in a tip and aloud. */
import { pointWords } from '../../charts/cell-words.ts';
import { drawnPart, type ChartDescription } from '../../charts/chart.ts';
import { shownUnit } from '../display/preferences.ts';
import { element } from '../element.ts';
import type { DrawnChart } from './chart-js.ts';

/** How far a key moves; Home and End lead to the first and last. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: -Infinity,
  End: Infinity,
};

/** Shows the point of a category again, after the chart was drawn anew. */
export type ShowAgain = () => void;

/**
 * @param drawing what the chart stands in; the tip lies over it.
 * @param frame takes the focus; the canvas fills it.
 * @param drawn the chart as it is drawn now: it changes with the reader's look.
 */
export function readPoints(
  drawing: HTMLElement,
  frame: HTMLElement,
  chart: ChartDescription,
  drawn: () => DrawnChart,
): ShowAgain {
  const { categories } = drawnPart(chart);
  // The live region says what the tip shows; the tip itself would say it twice.
  const tip = element('div', { className: 'chart-tip', hidden: true });
  tip.setAttribute('aria-hidden', 'true');
  const spoken = element('p', { className: 'hidden' });
  spoken.setAttribute('aria-live', 'polite');
  drawing.append(tip, spoken);
  let shown: number | undefined;

  const hide = () => {
    if (shown === undefined) return;
    shown = undefined;
    tip.hidden = true;
    spoken.textContent = '';
    drawn().mark(undefined);
  };
  const show = (category: number, isRead: boolean) => {
    shown = category;
    const label = categories[category]?.label ?? '';
    const words = pointWords(chart, category, shownUnit());
    drawn().mark(category);
    tip.replaceChildren(element('b', {}, label), ...words.map((part) => element('span', {}, part)));
    tip.hidden = false;
    place(tip, drawing, frame, { ...drawn().placeOf(category), isAmongLabels: chart.drawing !== 'bars' });
    if (isRead) tip.scrollIntoView({ block: 'nearest' });
    // A pointer is seen by whoever moves it; what the keys reach is also read out.
    if (isRead) spoken.textContent = `${label}：${words.join('，')}`;
  };

  frame.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step === undefined || categories.length === 0) return;
    event.preventDefault();
    const last = categories.length - 1;
    const from = shown ?? (step > 0 ? -1 : last + 1);
    show(Math.min(last, Math.max(0, from + step)), true);
  });
  frame.addEventListener('blur', hide);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });

  const point = ({ clientX, clientY }: PointerEvent, isRead: boolean) => {
    const box = frame.getBoundingClientRect();
    const category = drawn().nearest(clientX - box.left, clientY - box.top);
    if (category !== undefined && category !== shown) show(category, isRead);
  };
  drawing.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse') point(event, false);
  });
  drawing.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse' && document.activeElement !== frame) hide();
  });
  // A finger that only scrolls past shows nothing; one that taps does, until it taps elsewhere.
  drawing.addEventListener('pointerup', (event) => {
    if (event.pointerType !== 'mouse') point(event, true);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !drawing.contains(target)) hide();
  });
  return () => {
    if (shown !== undefined) show(shown, false);
  };
}

/** A tip higher than this part of a drawing hides the labels that it explains. */
const MOST_HIDDEN = 3;

/** What a point's own label beside it needs. */
const LABEL = 30;

/**
 * Puts the tip to the left above a point, where a line that rises is not and its label stays in sight; below it
 * where it would cover what stands above the drawing, below all of it where it is large, and never out of the
 * drawing's sides.
 */
function place(
  tip: HTMLElement,
  drawing: HTMLElement,
  frame: HTMLElement,
  at: { readonly x: number; readonly y: number; readonly isAmongLabels: boolean },
): void {
  const [outer, inner] = [drawing.getBoundingClientRect(), frame.getBoundingClientRect()];
  const x = inner.left - outer.left + at.x;
  const y = inner.top - outer.top + at.y;
  const { offsetWidth: width, offsetHeight: height } = tip;
  const left = Math.max(0, Math.min(outer.width - width, x - width + 16));
  const above = y - height - LABEL;
  // Where it would hide much of the drawing, it stands below it, under its category.
  if (at.isAmongLabels && height > inner.height / MOST_HIDDEN) {
    tip.style.left = `${left}px`;
    tip.style.top = `${inner.bottom - outer.top + 4}px`;
    return;
  }
  tip.style.left = `${left}px`;
  tip.style.top = `${above > -LABEL ? above : y + 16}px`;
}
