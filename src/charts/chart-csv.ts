import { toText } from '../model/decimal.ts';
import { atLeastTwoPlaces } from '../model/money.ts';
import { NO_SHARE, plain } from '../model/words.ts';
import { csvOf, mayBeBlank } from '../open-data/csv.ts';
import type { CsvColumn, CsvFile } from '../open-data/descriptions/csv-metadata.ts';
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

/** What the file of `chartCsv` holds; `subject` is of what the chart is. */
export const describeChartFile = (
  { title, sentence, categoryName, series }: ChartDescription,
  { subject, ...facts }: Pick<CsvFile, 'url' | 'sources' | 'page'> & { readonly subject: string },
): CsvFile => ({
  ...facts,
  title: `${title}：${subject}`,
  description: plain(sentence),
  columns: [
    { titles: categoryName, datatype: 'string', required: true },
    ...series.flatMap(columnsOf).map(({ heading, type }) => ({ titles: heading, ...type })),
  ],
});

interface Column {
  readonly heading: string;
  readonly texts: readonly string[];
  /** What its cells are, in the words of CSV on the Web. */
  readonly type: Omit<CsvColumn, 'titles'>;
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
    {
      heading: numbers.includes('') ? mayBeBlank(heading) : heading,
      texts: numbers,
      type: { datatype: 'decimal', null: ['', NO_SHARE], 'schema:unitText': unit },
    },
  ];
  if (cells.some(({ isLeast }) => isLeast))
    columns.push({
      heading: `${own}是否只是下限`,
      texts: cells.map(({ isLeast }) => (isLeast === true ? '是' : '否')),
      type: { datatype: { base: 'boolean', format: '是|否' } },
    });
  if (cells.some(({ refused }) => refused !== undefined && refused !== NO_SHARE))
    columns.push({
      heading: cells.some(({ text }) => text !== undefined) ? `${own}的原文` : `${own}为什么没有数`,
      texts: cells.map(({ text, refused }) => text ?? refused ?? ''),
      type: { datatype: 'string', null: '' },
    });
  return columns;
}
