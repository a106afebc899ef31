import { format, trim, type Decimal } from '../model/decimal.ts';
import { formatAmount } from '../model/money.ts';
import { NOT_STATED } from '../model/stated.ts';
import type { MoneyUnit } from '../model/money-unit.ts';
import { leastShareWords, shareFigures, shareWords } from '../model/words.ts';
import { amountLabel } from './amount-label.ts';
import { valueOf, type ChartCell, type ChartDescription, type DrawnPart } from './chart.ts';

/** The numbers of a chart in words; amounts are shown in the unit that the reader has chosen. */

/** A value in a chart's table: exact amounts, percentages to two places, counts whole; the unit stands above. */
export function tableValue(value: Decimal, unit: string, money: MoneyUnit = '万元'): string {
  if (unit === '万元') return formatAmount(value, money);
  return unit === '%' ? shareFigures(value) : format(trim(value));
}

/**
 * A cell as a label beside its bar or point. A sum that is only a lower bound is marked as one.
 *
 * @example cellLabel({ value: '14.67', isLeast: true }, '%') // ≥14.67%
 */
export function cellLabel(cell: ChartCell, unit: string, money: MoneyUnit = '万元'): string {
  const value = valueOf(cell);
  if (value === undefined) return cell.refused ?? NOT_STATED;
  const isLeast = cell.isLeast === true;
  if (unit === '%') return isLeast ? leastShareWords(value) : shareWords(value);
  return `${isLeast ? '≥' : ''}${unit === '万元' ? amountLabel(value, money) : `${format(trim(value))}${unit}`}`;
}

/** What is said beside the value of a bar: ` · 44.43%`. */
export function besideLabel({ beside }: DrawnPart, row: number): string {
  return beside.map(({ cells, unit }) => ` · ${cellLabel(cells[row] ?? {}, unit)}`).join('');
}

/**
 * What one category of a chart says, without its label: every series with its name, also those that are not
 * drawn. Shown in the tip beside the point and read out.
 *
 * @example ['累计占预算列明至少27.33%', '累计金额列明至少1,209.41万元', '未列明的项目10个']
 */
export function pointWords(
  { series }: Pick<ChartDescription, 'series'>,
  row: number,
  money: MoneyUnit = '万元',
): readonly string[] {
  return series.map(({ name, unit, cells }) => {
    const cell = cells[row] ?? {};
    const value = valueOf(cell);
    if (value !== undefined) {
      const bound = cell.isLeast === true ? '列明至少' : '';
      return `${name}${bound}${tableValue(value, unit, money)}${unit === '万元' ? money : unit}`;
    }
    if (cell.refused === undefined) return `${name}${NOT_STATED}`;
    return `${name}${cell.text === undefined ? '' : `原文为“${cell.text}”，`}${cell.refused}`;
  });
}
