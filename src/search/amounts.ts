import { format, parseDecimal, shift, toText, trim, type Decimal } from '../model/decimal.ts';
import { amountWords } from '../model/words.ts';

/** An amount that a query may mean. */
export interface AskedAmount {
  /** For the reader who asked: `1,392.00万元`, `3,000元（0.30万元）`. */
  readonly words: string;
  /** As pages write it: `0.30万元`. */
  readonly shown: string;
  /** The key under which the index keeps documents with exactly this amount. */
  readonly key: string;
}

/** By what power of ten an amount in this unit is an amount in 元. */
const PLACES: Readonly<Record<string, number>> = {
  元: 0,
  块: 0,
  块钱: 0,
  万: 4,
  万元: 4,
  万块: 4,
  万块钱: 4,
  亿: 8,
  亿元: 8,
};

const AMOUNT = /^(\d{1,15}|\d{1,3}(?:,\d{3})+)(\.\d+)?([元块万亿]\p{Script=Han}{0,2})?$/u;

/**
 * The key of an amount in 万元: two amounts have the same key where they are equal, however they are written. It is
 * longer than a pair of characters, so that no text has it.
 */
export const amountKey = (wan: Decimal): string => `=元${toText(trim(shift(wan, 4)))}`;

/**
 * The amounts that a whole query may mean: one with its unit means one, a number alone means so many 万元, the
 * unit of the site, or so many 元. None where it is no amount; zero is none that one asks for.
 *
 * @example askedAmounts('1392万元') // [{ words: '1,392.00万元', shown: '1,392.00万元', key: '=元13920000' }]
 */
export function askedAmounts(query: string): readonly AskedAmount[] {
  const text = query
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[¥￥]/, '');
  const [, whole = '', fraction = '', unit] = AMOUNT.exec(text) ?? [];
  const value = parseDecimal(`${whole.replaceAll(',', '')}${fraction}`);
  if (value === undefined || value.digits === 0n) return [];
  const places = unit === undefined ? undefined : PLACES[unit];
  if (unit !== undefined && places === undefined) return [];
  return (places === undefined ? [4, 0] : [places]).map((one) => {
    const wan = shift(value, one - 4);
    const shown = amountWords(wan);
    const words = one === 0 ? `${format(trim(value))}元（${shown}）` : shown;
    return { words, shown, key: amountKey(wan) };
  });
}
