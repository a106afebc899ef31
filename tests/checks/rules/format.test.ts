import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/checks/rules.ts';
import type { Rule } from '../../../src/checks/rule.ts';
import { indicatorLevel } from '../../../src/checks/rules/indicator-level.ts';
import { moneyFormat } from '../../../src/checks/rules/money-format.ts';
import { planFormat } from '../../../src/checks/rules/plan-format.ts';
import { projectCode } from '../../../src/checks/rules/project-code.ts';
import { projectFileName } from '../../../src/checks/rules/project-file-name.ts';
import { numberIndicators } from '../../../src/model/indicator.ts';
import type { Project } from '../../../src/model/project.ts';
import { findingsOf } from '../../setup/remarks.ts';
import { planOf, sampleProject } from '../../setup/sample.ts';

/** What a rule says of a project: the value and the hint. */
const remarksOf = (rule: Rule, project: Project) =>
  findingsOf(rule, project).map(({ value, hint }) => `${value ?? ''}: ${hint ?? ''}`);

const withShare = (october: string) =>
  sampleProject({ disbursementPlan: planOf('25%', '50%', october, '100%') });
const withKind = (kind: string) =>
  sampleProject({
    indicators: numberIndicators({
      产出指标: [{ kind, name: '测试', description: '', target: '', basis: '' }],
    }),
  });

describe('the rules', () => {
  it('have ids of their own and a reason in a sentence', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { id, reason } of RULES) {
      expect(id).toMatch(/^[a-z]+\/[a-z-]+$/);
      expect(reason).toMatch(/。$/);
    }
  });
});

describe('project/code', () => {
  it.each(['99990099P00000010001A', '530000210000000012345', 'a-1', '1'.repeat(40)])('accepts %j', (code) => {
    expect(remarksOf(projectCode, sampleProject({ code }))).toEqual([]);
  });
  it.each<readonly string[]>([
    ['13 05', '应写作“项目编码: 1305”。'],
    ['１３０５', '应写作“项目编码: 1305”。'],
    ...['甲1', '..', '1'.repeat(41), 'print', 'Sources'].map((code) => [
      code,
      '请对照原文改正。原文没有编码的，请留空；原文的编码就是这样的，请在“核对说明”中说明，文件名用序号，即“001.yaml”。',
    ]),
  ])('refuses %j', (code = '', hint = '') => {
    expect(remarksOf(projectCode, sampleProject({ code }))).toEqual([`${code}: ${hint}`]);
  });
});

describe('a code of another shape that is confirmed', () => {
  const explanations = [{ location: '项目编码', original: '示例〔2022〕1号', text: '按原文公开。' }];
  const project = sampleProject({ code: '示例〔2022〕1号', record: '001', explanations });

  it('is published, under the name of its number', () => {
    expect(findingsOf(projectCode, project)).toMatchObject([
      { severity: 'warning', explanation: '按原文公开。' },
    ]);
    expect(findingsOf(projectFileName, project)).toEqual([]);
  });
  it('names no file', () => {
    const [finding] = findingsOf(projectFileName, { ...project, record: '示例' });
    expect(finding?.hint).toContain('“001.yaml”');
  });
});

describe('money/format', () => {
  it.each(['', '0', '190.00', '1.123456'])('accepts %j', (amount) => {
    expect(remarksOf(moneyFormat, sampleProject({ amount }))).toEqual([]);
  });
  it.each<readonly string[]>([
    ['190万元', '应写作“预算数: 190”。'],
    ['1,392.00', '应写作“预算数: 1392.00”。'],
    ['１９０', '应写作“预算数: 190”。'],
    ['0190', '请对照原文，看是哪一个：应写作“预算数: 190”或“预算数: 0.190”。'],
    ['１，３９２．５０万元', '应写作“预算数: 1392.50”。'],
    ['1.74\u200b', '应写作“预算数: 1.74”。'],
    ...['待定', '1.1234567', '-5', '1e3', '1,9', '1 9', '1,000,000,000,000,000', '￥190'].map((amount) => [
      amount,
      '请对照原文改正。原文没有写明金额的，请留空；原文就是这样写的，请在“核对说明”中说明，按原文公开。',
    ]),
  ])('refuses %j and says what to write', (amount = '', hint = '') => {
    expect(remarksOf(moneyFormat, sampleProject({ amount }))[0]).toBe(`${amount}: ${hint}`);
  });
});

describe('plan/format', () => {
  it.each(['', '0%', '33.3%', '750000%', '-5%'])('accepts %j', (share) => {
    expect(remarksOf(planFormat, withShare(share))).toEqual([]);
  });
  it.each<readonly string[]>([
    ['75', '应写作“10月底: 75%”。'],
    ['075%', '应写作“10月底: 75%”。'],
    ['75％', '应写作“10月底: 75%”。'],
    ['７５ %', '应写作“10月底: 75%”。'],
    ['0', '应写作“10月底: 0%”。'],
    ['0.75', '请对照原文，看是哪一个：应写作“10月底: 75%”或“10月底: 0.75%”。'],
    ...['四分之三', '7,5', '1,000%', '750'].map((share) => [
      share,
      '请对照原文改正。原文没有写明比例的，请留空；原文就是这样写的，请在“核对说明”中说明，按原文公开。',
    ]),
  ])('refuses %j and says what to write', (share = '', hint = '') => {
    expect(remarksOf(planFormat, withShare(share))).toEqual([`${share}: ${hint}`]);
  });
});

describe('indicator/level', () => {
  it('accepts the kinds of the form', () => {
    expect(remarksOf(indicatorLevel, withKind('数量指标'))).toEqual([]);
  });
  it.each([
    ['数量', '是不是“数量指标”？'],
    ['经济效益指标', '“经济效益指标”属于“效益指标”，请把这一项移到“效益指标”下面。'],
    ['其他', '“产出指标”下可以写：数量指标、质量指标、时效指标、成本指标。'],
    ['', '“产出指标”下可以写：数量指标、质量指标、时效指标、成本指标。'],
  ])('refuses %j, names what fits, and what to do where the document says so', (kind, hint) => {
    expect(remarksOf(indicatorLevel, withKind(kind))).toEqual([
      `${kind}: ${hint}若原文如此，请在“核对说明”中说明。`,
    ]);
  });
});
