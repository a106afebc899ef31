import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../src/model/completeness.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import { budgetOf, sampleProject } from '../setup/sample.ts';

const indicator = { kind: '数量指标', name: '虚构指标', description: '', target: '', basis: '' };

describe('how complete the data is', () => {
  const whole = sampleProject();
  const blank = sampleProject({
    code: '99990099P00000010002B',
    budget: budgetOf(''),
    purpose: '',
    goals: [],
    indicators: numberIndicators({ 产出指标: [indicator, { ...indicator, target: '≥1次' }] }),
  });
  const of = (field: string) => completenessOf([whole, blank]).find((one) => one.field === field);

  it('counts the projects that state a field, and names those that do not', () => {
    expect(of('预算规模 · 预算数')).toMatchObject({ stated: 1, of: 2, blankIn: [blank] });
    expect(of('预算规模 · 其他资金')).toMatchObject({ stated: 0, of: 2, blankIn: [whole, blank] });
    expect(of('资金支出计划 · 3月底')).toMatchObject({ stated: 2, of: 2, blankIn: [] });
  });
  it('counts the rows of the indicator table', () => {
    expect(of('指标值')).toMatchObject({ counted: 'indicators', stated: 2, of: 3, blankIn: [blank] });
  });
  it('counts an unreadable amount as stated: the paper is not blank there', () => {
    const odd = sampleProject({ budget: { ...whole.budget, total: { text: '待定' } } });
    expect(completenessOf([odd])[0]).toMatchObject({ field: '预算规模 · 预算数', stated: 1, of: 1 });
  });
  it('asks for cost indicators at the first level only where a form has them', () => {
    expect(of('绩效指标 · 成本指标')).toBeUndefined();
    const indicators = numberIndicators({ 成本指标: [{ ...indicator, kind: '经济成本指标' }] });
    const withCost = completenessOf([whole, sampleProject({ indicators })]);
    expect(withCost.find(({ field }) => field === '绩效指标 · 成本指标')).toMatchObject({ stated: 1, of: 2 });
  });
});
