import { toText } from '../model/decimal.ts';
import { atLeastTwoPlaces } from '../model/money.ts';
import { NO_SHARE, plain } from '../model/words.ts';
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

/** Where a chart's file stands, and what may be done with it; what is not known is left out. */
export interface FileFacts {
  /** The file's name, beside which its metadata stands. */
  readonly fileName: string;
  /** Of what the chart is. */
  readonly subject: string;
  readonly source: string | undefined;
  /** The page of the chart, as whole an address as is known. */
  readonly page: string;
  readonly publisher: string;
  /** The licence's address, or its name. */
  readonly licence: string | undefined;
}

/** What the file of `chartCsv` holds, in the words of W3C's Metadata Vocabulary for Tabular Data (CSV on the Web). */
export function chartMetadata(chart: ChartDescription, facts: FileFacts): object {
  const { title, sentence, categoryName, series } = chart;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh-CN' }],
    url: facts.fileName,
    'dc:title': `${title}：${facts.subject}`,
    'dc:description': plain(sentence),
    'dc:publisher': facts.publisher,
    ...(facts.source === undefined ? {} : { 'dc:source': facts.source }),
    ...(facts.licence === undefined ? {} : { 'dc:license': facts.licence }),
    'dc:isPartOf': facts.page,
    dialect: { encoding: 'utf-8', header: true },
    tableSchema: {
      columns: [
        { titles: categoryName, datatype: 'string', required: true },
        ...series.flatMap(columnsOf).map(({ heading, type }) => ({ titles: heading, ...type })),
      ],
    },
  };
}

interface Column {
  readonly heading: string;
  readonly texts: readonly string[];
  /** What its cells are, in the words of CSV on the Web. */
  readonly type: object;
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
