import { describe, expect, it } from 'vitest';
import { costBudget } from '../../../src/checks/rules/cost-budget.ts';
import { indicatorDuplicate } from '../../../src/checks/rules/indicator-duplicate.ts';
import { indicatorMissing } from '../../../src/checks/rules/indicator-missing.ts';
import { targetConflict } from '../../../src/checks/rules/target-conflict.ts';
import { targetMalformed } from '../../../src/checks/rules/target-malformed.ts';
import { targetNoNumber } from '../../../src/checks/rules/target-no-number.ts';
import { targetRange } from '../../../src/checks/rules/target-range.ts';
import { targetUnit } from '../../../src/checks/rules/target-unit.ts';
import { numberIndicators, type IndicatorTexts } from '../../../src/model/indicator.ts';
import type { Category } from '../../../src/model/terms.ts';
import { findingsOf, valuesFound } from '../../setup/remarks.ts';
import { sampleProject } from '../../setup/sample.ts';

const row = (target: string, change: Partial<IndicatorTexts> = {}): IndicatorTexts => ({
  kind: '数量指标',
  name: '虚构指标',
  description: '',
  basis: '',
  target,
  ...change,
});
const withRows = (...rows: readonly IndicatorTexts[]) =>
  sampleProject({ amount: '84.14', indicators: numberIndicators({ 产出指标: rows }) });

describe('target/no-number', () => {
  it.each(['人', '件', '%', '≥人'])('doubts %j', (target) => {
    expect(valuesFound(targetNoNumber, withRows(row(target)))).toEqual([target]);
  });
  it.each(['', '1人', '成效明显', '按实际人数'])('accepts %j', (target) => {
    expect(findingsOf(targetNoNumber, withRows(row(target)))).toEqual([]);
  });
});

describe('target/malformed', () => {
  it.each(['%100%', '≥95按实际补助金额确定', '1,50元'])('doubts %j', (target) => {
    expect(valuesFound(targetMalformed, withRows(row(target)))).toEqual([target]);
  });
  it('hints at a percentage with a sign too many', () => {
    expect(findingsOf(targetMalformed, withRows(row('%100%')))[0]?.hint).toContain('疑为“100%”');
  });
  it.each([
    ['》90%', '疑为“≥90%”'],
    ['《９０％', '疑为“≤90%”'],
  ])('hints at the sign of comparison that %j was to have', (target, hint) => {
    expect(findingsOf(targetMalformed, withRows(row(target)))[0]?.hint).toContain(hint);
  });
  it.each(['100%', '成效明显', '2022年12月', '≥113元（月人均）', '第1名'])('accepts %j', (target) => {
    expect(findingsOf(targetMalformed, withRows(row(target)))).toEqual([]);
  });
});

describe('target/range', () => {
  it.each([
    ['950%', { name: '虚构满意率' }],
    ['≥10000%', { name: '虚构完成率' }],
    ['１５０％', { name: '虚构满意度' }],
    ['-5%', { name: '虚构合格率（%）' }],
    ['120', { name: '虚构达标率（%）' }],
    ['>100%', { name: '虚构覆盖率' }],
    ['95%-105%', { name: '虚构占比' }],
    ['1200‰', { name: '虚构比例' }],
    ['150百分比', { name: '虚构参保缴费率' }],
    ['2022年2月30日', { name: '虚构完成时间' }],
    ['2022/13/01', { name: '虚构完成时间' }],
    ['4月31日前', { name: '虚构完成时间' }],
    ['2022年1月1日至2月30日', { name: '虚构完成时间' }],
    ['2022年12月', { kind: '成本指标', name: '虚构支出' }],
    ['5-3个', {}],
  ])('doubts %j of %j', (target, change) => {
    const [finding] = findingsOf(targetRange, withRows(row(target, change)));
    expect(finding).toMatchObject({ value: target, severity: 'warning' });
  });
  it.each([
    ['≥95%', { name: '虚构满意度' }],
    ['100%', { name: '虚构完成率' }],
    ['<5‰', { name: '虚构差错率' }],
    ['0%', { name: '虚构差错率' }],
    ['120%', { name: '虚构增长率' }],
    ['150%', { name: '虚构工作效率' }],
    ['-5%', { name: '虚构收入增长率（%）' }],
    ['≥300%', { name: '虚构产值增幅' }],
    ['150%', { name: '虚构拨备覆盖率' }],
    ['110%', { name: '虚构毛入学率' }],
    ['105%', { name: '虚构床位使用率' }],
    ['±5%', { name: '虚构偏差率' }],
    ['950分', { name: '虚构满意度' }],
    ['150%', { name: '虚构投入' }],
    ['1:20', { name: '虚构师生比例' }],
    ['2024年2月29日', { name: '虚构完成时间' }],
    ['12月底前', { name: '虚构完成时间' }],
    ['2022年12月', { kind: '时效指标', name: '虚构完成时间' }],
  ])('accepts %j of %j', (target, change) => {
    expect(findingsOf(targetRange, withRows(row(target, change)))).toEqual([]);
  });
});

describe('target/conflict', () => {
  it.each([
    ['3333个村街', '33个村街'],
    ['≥95%', '去年满意度90%'],
    ['20万元', '合同金额18.5万元'],
    ['20万元', '合同金额１８万元'],
    ['20万元', '合同金额\uf031\uf038万元'],
  ])('doubts the target %j on the basis of %j', (target, basis) => {
    expect(valuesFound(targetConflict, withRows(row(target, { basis })))).toEqual([target]);
  });
  it.each([
    ['3人', '1500/人/年'],
    ['3人', '1500元/人'],
    ['50人', '冀价行费字【2000】第40号'],
    ['95%', '政府实际代缴人数/16-59周岁参保贫困人员数'],
    ['35万元', '35万元'],
    ['35.0万元', '预算35万元'],
    ['2人', '第2人民医院'],
    ['100%', '完成率'],
    ['60周岁', '16-59周岁参保'],
    ['11', '10人'],
  ])('accepts the target %j on the basis of %j', (target, basis) => {
    expect(findingsOf(targetConflict, withRows(row(target, { basis })))).toEqual([]);
  });
  it('doubts one indicator with two targets, but not two indicators', () => {
    expect(valuesFound(targetConflict, withRows(row('10人'), row('12人')))).toEqual(['12人']);
    expect(findingsOf(targetConflict, withRows(row('10人'), row('12人', { name: '另一指标' })))).toEqual([]);
    expect(findingsOf(targetConflict, withRows(row('10人'), row('10人')))).toEqual([]);
  });
});

describe('target/unit', () => {
  it.each([
    ['11', {}],
    ['2万元', { name: '资金发放率' }],
    ['2022年12月', { name: '按期完成率' }],
    ['11人', { kind: '成本指标' }],
    ['10次', { kind: '成本指标' }],
    ['≥95%', { name: '就业人数' }],
    ['10人', { name: '虚构满意率' }],
    ['12:30', { name: '虚构及时率' }],
    ['3-5万元', { name: '虚构到位率' }],
    ['100%', { kind: '成本指标', name: '资金成本' }],
  ])('mentions %j of %j as information', (target, change) => {
    const [finding] = findingsOf(targetUnit, withRows(row(target, change)));
    expect(finding).toMatchObject({ value: target, severity: 'information' });
  });
  it.each([
    ['11人', {}],
    ['100%', { name: '资金发放率' }],
    ['100%', { name: '人才增长率（%）' }],
    ['10', { name: '人才增长率（%）' }],
    ['=100.00(%)', { name: '完成率' }],
    ['95分', { name: '满意度' }],
    ['12次', { name: '虚构检查频率' }],
    ['30元', { kind: '成本指标' }],
    ['2022年12月', { name: '完成时间' }],
    ['100%', { kind: '成本指标', name: '按标准执行' }],
  ])('accepts %j of %j', (target, change) => {
    expect(findingsOf(targetUnit, withRows(row(target, change)))).toEqual([]);
  });
});

describe('cost/budget', () => {
  const cost = (target: string) => withRows(row(target, { kind: '成本指标', name: '资金成本' }));
  it.each(['84.14万元', '841400元', '≤84.14万元', '≤100万元', '100%', '≥10万元'])(
    'accepts a cost of %s with a budget of 84.14',
    (target) => {
      expect(findingsOf(costBudget, cost(target))).toEqual([]);
    },
  );
  it.each(['25.72万元', '8414元', '≤80万元', '84.15万元'])('doubts %s', (target) => {
    expect(valuesFound(costBudget, cost(target))).toEqual([target]);
  });
  it('looks only at indicators that state the whole cost', () => {
    expect(findingsOf(costBudget, withRows(row('30元', { name: '人均成本' })))).toEqual([]);
  });
});

describe('indicator/duplicate', () => {
  it('doubts the same kind, name and description, whatever the target', () => {
    expect(findingsOf(indicatorDuplicate, withRows(row('10人'), row('12人')))).toHaveLength(1);
  });
  it('accepts the same name under two kinds or with another description', () => {
    const other = row('10人', { kind: '质量指标' });
    expect(findingsOf(indicatorDuplicate, withRows(row('10人'), other))).toEqual([]);
    expect(
      findingsOf(indicatorDuplicate, withRows(row('10人'), row('10人', { description: '另一种' }))),
    ).toEqual([]);
  });
});

describe('indicator/missing', () => {
  const rows = (...categories: readonly Category[]) =>
    sampleProject({
      code: `99990099P000000100${categories.length}0A`,
      indicators: numberIndicators(
        Object.fromEntries(
          categories.map((category) => [
            category,
            [
              row('1人', {
                kind: {
                  产出指标: '数量指标',
                  效益指标: '社会效益指标',
                  满意度指标: '服务对象满意度指标',
                  成本指标: '经济成本指标',
                }[category],
              }),
            ],
          ]),
        ),
      ),
    });
  it('wants an indicator of each first level of the form', () => {
    expect(findingsOf(indicatorMissing, rows('产出指标', '效益指标', '满意度指标'))).toEqual([]);
    expect(findingsOf(indicatorMissing, rows('产出指标', '效益指标')).map(({ message }) => message)).toEqual([
      '没有“满意度指标”。',
    ]);
    expect(findingsOf(indicatorMissing, rows())).toHaveLength(3);
  });
  it("wants 成本指标 only where the department's forms have it at the first level", () => {
    const all = rows('成本指标', '产出指标', '效益指标', '满意度指标');
    const three = rows('产出指标', '效益指标', '满意度指标');
    expect(findingsOf(indicatorMissing, all, three).map(({ message }) => message)).toEqual([
      '没有“成本指标”。',
    ]);
  });
});
