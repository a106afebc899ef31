import type { JSX } from 'preact';
import type { Target as TargetValue } from '../model/target.ts';
import { NOT_STATED } from '../model/terms.ts';

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

/** A target value in three pieces that together are exactly its text; what is no quantity has no figures. */
export interface TargetPieces {
  /** The comparator and what else stands before the number. */
  readonly before: string;
  readonly figures: string;
  /** The unit and what follows it. */
  readonly after: string;
}

/** @example targetPieces({ text: '≥95%', … }) // { before: '≥', figures: '95', after: '%' } */
export function targetPieces({ text, reading }: TargetValue): TargetPieces {
  const [, before = '', figures = '', after = ''] =
    reading.type === 'quantity' ? (/^(\D*)([\d.,，]*)(.*)$/s.exec(text) ?? []) : [];
  return figures === '' ? { before: text, figures: '', after: '' } : { before, figures, after };
}
