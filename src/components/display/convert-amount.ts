import { format, parseDecimal, shift, trim, type Decimal } from '../../model/decimal.ts';
import type { MoneyUnit } from '../../model/terms.ts';
import { QUOTED } from '../../site/whole-amounts.ts';

/** How far the point of an amount in 万元 moves to the right in another unit. */
const PLACES: Record<MoneyUnit, number> = { 元: 4, 万元: 0, 亿元: -4 };

/** An amount in 万元 with its unit, or a range of them: `4,425.72万元`, `10–30万元`. */
const AMOUNTS = /(\d[\d,]*(?:\.\d+)?)(?:(–)(\d[\d,]*(?:\.\d+)?))?万元/g;

/** An amount in 万元 in another unit, exactly. */
export const inMoneyUnit = (amount: Decimal, unit: MoneyUnit): Decimal => shift(amount, PLACES[unit]);

/**
 * A figure in 万元 in another unit, exactly, with its thousands separated and no zeros at the end of its places.
 *
 * @example convertFigure('4,425.72', '元') // '44,257,200'
 * @example convertFigure('5.10', '亿元') // '0.00051'
 */
export function convertFigure(figure: string, unit: MoneyUnit): string {
  const amount = parseDecimal(figure.replaceAll(',', ''));
  if (unit === '万元' || amount === undefined) return figure;
  return format(trim(inMoneyUnit(amount, unit)));
}

/** A sentence with its amounts in 万元 in another unit; a unit that stands for itself is named anew too. */
export function convertWords(text: string, unit: MoneyUnit): string {
  if (unit === '万元') return text;
  return text
    .split(QUOTED)
    .map((part) => (part.startsWith('“') ? part : convertUnquoted(part, unit)))
    .join('');
}

function convertUnquoted(text: string, unit: MoneyUnit): string {
  return text
    .replace(AMOUNTS, (_, first: string, dash: string | undefined, second: string | undefined) => {
      const range = dash === undefined || second === undefined ? '' : `${dash}${convertFigure(second, unit)}`;
      return `${convertFigure(first, unit)}${range}${unit}`;
    })
    .replace(/（万元）/g, `（${unit}）`)
    .replace(/^(\s*)万元(\s*)$/, `$1${unit}$2`);
}
