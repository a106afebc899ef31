/** What stands in quotation marks is a name or a text of the document. */
const QUOTED = /(“[^“”]*”)/;

/**
 * A number or a range of numbers, with the unit that makes it an amount, a month, a year, a count. A number
 * without one is taken as a whole too, so that a long one is not looked at again from each of its figures.
 */
const AMOUNT = /约?\d[\d,]*(?:\.\d+)?(?:–\d[\d,]*(?:\.\d+)?)?(万元|亿元|元|年|月底?|个|项)?/g;

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
  const add = (text: string, isWhole: boolean) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (isWhole || last === undefined || last.isWhole) pieces.push({ text, isWhole });
    else last.text += text;
  };
  for (const part of sentence.split(QUOTED)) {
    let from = 0;
    for (const { 0: amount, 1: unit, index } of part.startsWith('“') ? [] : part.matchAll(AMOUNT)) {
      if (unit === undefined) continue;
      add(part.slice(from, index), false);
      add(amount, true);
      from = index + amount.length;
    }
    add(part.slice(from), false);
  }
  return pieces;
}
