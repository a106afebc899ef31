import { describe, expect, it } from 'vitest';
import { moneyFormat } from '../../../src/checks/rules/money-format.ts';
import { resultChangedTarget } from '../../../src/checks/rules/result-changed-target.ts';
import { resultExecution } from '../../../src/checks/rules/result-execution.ts';
import { resultFile } from '../../../src/checks/rules/result-file.ts';
import { resultFormat } from '../../../src/checks/rules/result-format.ts';
import { resultMissed } from '../../../src/checks/rules/result-missed.ts';
import { resultMissing } from '../../../src/checks/rules/result-missing.ts';
import { resultScore } from '../../../src/checks/rules/result-score.ts';
import { resultTarget } from '../../../src/checks/rules/result-target.ts';
import { RULES } from '../../../src/checks/rules.ts';
import type { EvaluationField, ResultField } from '../../../src/model/form.ts';
import { numberIndicators } from '../../../src/model/indicator.ts';
import { findingsOf, valuesFound } from '../../setup/remarks.ts';
import { evaluationOf, sampleProject } from '../../setup/sample.ts';

const row = (kind: string, name: string, target: string, weight = '') => ({
  ...{ kind, name, target, weight, description: '', basis: '' },
});

/** A made-up project whose self-evaluation says this of its two indicators, 虚构人数 ≥100人 and 虚构满意率 ≥95%. */
function evaluated(
  texts: Partial<Record<EvaluationField, string>>,
  ...results: readonly Partial<Record<ResultField, string>>[]
) {
  return sampleProject({
    amount: '190.00',
    indicators: numberIndicators({
      产出指标: [row('数量指标', '虚构人数', '≥100人', '50分')],
      满意度指标: [row('服务对象满意度指标', '虚构满意率', '≥95%')],
    }),
    evaluation: evaluationOf(texts, results),
  });
}

describe('a project without a self-evaluation', () => {
  it('is told nothing of results', () => {
    const found = RULES.filter(({ id }) => id.startsWith('result/')).flatMap((rule) =>
      findingsOf(rule, sampleProject()),
    );
    expect(found).toEqual([]);
  });
});

describe('result/target', () => {
  const find = (...results: Parameters<typeof evaluationOf>[1]) =>
    findingsOf(resultTarget, evaluated({}, ...results));

  it('says which name was likely meant', () => {
    const [finding] = find({ name: '虚构人次', achieved: '98人' });
    expect(finding).toMatchObject({ severity: 'error', value: '虚构人次' });
    expect(finding?.hint).toContain('是不是“虚构人数”？');
  });
  it('names the level under which there is no such indicator', () => {
    expect(find({ name: '虚构人数', kind: '质量指标' })[0]?.message).toBe(
      '“质量指标”下面的“虚构人数”在“绩效指标”里没有。',
    );
  });
  it('refuses a second result of one indicator', () => {
    expect(find({ name: '虚构人数' }, { name: '虚构人数', kind: '数量指标' })[0]?.message).toBe(
      '“虚构人数”的结果写了不止一次。',
    );
  });
  it('asks for the level where a name stands twice', () => {
    const doubled = sampleProject({
      indicators: numberIndicators({
        产出指标: [row('数量指标', '虚构次数', '1次'), row('质量指标', '虚构次数', '2次')],
      }),
      evaluation: evaluationOf({}, [{ name: '虚构次数' }]),
    });
    expect(findingsOf(resultTarget, doubled)[0]).toMatchObject({
      message: '“绩效指标”里有2行“虚构次数”，分不清这是哪一行的结果。',
      hint: '请在这一条写上“一级指标”和“二级指标”；还分不清的，再写上“指标值”，和那一行的相同。',
    });
  });
  it('becomes a warning where an editor confirms that the document has one more', () => {
    const project = {
      ...evaluated({}, { name: '虚构新增', achieved: '1次' }),
      explanations: [
        { location: '自评.指标[1].三级指标', original: '虚构新增', text: '自评表另有这一项，按原文公开。' },
      ],
    };
    expect(findingsOf(resultTarget, project)).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('result/file', () => {
  it('asks for the document that is named', () => {
    expect(valuesFound(resultFile, evaluated({ file: '虚构自评表.pdf' }))).toEqual(['虚构自评表.pdf']);
    expect(findingsOf(resultFile, evaluated({ total: '90' }))).toEqual([]);
  });
});

describe('result/changed-target', () => {
  it.each(['≥90人', '100人', '≤100人'])('doubts %j', (target) => {
    expect(valuesFound(resultChangedTarget, evaluated({}, { name: '虚构人数', target }))).toEqual([target]);
  });
  it.each(['', '≥100人', '≧１００ 人'])('accepts %j', (target) => {
    expect(findingsOf(resultChangedTarget, evaluated({}, { name: '虚构人数', target }))).toEqual([]);
  });
});

describe('result/missing', () => {
  it('tells of targets without a result, and of results that say nothing', () => {
    expect(findingsOf(resultMissing, evaluated({ total: '90' }, { name: '虚构人数' }))).toMatchObject([
      { severity: 'information', message: '自评没有写“虚构满意率”的实际完成值。' },
      { severity: 'information', message: '自评没有写“虚构人数”的实际完成值。' },
    ]);
  });
});

describe('result/missed', () => {
  it.each([
    ['93%', ''],
    ['94.9%', ''],
  ])('doubts %j without a reason', (achieved, reason) => {
    expect(valuesFound(resultMissed, evaluated({}, { name: '虚构满意率', achieved, reason }))).toEqual([
      achieved,
    ]);
  });
  it.each([
    ['93%', '虚构原因'],
    ['95%', ''],
    ['基本满意', ''],
    ['', ''],
  ])('accepts %j with the reason %j', (achieved, reason) => {
    expect(findingsOf(resultMissed, evaluated({}, { name: '虚构满意率', achieved, reason }))).toEqual([]);
  });
});

describe('result/execution', () => {
  it.each([
    [{ allocated: '190.00', spent: '190.01' }, ['190.01']],
    [{ spent: '190.01' }, ['190.01']],
    [{ allocated: '190.00', spent: '189.20', rate: '98%' }, ['98%']],
    [{ allocated: '190.00', spent: '191.00', rate: '99%' }, ['191.00', '99%']],
  ])('doubts %j', (texts, values) => {
    expect(valuesFound(resultExecution, evaluated(texts))).toEqual(values);
  });
  it.each([
    { allocated: '190.00', spent: '190.00', rate: '100%' },
    { allocated: '200.00', spent: '195.00', rate: '97.5%' },
    { allocated: '190.00', spent: '189.20', rate: '99.6%' },
    { allocated: '190.00', spent: '189.20', rate: '100%' },
    { allocated: '190.00', spent: '189.20', rate: '99.579%' },
    { spent: '190.00' },
    { total: '90' },
  ])('accepts %j', (texts) => {
    expect(findingsOf(resultExecution, evaluated(texts))).toEqual([]);
  });
});

describe('result/score', () => {
  const scored = (points: string, score: string) => ({ name: '虚构满意率', points, score });

  it('doubts more points than there are', () => {
    expect(valuesFound(resultScore, evaluated({}, scored('20', '20.5')))).toEqual(['20.5']);
    expect(valuesFound(resultScore, evaluated({ ratePoints: '10', rateScore: '11' }))).toEqual(['11']);
  });
  it('doubts a total that its parts do not make', () => {
    const texts = { total: '98', ratePoints: '10', rateScore: '9.5' };
    const [finding] = findingsOf(resultScore, evaluated(texts, scored('90', '88')));
    expect(finding?.message).toBe('“总分”是98，而各项得分加起来是97.5。');
    expect(findingsOf(resultScore, evaluated({ ...texts, total: '97.50' }, scored('90', '88')))).toEqual([]);
  });
  it('does not judge a total of which parts are not stated', () => {
    expect(findingsOf(resultScore, evaluated({ total: '98' }, scored('90', '88')))).toEqual([]);
    expect(findingsOf(resultScore, evaluated({ total: '98', rateScore: '10' }, scored('90', '')))).toEqual(
      [],
    );
  });
  it('tells of points that differ from the weight of the target', () => {
    const find = (points: string) => findingsOf(resultScore, evaluated({}, { name: '虚构人数', points }));
    expect(find('40')).toMatchObject([{ severity: 'information', value: '40' }]);
    expect(find('50')).toEqual([]);
  });
});

describe('figures of a self-evaluation', () => {
  it.each([
    ['total', '98分', '应写作“总分: 98”。'],
    ['total', '九十八', '请对照原文改正。'],
    ['rate', '98.5', '应写作“执行率: 98.5%”。'],
    ['rateScore', '-1', '请对照原文改正。'],
  ] as const)('are not %s %j', (name, text, hint) => {
    const [finding] = findingsOf(resultFormat, evaluated({ [name]: text }));
    expect(finding).toMatchObject({ severity: 'error', value: text });
    expect(finding?.hint).toContain(hint);
  });
  it('are named with their indicator', () => {
    const [finding] = findingsOf(resultFormat, evaluated({}, { name: '虚构人数', score: '满分' }));
    expect(finding?.message).toContain('“虚构人数”的得分应为数字');
  });
  it('are amounts where they are money', () => {
    expect(findingsOf(moneyFormat, evaluated({ spent: '189.2万元' }))[0]?.hint).toBe(
      '应写作“全年执行数: 189.2”。',
    );
  });
});
