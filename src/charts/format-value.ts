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
  if (unit === '万元') {
    const rounded = round(value, 2);
    // 10元 are not nothing.
    return `${sign}${roundsToZero(rounded, value) ? formatWan(value) : format(rounded)}`;
  }
  return `${sign}${format(trim(value))}${unit}`;
}
