/** A chart in the unit of amounts that the reader has chosen. */
import type { ChartData, DrawnSeries } from '../../charts/chart-data.ts';
import { roundForLabel } from '../../charts/format-value.ts';
import { format, parseDecimal, toNumber, trim } from '../../model/decimal.ts';
import { MONEY_UNITS, type MoneyUnit } from '../../model/terms.ts';
import { convertWords, inMoneyUnit } from '../display/convert-amount.ts';

/** So many places a label beside a point has at most; the chart's table has the exact amounts. */
const PLACES: Record<MoneyUnit, number> = { 元: 2, 万元: 2, 亿元: 4 };

/** The unit in which the page shows amounts now. */
export function shownUnit(): MoneyUnit {
  const { unit } = document.documentElement.dataset;
  return MONEY_UNITS.find((one) => one === unit) ?? '万元';
}

/** The chart with its amounts, drawn in 万元, in another unit; shares and counts stay. */
export function inUnit(data: ChartData, unit: MoneyUnit): ChartData {
  if (unit === '万元') return data;
  const isMoney = data.unit === '万元';
  return {
    ...data,
    unit: isMoney ? unit : data.unit,
    words: data.words.map((words) => convertWords(words, unit)),
    series: isMoney ? data.series.map((series) => convertSeries(series, unit)) : data.series,
  };
}

function convertSeries(series: DrawnSeries, unit: MoneyUnit): DrawnSeries {
  const amounts = series.values.map((value) => {
    // The shortest text of a number is the decimal that it was made from.
    const amount = value === null ? undefined : parseDecimal(String(value));
    return amount && inMoneyUnit(amount, unit);
  });
  return {
    ...series,
    values: amounts.map((amount) => (amount === undefined ? null : toNumber(amount))),
    texts: series.texts.map((text, index) => {
      const amount = amounts[index];
      return amount === undefined
        ? text
        : `${text.startsWith('≥') ? '≥' : ''}${format(trim(roundForLabel(amount, PLACES[unit])))}`;
    }),
  };
}
