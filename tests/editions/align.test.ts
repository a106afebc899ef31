import { describe, expect, it } from 'vitest';
import { alignAdditional, alignGoals, alignRows } from '../../src/editions/align.ts';
import { changedWords } from '../../src/editions/changed-words.ts';
import { numberIndicators, type IndicatorTexts } from '../../src/model/indicator.ts';
import { sampleProject } from '../setup/sample.ts';

const row = (name: string, change: Partial<IndicatorTexts> = {}): IndicatorTexts => ({
  ...{ kind: '数量指标', name, description: name, target: '≥1次', basis: '虚构的工作计划' },
  ...change,
});
/** The names of the indicators of made-up years side by side, `-` where a year has none. */
const aligned = (...years: readonly (readonly IndicatorTexts[])[]) =>
  alignRows(years.map((rows) => sampleProject({ indicators: numberIndicators({ 产出指标: rows }) }))).flatMap(
    ({ rows }) => rows.map((cells) => cells.map((one) => (one ? `${one.name}${one.target.text}` : '-'))),
  );

describe('the indicators of a project year by year', () => {
  it('keep their rows where targets, order and descriptions change', () => {
    expect(
      aligned(
        [row('巡查', { target: '100%' }), row('培训'), row('宣传')],
        [row('宣传', { description: '宣传的次数' }), row('巡查', { target: '≥95%' }), row('培训')],
      ),
    ).toEqual([
      ['宣传≥1次', '宣传≥1次'],
      ['巡查100%', '巡查≥95%'],
      ['培训≥1次', '培训≥1次'],
    ]);
  });

  it('have one row more where one is set in, wherever it stands', () => {
    const rows = ['巡查', '培训', '宣传', '演练'].map((name) => row(name));
    for (let place = 0; place <= rows.length; place += 1) {
      const more = rows.toSpliced(place, 0, row('完全不同的事项'));
      expect(aligned(rows, more).filter((cells) => cells.includes('-'))).toEqual([
        ['-', '完全不同的事项≥1次'],
      ]);
      expect(aligned(more, rows).filter((cells) => cells.includes('-'))).toEqual([
        ['完全不同的事项≥1次', '-'],
      ]);
    }
  });

  it('know a row again whose name is worded a little otherwise, and not one that is only alike in target and basis', () => {
    expect(aligned([row('湿地巡护次数')], [row('湿地巡护总次数')])).toEqual([
      ['湿地巡护次数≥1次', '湿地巡护总次数≥1次'],
    ]);
    expect(aligned([row('湿地巡护')], [row('教师培训')])).toEqual([
      ['湿地巡护≥1次', '-'],
      ['-', '教师培训≥1次'],
    ]);
  });

  it('pair each of two of one name once, those that say the same first', () => {
    const high = row('满意度', { target: '≥95%' });
    const low = row('满意度', { target: '≥80%' });
    expect(aligned([low, high], [high])).toEqual([
      ['满意度≥80%', '-'],
      ['满意度≥95%', '满意度≥95%'],
    ]);
    expect(aligned([high, low], [high, low])).toEqual([
      ['满意度≥95%', '满意度≥95%'],
      ['满意度≥80%', '满意度≥80%'],
    ]);
  });

  it('have one row for what a year leaves out and the next has again', () => {
    expect(aligned([row('巡查'), row('培训')], [row('培训')], [row('巡查'), row('培训')])).toEqual([
      ['巡查≥1次', '-', '巡查≥1次'],
      ['培训≥1次', '培训≥1次', '培训≥1次'],
    ]);
  });

  it('stay under their first level', () => {
    const years = [{ 产出指标: [row('满意')] }, { 效益指标: [row('满意', { kind: '社会效益指标' })] }];
    const found = alignRows(years.map((rows) => sampleProject({ indicators: numberIndicators(rows) })));
    expect(found.map(({ category, rows }) => [category, rows.length])).toEqual([
      ['产出指标', 1],
      ['效益指标', 1],
    ]);
  });
});

it('goals and boxes of a form stand side by side, those of one label together', () => {
  const years = [
    sampleProject({ goals: ['做好巡护。', '保护湿地。'], additional: [{ label: '性质', text: '经常性' }] }),
    sampleProject({ goals: ['保护湿地和鸟类。'], additional: [] }),
  ];
  expect(alignGoals(years)).toEqual([
    ['做好巡护。', undefined],
    ['保护湿地。', '保护湿地和鸟类。'],
  ]);
  expect(alignAdditional(years)).toEqual([{ label: '性质', row: ['经常性', undefined] }]);
});

describe('the words of a text that changed', () => {
  it('are those that came and those that went, and together with the rest are both texts', () => {
    const pieces = changedWords('培训劳动者500人次。', '培训示例劳动者800人次。') ?? [];
    expect(pieces.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(['示例', '800']);
    expect(pieces.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(['500']);
    const without = (kind: string) => pieces.flatMap((one) => (one.kind === kind ? [] : one.text)).join('');
    expect(without('removed')).toBe('培训示例劳动者800人次。');
    expect(without('added')).toBe('培训劳动者500人次。');
  });

  it('are not marked where most of it is another text, however long', () => {
    expect(changedWords('培训示例劳动者。', '修缮示例广场和道路。')).toBeUndefined();
    const long = (character: string) =>
      Array.from({ length: 20_000 }, (_, at) => character + String(at)).join('，');
    expect(changedWords(long('甲'), long('乙'))).toBeUndefined();
  });
});
