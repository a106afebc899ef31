/** Amounts, shares and counts as readers see them, each worded here and nowhere else. */
import {
  compare,
  decimal,
  format,
  parseDecimal,
  round,
  toText,
  trim,
  ZERO,
  type Decimal,
} from './decimal.ts';
import { formatWan } from './money.ts';
import { NOT_STATED, type LeftOut, type Stated } from './stated.ts';
import type { MoneyUnit } from './money-unit.ts';
import type { Standing, Sums } from './totals.ts';

/** What is stated and cannot be read. */
export const UNREAD = '读不出';

/** An amount of the site's own: exact, in 万元, as text. A page shows it in the unit that its reader has chosen. */
export interface Amount {
  readonly wan: string;
}

/** A sentence in its pieces: texts, which stay as they are, and amounts. Plain data, so that it can stand in a page. */
export type Words = readonly (string | Amount)[];

/** What stands for an amount that is not known. Of a sum, `without` is what it leaves out: all there is. */
export const unknownWords = (without?: LeftOut): string =>
  without !== undefined && without.unread > 0 ? UNREAD : NOT_STATED;

/** An amount to put into a sentence; 未列 or 读不出 where it is not known. */
export function amount(value: Decimal | undefined, without?: LeftOut): Amount | string {
  return value === undefined ? unknownWords(without) : { wan: toText(value) };
}

/** A sentence with amounts in it: words`共${amount(sum)}，${count}个项目`. */
export function words(
  texts: TemplateStringsArray,
  ...values: readonly (string | number | Amount | Words)[]
): Words {
  const pieces: (string | Amount)[] = [];
  const put = (piece: string | Amount) => {
    const last = pieces.at(-1);
    if (piece === '') return;
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  };
  texts.forEach((text, index) => {
    put(text);
    const value = values[index] ?? '';
    if (typeof value === 'number') put(String(value));
    else if (typeof value === 'string' || 'wan' in value) put(value);
    else value.forEach(put);
  });
  return pieces;
}

/** A sentence as text alone, its amounts in the site's unit: `共190.00万元`. */
export function plain(sentence: Words, say: (wan: string) => string = sayInWan): string {
  return sentence.map((piece) => (typeof piece === 'string' ? piece : say(piece.wan))).join('');
}

/** `1234.5` as `1,234.50万元`. */
const sayInWan = (wan: string): string => amountWords(parseDecimal(wan) ?? ZERO);

/** An amount with its unit: `190.00万元`; 未列 or 读不出 where it is not known. */
export function amountWords(value: Decimal | undefined, without?: LeftOut): string {
  return value === undefined ? unknownWords(without) : `${formatWan(value)}万元`;
}

/**
 * A stated amount in 万元 without its unit, for a table: its value, else the original text, else 未列. A text that
 * cannot be read keeps the unit in which it is stated: `-30000（元）`.
 */
export function amountCell({ text, value }: Stated<Decimal>, unit: MoneyUnit): string {
  if (value !== undefined) return formatWan(value);
  if (text === '') return NOT_STATED;
  return unit === '万元' ? text : `${text}（${unit}）`;
}

/** An amount of the form with its unit, for a sentence: its value, else the original text, else 未列. */
export function statedAmountWords(stated: Stated<Decimal>, unit: MoneyUnit): string {
  return stated.value === undefined ? amountCell(stated, unit) : amountWords(stated.value);
}

/**
 * How many a sum leaves out, and why: what is stated but cannot be read is not called blank.
 *
 * @param what the amount's name; '' where it stands above.
 * @example 3个项目未列预算数 · 1个项目预算数读不出 · 2个项目未列预算数，1个项目读不出
 */
export function leftOutWords({ count, unread }: LeftOut, of: string, what = ''): string {
  const blank = count - unread;
  if (unread === 0) return `${countWords(blank)}${of}${NOT_STATED}${what}`;
  if (blank === 0) return `${countWords(unread)}${of}${what}${UNREAD}`;
  return `${countWords(blank)}${of}${NOT_STATED}${what}，${countWords(unread)}${of}${UNREAD}`;
}

/**
 * What budgets add up to, with what the sum leaves out; 未列 or 读不出 where none is known.
 *
 * @param together stands before the amount: `共`.
 * @example 列明的共165.00万元（1个项目未列预算数）
 */
export function sumWords(
  { budget, withoutBudget }: Pick<Sums, 'budget' | 'withoutBudget'>,
  together = '',
): Words {
  if (budget === undefined) return [unknownWords(withoutBudget)];
  if (withoutBudget.count === 0) return words`${together}${amount(budget)}`;
  return words`列明的${together}${amount(budget)}（${leftOutWords(withoutBudget, '个项目', '预算数')}）`;
}

/** A share of nothing, for example of a total of 0. */
export const NO_SHARE = '—';

const LEAST = { digits: 1n, scale: 2 };
const MOST = { digits: 9999n, scale: 2 };
const HUNDRED = decimal(100);

/**
 * A percentage with its sign, rounded to two places: `14.67%`, `50%`. One that is not nothing but would read so is
 * 不足0.01%, one that is not the whole 超过99.99%.
 *
 * @param isOfNothing whether a share is missing because the whole is 0, and not because its part is not stated.
 */
export function shareWords(share: Decimal | undefined, isOfNothing = false): string {
  if (share === undefined) return isOfNothing ? NO_SHARE : NOT_STATED;
  return edgeWords(share) ?? `${format(trim(round(share, 2)))}%`;
}

/** A percentage in a table: always two places, so that the points stand below each other. */
export function shareCell(share: Decimal | undefined, isOfNothing = false): string {
  return share === undefined ? shareWords(share, isOfNothing) : `${shareFigures(share)}%`;
}

/** The same without its sign, where the heading has it. */
export function shareFigures(share: Decimal): string {
  return edgeWords(share)?.slice(0, -1) ?? format(round(share, 2));
}

function edgeWords(share: Decimal, isLeast = false): string | undefined {
  const shown = round(share, 2);
  if (shown.digits === 0n && share.digits > 0n) return isLeast ? '多于0%' : `不足${format(LEAST)}%`;
  const readsAll = compare(shown, HUNDRED) === 0 && compare(share, HUNDRED) < 0;
  return readsAll ? `超过${format(MOST)}%` : undefined;
}

/**
 * A percentage that is only a lower bound, with its sign: `≥14.67%`. What is said of one near an end says so by itself:
 * 超过99.99%, and 多于0% where it would read 不足0.01%.
 */
export function leastShareWords(share: Decimal): string {
  return edgeWords(share, true) ?? `${signOf(share)}${shareWords(share)}`;
}

/** The same in a table: always two places. */
export function leastShareCell(share: Decimal): string {
  return edgeWords(share, true) ?? `${signOf(share)}${shareCell(share)}`;
}

/** No share exceeds 100 %, so that “at least 100 %” is 100 %. */
const signOf = (share: Decimal): string => (compare(share, HUNDRED) < 0 ? '≥' : '');

/** The same share of 100元: `每100元中的14.67元`. */
export function shareOfHundredWords(share: Decimal): string {
  return `每100元中的${shareWords(share).slice(0, -1)}元`;
}

/** A day of the files as a sentence has it: `2022-07-15` is 2022年7月15日. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${String(Number(month))}月${String(Number(date))}日`;
}

/** A count with its thousands separated. */
export function countWords(count: number): string {
  return format(decimal(count));
}

/** `第3` or, where the place is shared, `并列第3`. */
export function rankWords({ place, shared }: Pick<Standing, 'place' | 'shared'>): string {
  return `${shared ? '并列' : ''}第${place}`;
}
