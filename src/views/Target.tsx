/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { foldTarget } from '../model/target-text.ts';
import type { Target as TargetValue } from '../model/target.ts';
import { NOT_STATED } from '../model/stated.ts';

/** Longer than this a target may be broken. */
const MOST_WHOLE = 10;

/**
 * A target value with comparator, number and unit set apart. The pieces together are always exactly the
 * original text.
 */
export function Target({ target }: { readonly target: TargetValue }): JSX.Element {
  const { text, reading } = target;
  if (reading.type === 'blank') return <span class="absent">{NOT_STATED}</span>;
  const { before, figures, after } = targetPieces(target);
  if (figures === '') return <span>{text}</span>;
  return (
    <span class={text.length <= MOST_WHOLE ? 'short' : undefined}>
      {before}
      <b>{figures}</b>
      <span class="unit">{after}</span>
    </span>
  );
}

/** What stands before the figures of a folded text, and the figures. */
const FIGURES_OF: Readonly<Partial<Record<TargetValue['reading']['type'], RegExp>>> = {
  quantity: /^([^\d+-]*)([+-]?\d(?:[\d., ]*\d)?)/,
  // From the first number to the last: 3-5, 80%-90%.
  range: /^([^\d+±-]*)([+±-]?\d(?:[^(a-z]*\d)?)/i,
};

/** A target value in three pieces that together are exactly its text; only numbers and ranges have figures. */
export interface TargetPieces {
  /** The comparator and what else stands before the number. */
  readonly before: string;
  readonly figures: string;
  /** The unit and what follows it. */
  readonly after: string;
}

/** @example targetPieces({ text: '≥95%', … }) // { before: '≥', figures: '95', after: '%' } */
export function targetPieces({ text, reading }: TargetValue): TargetPieces {
  const pattern = FIGURES_OF[reading.type];
  // Folding leaves every character in its place, so that the pieces are cut out of the original.
  const [, before = '', figures = ''] = pattern?.exec(foldTarget(text)) ?? [];
  const [start, end] = [before.length, before.length + figures.length];
  return figures === ''
    ? { before: text, figures, after: '' }
    : { before: text.slice(0, start), figures: text.slice(start, end), after: text.slice(end) };
}
