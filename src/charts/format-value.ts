import { format, round, roundsToZero, trim, type Decimal } from '../model/decimal.ts';
import { formatWan } from '../model/money.ts';

/** A value in a chart's table: exact amounts, percentages to two places, counts whole; the unit stands above. */
export function tableValue(value: Decimal, unit: string): string {
  if (unit === '万元') return formatWan(value);
  return unit === '%' ? format(round(value, 2)) : format(trim(value));
}

/**
 * A value as a label beside a bar or point: amounts rounded to two places, because the table has them exact.
 * A sum that is only a lower bound is marked as one.
 *
 * @example drawnValue(14.67, '%', true) // ≥14.67%
 */
export function drawnValue(value: Decimal, unit: string, isLowerBound = false): string {
  const sign = isLowerBound ? '≥' : '';
  if (unit === '万元') return `${sign}${formatWan(roundForLabel(value, 2))}`;
  return `${sign}${format(trim(value))}${unit}`;
}

/** A value as a label has room for it; one that is not nothing is never rounded to it: 10元 are 0.001万元. */
export function roundForLabel(value: Decimal, places: number): Decimal {
  const rounded = round(value, places);
  return roundsToZero(rounded, value) ? value : rounded;
}
