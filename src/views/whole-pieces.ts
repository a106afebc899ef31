/** What stands in quotation marks is a name or a text of the document. */
const QUOTED = /(“[^”]*”)/;

/** An amount, a month, a year, a count, or a range of them, with its unit. */
const AMOUNT = /(约?\d[\d,]*(?:\.\d+)?(?:–\d[\d,]*(?:\.\d+)?)?(?:万元|亿元|元|年|月底?|个|项))/;

/** A piece of a sentence; one that is whole is not broken at the end of a line. */
export interface Piece {
  readonly text: string;
  readonly isWhole: boolean;
}

/**
 * A sentence in its pieces.
 *
 * @example wholePieces('共190.00万元未列明') // 共 · 190.00万元 · 未列明
 */
export function wholePieces(sentence: string): readonly Piece[] {
  const pieces: { text: string; isWhole: boolean }[] = [];
  for (const part of sentence
    .split(QUOTED)
    .flatMap((one) => (one.startsWith('“') ? [one] : one.split(AMOUNT)))) {
    const isWhole = !part.startsWith('“') && AMOUNT.test(part);
    const last = pieces.at(-1);
    if (part === '') continue;
    if (isWhole || last === undefined || last.isWhole) pieces.push({ text: part, isWhole });
    else last.text += part;
  }
  return pieces;
}
