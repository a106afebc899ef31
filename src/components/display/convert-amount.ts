import type { MoneyUnit } from '../../model/money.ts';

/** How far the point of an amount in 万元 moves to the right in another unit. */
const PLACES: Record<MoneyUnit, number> = { 元: 4, 万元: 0, 亿元: -4 };

/** An amount in 万元 with its unit, or a range of them: `4,425.72万元`, `10–30万元`. */
const AMOUNTS = /(\d[\d,]*(?:\.\d+)?)(?:(–)(\d[\d,]*(?:\.\d+)?))?万元/g;

/**
 * A figure in 万元 in another unit, exactly, with its thousands separated and no zeros at the end of its places.
 *
 * @example convertFigure('4,425.72', '元') // '44,257,200'
 * @example convertFigure('5.10', '亿元') // '0.00051'
 */
export function convertFigure(figure: string, unit: MoneyUnit): string {
  if (unit === '万元') return figure;
  const [whole = '', places = ''] = figure.replaceAll(',', '').split('.');
  const shift = PLACES[unit];
  const digits = `${whole}${places}`;
  const point = whole.length + shift;
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const after = padded.slice(at).replace(/0+$/, '');
  const separated = before.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return after === '' ? separated : `${separated}.${after}`;
}

/** A sentence with its amounts in 万元 in another unit; a unit that stands for itself is named anew too. */
export function convertWords(text: string, unit: MoneyUnit): string {
  if (unit === '万元') return text;
  return text
    .replace(AMOUNTS, (_, first: string, dash: string | undefined, second: string | undefined) => {
      const range = dash === undefined || second === undefined ? '' : `${dash}${convertFigure(second, unit)}`;
      return `${convertFigure(first, unit)}${range}${unit}`;
    })
    .replace(/（万元）/g, `（${unit}）`)
    .replace(/^(\s*)万元(\s*)$/, `$1${unit}$2`);
}
