import { describe, expect, it } from 'vitest';
import { toText } from '../../src/model/decimal.ts';
import { answersOf, executionOf, rateOf } from '../../src/model/evaluation.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import { answeredRows, judge, sumResults } from '../../src/model/outcome.ts';
import { readTarget } from '../../src/model/target.ts';
import { evaluationOf, sampleProject } from '../setup/sample.ts';

const row = (kind: string, name: string, target: string) => ({
  ...{ kind, name, target, description: '', basis: '' },
});

/** Where each result stands: the row's number, or why it stands nowhere. */
function placesOf(
  rows: Parameters<typeof numberIndicators>[0],
  results: Parameters<typeof evaluationOf>[1],
): readonly (number | string | undefined)[] {
  const project = sampleProject({
    indicators: numberIndicators(rows),
    evaluation: evaluationOf({}, results),
  });
  const { byRow, untied } = answersOf(project);
  return (project.evaluation?.results ?? []).map(
    (result) => untied.get(result) ?? [...byRow].find(([, own]) => own === result)?.[0].row,
  );
}

describe('a result', () => {
  const rows = {
    产出指标: [row('数量指标', '示例里程', '≥10公里'), row('质量指标', '示例合格率', '≥95%')],
    满意度指标: [row('服务对象满意度指标', '示例满意度', '≥90%')],
  };

  it('stands beside the row that it names, wherever either stands', () => {
    expect(placesOf(rows, [{ name: '示例满意度' }, { name: '示例里程' }])).toEqual([3, 1]);
    const inserted = { ...rows, 产出指标: [row('数量指标', '示例新增', '1次'), ...rows.产出指标] };
    expect(placesOf(inserted, [{ name: '示例满意度' }, { name: '示例里程' }])).toEqual([4, 2]);
  });

  it('stands there also where the document breaks the name into lines', () => {
    expect(placesOf(rows, [{ name: '示例\n合格率' }])).toEqual([2]);
  });

  it('stands beside no row where none has its name, or where another result has the row', () => {
    expect(placesOf(rows, [{ name: '示例合格' }])).toEqual(['unknown']);
    expect(placesOf(rows, [{ name: '示例里程' }, { name: '示例里程' }])).toEqual([1, 'taken']);
    expect(placesOf(rows, [{ name: '示例里程', kind: '质量指标' }])).toEqual(['unknown']);
  });

  it('names its levels, or its target, where several rows have the name', () => {
    const doubled = {
      产出指标: [row('数量指标', '示例次数', '≥3次'), row('质量指标', '示例次数', '≥5次')],
      效益指标: [row('社会效益指标', '示例次数', '≥5次')],
    };
    expect(placesOf(doubled, [{ name: '示例次数' }])).toEqual(['ambiguous']);
    expect(placesOf(doubled, [{ name: '示例次数', kind: '质量指标' }])).toEqual([2]);
    expect(placesOf(doubled, [{ name: '示例次数', category: '效益指标' }])).toEqual([3]);
    expect(placesOf(doubled, [{ name: '示例次数', target: '≥3次' }])).toEqual([1]);
    expect(placesOf(doubled, [{ name: '示例次数', target: '≥5次' }])).toEqual(['ambiguous']);
  });

  it('follows the order of rows that say the same in everything, if each has one', () => {
    const same = { 产出指标: [row('数量指标', '示例次数', '3次'), row('数量指标', '示例次数', '3次')] };
    expect(placesOf(same, [{ name: '示例次数' }, { name: '示例次数' }])).toEqual([1, 2]);
    expect(placesOf(same, [{ name: '示例次数' }])).toEqual(['ambiguous']);
  });
});

describe('whether a target was reached', () => {
  const judged = (target: string, achieved: string, kind = '数量指标') =>
    judge({ target: readTarget(target), kind }, { achieved: readTarget(achieved) }, 2022);

  it.each([
    ['≥95%', '95%'],
    ['≥95%', '96.3%'],
    ['＞95%', '95.01%'],
    ['≤190万元', '189.5万元'],
    ['≤190万元', '1890000元'],
    ['1500盏', '1500盏'],
    ['3-5个', '5个'],
    ['≥80%', '≥85%'],
    ['2022年12月底前', '2022年11月30日'],
    ['12月底前', '2022-12-31'],
    ['2022年12月', '2022年12月20日'],
    ['17:00前', '16:30'],
    ['0起', '0起'],
  ])('%s with %s is 完成', (target, achieved) => {
    expect(judged(target, achieved)).toEqual({ outcome: '完成', why: '' });
  });

  it.each([
    ['≥95%', '93%'],
    ['＞95%', '95%'],
    ['<10天', '10天'],
    ['≤190万元', '190.01万元'],
    ['3-5个', '6个'],
    ['≥80%', '<80%'],
    ['2022年12月底前', '2023年1月5日'],
    ['2022年12月', '2023年1月'],
    ['12月底前', '2023-01-01'],
    ['100%', '98%'],
    ['0起', '1起'],
  ])('%s with %s is 未完成', (target, achieved) => {
    expect(judged(target, achieved)).toEqual({ outcome: '未完成', why: '' });
  });

  it.each([
    ['有效提升', '有效提升', '目标是文字'],
    ['≥95%', '基本完成', '实际完成值是文字'],
    ['', '95%', '目标未列'],
    ['≥95%', '', '实际完成值未列'],
    ['≥95%', '95人', '目标和实际完成值的单位不同'],
    ['≥95%', '95', '目标和实际完成值的单位不同'],
    ['人', '30人', '目标只有单位'],
    ['1500盏', '1520盏', '目标没有写明是至少还是至多'],
    ['1500盏', '1480盏', '目标没有写明是至少还是至多'],
    ['2022年12月', '2022年11月', '目标没有写明可以早还是可以晚'],
    ['≥95%', '≥90%', '实际完成值只说了一个范围'],
    ['≥95%', '约96%', '实际完成值不能和目标比较'],
    ['每月10日前', '每月9日', '目标不能和结果比较'],
    ['2022年2月30日', '2022年2月28日', '目标不能和结果比较'],
  ])('%s with %s is not judged: %s, %s', (target, achieved, why) => {
    expect(judged(target, achieved)).toEqual({ outcome: '未能判断', why });
  });

  it('does not call costs below their target unfinished', () => {
    expect(judged('100%', '98%', '经济成本指标').outcome).toBe('未能判断');
  });
});

describe('a self-evaluation', () => {
  it('has the rate that it states, else the one of its amounts, and none without these', () => {
    const amounts = { allocated: '300.00', spent: '295.00' };
    expect(rateOf(evaluationOf(amounts, []))).toEqual({ digits: 9833n, scale: 2 });
    expect(toText(rateOf(evaluationOf({ ...amounts, rate: '98%' }, [])) ?? { digits: 0n, scale: 0 })).toBe(
      '98',
    );
    expect(rateOf(evaluationOf({ ...amounts, rate: '待定' }, []))).toBeUndefined();
    expect(executionOf(evaluationOf({ spent: '295.00' }, []))).toBeUndefined();
  });

  it('is counted with those of other projects; what has no result counts nowhere', () => {
    const one = sampleProject({ evaluation: evaluationOf({}, [{ name: '测试数量', achieved: '9次' }]) });
    const other = sampleProject({ evaluation: evaluationOf({}, []) });
    expect(answeredRows(one).map(({ outcome }) => outcome)).toEqual(['未完成']);
    expect(sumResults([one, other, sampleProject()])).toEqual({
      projects: 2,
      outcomes: { 完成: 0, 未完成: 1, 未能判断: 0 },
    });
    expect(sumResults([sampleProject()])).toBeUndefined();
  });
});
