import { describe, expect, it } from 'vitest';
import { budgetByProject } from '../../src/charts/budget-by-project.ts';
import { plannedDisbursement } from '../../src/charts/planned-disbursement.ts';
import { cellLabel, pointWords } from '../../src/charts/cell-words.ts';
import { amountLabel } from '../../src/charts/amount-label.ts';
import { projectPlan } from '../../src/charts/project-plan.ts';
import { parseDecimal, ZERO } from '../../src/model/decimal.ts';
import { readContent } from '../../src/files/read-content.ts';
import { totalsOf } from '../../src/model/totals.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';

const { site } = await readContent('content');
const projects = site.departments[0]?.projects ?? [];
const { plan } = totalsOf(projects);
const planned = plannedDisbursement(plan, '本部门');
const odd = projects.find(({ code }) => code === '13060522P00416610001C') ?? sampleProject();

describe('what a point says', () => {
  it('names every number of it with its unit, and calls a lower bound one', () => {
    expect(pointWords(planned, 1).join('，')).toBe(
      '累计占预算列明至少27.33%，累计金额列明至少1,209.41万元，未列明的项目10个，未列明项目的预算2,273.87万元',
    );
    expect(pointWords(planned, 3).join('，')).toMatch(/^累计占预算100\.00%，累计金额4,425\.72万元，/);
  });
  it('gives the original of what cannot be true, and says that it does not count', () => {
    expect(pointWords(projectPlan(odd, plan), 2).join('，')).toBe(
      '本项目累计占预算原文为“750000%”，不能采信，本项目累计金额不能采信，部门平均（至少）70.59%',
    );
  });
  it('calls what is not stated so, and a tiny share not nothing', () => {
    const chart = budgetByProject(
      [sampleProject({ amount: '1000' }), sampleProject({ amount: '0.001' }), sampleProject({ amount: '' })],
      () => '',
    );
    expect(pointWords(chart, 1).join('，')).toBe('预算数0.001万元，占比不足0.01%');
    expect(pointWords(chart, 2).join('，')).toBe('预算数未列，占比未列');
  });
  it('names its amounts in the unit of the reader, exactly, and its shares as they are', () => {
    expect(pointWords(planned, 1, '元').slice(0, 2)).toEqual([
      '累计占预算列明至少27.33%',
      '累计金额列明至少12,094,100元',
    ]);
  });
  it('tells an amount that cannot be read from one that is not stated', () => {
    const odd = sampleProject({
      budget: budgetOf('-3'),
    });
    const chart = budgetByProject([sampleProject(), odd], () => '');
    expect(pointWords(chart, 1)[0]).toBe('预算数原文为“-3”，读不出');
    expect(cellLabel(chart.series[0]?.cells[1] ?? {}, '万元')).toBe('读不出');
  });
});

describe('a label in a drawing', () => {
  it('rounds amounts, because the table has them exact, and marks a lower bound', () => {
    expect(cellLabel({ value: '14.67', isLeast: true }, '%')).toBe('≥14.67%');
    expect(cellLabel({ value: '649.2725', isLeast: true }, '万元')).toBe('≥649.27');
    expect(cellLabel({ value: '0' }, '万元')).toBe('0.00');
  });
  it.each([
    ['99.999', '超过99.99%'],
    ['100', '100%'],
    ['0.001', '多于0%'],
  ])('says of a lower bound of %s what is true of it', (value, label) => {
    expect(cellLabel({ value, isLeast: true }, '%')).toBe(label);
  });
  it.each([
    ['649.2725', '元', '6,492,725'],
    ['649.2725', '亿元', '0.0649'],
    ['0.001', '万元', '0.001'],
    ['0.001', '亿元', '0.0000001'],
  ] as const)('rounds %s万元 in %s to %s, never to nothing', (wan, unit, label) => {
    expect(amountLabel(parseDecimal(wan) ?? ZERO, unit)).toBe(label);
  });
});
