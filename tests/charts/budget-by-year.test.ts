import { expect, it } from 'vitest';
import { budgetByYear } from '../../src/charts/budget-by-year.ts';
import { plain } from '../../src/model/words.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';

const edition = (year: number, ...amounts: Parameters<typeof budgetOf>) =>
  sampleProject({ year, budget: budgetOf(...amounts) });
const chartOf = (...editions: Parameters<typeof budgetByYear>[0]) =>
  budgetByYear(editions, ({ year }) => `/${String(year)}/`);

it('a project year by year has a place for each, and a value only where one is stated', () => {
  const { categories, series, sentence, drawing } = chartOf(
    edition(2095, '50', '50'),
    edition(2097, ''),
    edition(2098, '待定', '3', '', '2'),
  );
  expect(categories).toEqual([
    { label: '2095年', href: '/2095/' },
    { label: '2096年' },
    { label: '2097年', href: '/2097/' },
    { label: '2098年', href: '/2098/' },
  ]);
  expect(series.map(({ name, drawn }) => [name, drawn])).toEqual([
    ['预算数', true],
    ['财政资金', false],
    ['上年结转', false],
    ['其他资金', false],
  ]);
  expect(series[0]?.cells).toEqual([
    { value: '50' },
    { refused: '本站没有' },
    {},
    { text: '待定', refused: '读不出' },
  ]);
  expect(plain(sentence)).toBe(
    '2095年50.00万元，2096年本站没有，2097年未列，2098年读不出。各年的预算各算各的，不相加。',
  );
  expect(drawing).toBe('columns');
});

it('a project of many years has bars, for whose amounts there is always room', () => {
  expect(chartOf(...[1, 2, 3, 4, 5].map((year) => edition(2090 + year, '1'))).drawing).toBe('bars');
});

it('a project that was withdrawn in a year between was there, and counts nothing', () => {
  const [before, withdrawn, after] = [2097, 2098, 2099].map((year) => edition(year, '5'));
  if (before === undefined || withdrawn === undefined || after === undefined)
    throw new Error('three were made');
  const { series, sentence } = budgetByYear([before, after], () => '/', 'chart', [withdrawn]);
  expect(series[0]?.cells[1]).toEqual({ refused: '已撤销' });
  expect(plain(sentence)).toContain('2097年5.00万元，2098年已撤销，2099年5.00万元');
});

it('a year at either end in which a project was withdrawn keeps its place too', () => {
  const [before, counted, after] = [2097, 2098, 2099].map((year) => edition(year, '5'));
  if (before === undefined || counted === undefined || after === undefined)
    throw new Error('three were made');
  const { sentence } = budgetByYear([counted], () => '/', 'chart', [before, after]);
  expect(plain(sentence)).toContain('2097年已撤销，2098年5.00万元，2099年已撤销');
});
