import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../src/files/nearest-word.ts';
import { MONTH_ENDS } from '../../src/model/terms.ts';

const KEYS = [
  '序号',
  '项目编码',
  '项目名称',
  '预算规模',
  '预算数',
  '资金用途',
  '绩效指标',
  '绩效目标',
  '3月底',
  '6月底',
  '12月底',
];

describe('the word nearest to a misspelt one', () => {
  it.each([
    ['项目名', '项目名称'],
    ['项目的名称', '项目名称'],
    ['项目名城', '项目名称'],
    ['項目名稱', '项目名称'],
    ['預算數', '预算数'],
    ['資金用途', '资金用途'],
    ['績效目標', '绩效目标'],
    [' 资金用途', '资金用途'],
    ['资金用徒', '资金用途'],
    ['预算数（万元）', '预算数'],
    ['三月底', '3月底'],
    ['十二月末', '12月底'],
    ['06月底', '6月底'],
    ['13月底', undefined],
    ['备注', undefined],
  ])('for %j is %j', (word, nearest) => {
    expect(nearestWord(word, KEYS)).toBe(nearest);
  });

  it.each([
    ['12月', '12月底'],
    ['十二月底', '12月底'],
    ['十月末', '10月底'],
    ['三月', '3月底'],
    ['03月底', '3月底'],
    ['13月底', undefined],
    ['月底', undefined],
  ])('has the same number: for %j it is %j', (word, nearest) => {
    expect(nearestWord(word, MONTH_ENDS)).toBe(nearest);
  });
});
