import type { Target } from '../model/target.ts';

/** A target value in three pieces that together are exactly its text; what is no quantity has no figures. */
export interface TargetPieces {
  /** The comparator and what else stands before the number. */
  readonly before: string;
  readonly figures: string;
  /** The unit and what follows it. */
  readonly after: string;
}

/** @example targetPieces({ text: '≥95%', … }) // { before: '≥', figures: '95', after: '%' } */
export function targetPieces({ text, reading }: Target): TargetPieces {
  const [, before = '', figures = '', after = ''] =
    reading.type === 'quantity' ? (/^(\D*)([\d.,，]*)(.*)$/s.exec(text) ?? []) : [];
  return figures === '' ? { before: text, figures: '', after: '' } : { before, figures, after };
}
