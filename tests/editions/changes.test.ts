import { describe, expect, it } from 'vitest';
import { alignEditions } from '../../src/editions/align.ts';
import { budgetDifference, changesOf } from '../../src/editions/changes.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import { readAmount } from '../../src/model/money.ts';
import { plain } from '../../src/model/words.ts';
import { budgetOf, planOf, sampleProject } from '../setup/sample.ts';

type Change = Parameters<typeof sampleProject>[0];

const difference = (before: Change, now: Change) =>
  plain(budgetDifference(sampleProject(before), sampleProject(now)));
/** What is said of each year of a made-up project after its first. */
const said = (...editions: readonly Change[]) => {
  const projects = editions.map((change, place) => sampleProject({ year: 2095 + place, ...change }));
  return changesOf(projects, alignEditions(projects), ({ year }) =>
    year < 2097 ? '虚构局' : '虚构管理局',
  ).map(({ changes }) => changes.map((one) => plain(one)));
};
const row = (name: string, target: string) => ({
  kind: '数量指标',
  name,
  description: name,
  target,
  basis: '',
});

describe('the budget of a year beside the one before', () => {
  it('is more or less by an amount and its share, or the same, whatever the unit', () => {
    expect(difference({ amount: '50' }, { amount: '80' })).toBe('增加30.00万元（60%）');
    expect(difference({ amount: '120' }, { amount: '60' })).toBe('减少60.00万元（50%）');
    const inYuan = { unit: '元', budget: { ...budgetOf(''), total: readAmount('500000', '元') } } as const;
    expect(difference({ amount: '50' }, inYuan)).toBe('没有变化');
  });

  it('has neither grown nor shrunk where one is not stated, and has no share of nothing', () => {
    expect(difference({ amount: '' }, { amount: '80' })).toBe('增减无从比较');
    expect(difference({ amount: '80' }, { amount: '待定' })).toBe('增减无从比较');
    expect(difference({ amount: '0' }, { amount: '80' })).toBe('增加80.00万元');
  });
});

describe('what changed from year to year', () => {
  it('is said field by field, with both values', () => {
    expect(
      said(
        {
          amount: '50',
          goals: ['巡护。'],
          indicators: numberIndicators({ 产出指标: [row('巡护次数', '100%')] }),
        },
        {
          amount: '',
          code: 'X-2',
          goals: ['巡护。', '宣传。'],
          disbursementPlan: planOf('', '50%', '75%', '100%'),
          indicators: numberIndicators({ 产出指标: [row('培训', '≥4期'), row('巡护次数', '≥95%')] }),
        },
      ),
    ).toEqual([
      [
        '项目编码由“99990099P00000010001A”改为“X-2”',
        '预算数由50.00万元变为未列，增减无从比较',
        '资金支出计划“3月底”由“25%”改为未列',
        '新增绩效目标“宣传”',
        '新增指标“培训”，指标值“≥4期”',
        '“巡护次数”的指标值由“100%”改为“≥95%”',
      ],
    ]);
  });

  it('says once that a row is named otherwise, where its description says the same', () => {
    const named = (name: string) => ({ indicators: numberIndicators({ 产出指标: [row(name, '≥1次')] }) });
    expect(said(named('湿地巡护次数'), named('湿地巡护总次数'))).toEqual([
      ['指标“湿地巡护次数”改为“湿地巡护总次数”'],
    ]);
  });

  it('is nothing where nothing changed but the order', () => {
    const rows = [row('巡护', '1次'), row('培训', '2次')];
    expect(
      said(
        { indicators: numberIndicators({ 产出指标: rows }) },
        { indicators: numberIndicators({ 产出指标: rows.toReversed() }) },
      ),
    ).toEqual([[]]);
  });

  it('names a department that was renamed, what is no longer there, and which of two of one name is meant', () => {
    const rows = [row('满意度', '≥80%'), row('满意度', '≥90%')];
    expect(
      said(
        {},
        { indicators: numberIndicators({ 产出指标: rows }) },
        { indicators: numberIndicators({ 产出指标: rows.slice(0, 1) }) },
      )[1],
    ).toEqual([
      '部门名称由“虚构局”改为“虚构管理局”',
      '不再列指标“满意度”（产出指标第2行），原来的指标值是“≥90%”',
    ]);
  });

  it('quotes a long text in part, and says that it changed where that part is the same', () => {
    const long = '虚构的用途，'.repeat(20);
    expect(said({ purpose: `${long}甲` }, { purpose: `${long}乙` })[0]?.join()).toMatch(
      /^资金用途“[^”]{61}”有改动$/,
    );
  });

  it('says of each part of the money what changed, but not twice the same', () => {
    expect(said({ budget: budgetOf('10', '10') }, { budget: budgetOf('12', '12') })).toEqual([
      ['预算数由10.00万元变为12.00万元，增加2.00万元（20%）'],
    ]);
    expect(said({ budget: budgetOf('10', '10') }, { budget: budgetOf('10', '4', '6') })).toEqual([
      ['财政资金由10.00万元变为4.00万元，减少6.00万元（60%）', '其他资金由未列变为6.00万元，增减无从比较'],
    ]);
  });
});
