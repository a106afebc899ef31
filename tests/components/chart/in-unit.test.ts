import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../../src/charts/chart-data.ts';
import { inUnit } from '../../../src/components/chart/in-unit.ts';

const MONEY: ChartData = {
  drawing: 'columns',
  unit: '万元',
  labels: ['1–3月', '4–6月'],
  words: ['计划支出649.2725万元', '计划支出未列'],
  series: [{ name: '计划支出', values: [649.2725, null], texts: ['≥649.27', ''], comparison: false }],
};

describe('a chart of amounts', () => {
  it('is drawn, labelled and read out in another unit, from the exact amounts and not from rounded labels', () => {
    expect(inUnit(MONEY, '元')).toEqual({
      ...MONEY,
      unit: '元',
      words: ['计划支出6,492,725元', '计划支出未列'],
      series: [{ ...MONEY.series[0], values: [6492725, null], texts: ['≥6,492,725', ''] }],
    });
  });

  it('is rounded in its labels, never to nothing', () => {
    const [large] = inUnit(MONEY, '亿元').series;
    expect(large?.texts).toEqual(['≥0.0649', '']);
    const small = { ...MONEY, series: [{ name: '', values: [0.001], texts: ['0.001'], comparison: false }] };
    expect(inUnit(small, '亿元').series[0]?.texts).toEqual(['0.0000001']);
  });

  it('stays as it is in the unit of publication', () => {
    expect(inUnit(MONEY, '万元')).toBe(MONEY);
  });
});

it('a chart of shares keeps them, and names the amounts beside them in the other unit', () => {
  const shares: ChartData = {
    ...MONEY,
    drawing: 'line',
    unit: '%',
    words: ['本项目累计占预算25.00%，本项目累计金额1.275万元'],
  };
  const shown = inUnit(shares, '元');
  expect(shown.words).toEqual(['本项目累计占预算25.00%，本项目累计金额12,750元']);
  expect(shown.series).toBe(shares.series);
});
