import { describe, expect, it } from 'vitest';
import { formGroups, formTitle } from '../../src/model/form-layout.ts';
import { numberIndicators, type IndicatorTexts } from '../../src/model/indicator.ts';

const row = (kind: string): IndicatorTexts => ({ kind, name: '', description: '', target: '', basis: '' });

describe('the form of a project', () => {
  it('sets the rows of each first level together and leaves out those without rows', () => {
    const indicators = numberIndicators({
      满意度指标: [row('服务对象满意度指标')],
      产出指标: [row('数量指标'), row('数量指标')],
    });
    expect(formGroups(indicators).map(({ category, rows }) => [category, rows.length])).toEqual([
      ['产出指标', 2],
      ['满意度指标', 1],
    ]);
  });

  it('has its place and the name of the project for a title', () => {
    expect(formTitle({ sequence: 7, name: '虚构项目' })).toBe('7.虚构项目绩效目标表');
  });
});
