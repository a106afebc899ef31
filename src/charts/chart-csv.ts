import { toText } from '../model/decimal.ts';
import { atLeastTwoPlaces } from '../model/money.ts';
import { NO_SHARE } from '../model/words.ts';
import { csvOf, mayBeBlank } from '../open-data/csv.ts';
import { valueOf, type ChartDescription, type ChartSeries } from './chart.ts';

/**
 * A chart's numbers as CSV, all of them, also those that are not drawn: plain numbers in the unit of publication, so
 * that a program reads them as numbers. What they cannot say stands in a column of its own: which of them is a lower
 * bound, and the source's text where it is no number. A blank number is not stated, as the heading says.
 */
export function chartCsv({ categoryName, categories, series, total }: ChartDescription): string {
  const columns = series.flatMap(columnsOf);
  const rows = categories.map(({ label }, row) => [label, ...columns.map(({ texts }) => texts[row] ?? '')]);
  const rest = total === undefined ? [] : [[`只列出前${String(categories.length)}项，共${String(total)}项`]];
  return csvOf([[categoryName, ...columns.map(({ heading }) => heading)], ...rows, ...rest]);
}

interface Column {
  readonly heading: string;
  readonly texts: readonly string[];
}

function columnsOf({ name, keyName, compared, unit, cells }: ChartSeries): readonly Column[] {
  // Compared projects go by letters on the page only.
  const own = compared === true ? (keyName ?? name) : name;
  const numbers = cells.map((one) => {
    const { refused } = one;
    const value = valueOf(one);
    if (value === undefined) return refused === NO_SHARE ? refused : '';
    return toText(unit === '万元' || unit === '%' ? atLeastTwoPlaces(value) : value);
  });
  const heading = `${own}（${unit}）`;
  const columns: Column[] = [
    { heading: numbers.includes('') ? mayBeBlank(heading) : heading, texts: numbers },
  ];
  if (cells.some(({ isLeast }) => isLeast))
    columns.push({
      heading: `${own}是否只是下限`,
      texts: cells.map(({ isLeast }) => (isLeast === true ? '是' : '否')),
    });
  if (cells.some(({ refused }) => refused !== undefined && refused !== NO_SHARE))
    columns.push({
      heading: cells.some(({ text }) => text !== undefined) ? `${own}的原文` : `${own}为什么没有数`,
      texts: cells.map(({ text, refused }) => text ?? refused ?? ''),
    });
  return columns;
}
