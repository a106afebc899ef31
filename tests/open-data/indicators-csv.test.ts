import { expect, it } from 'vitest';
import { numberIndicators } from '../../src/model/indicator.ts';
import { indicatorsCsv } from '../../src/open-data/indicators-csv.ts';
import { sampleProject } from '../setup/sample.ts';

const row = { kind: '数量指标', name: '虚构指标', description: '', target: '≥10人', basis: '甲，"乙"' };
const csvOf = (...rows: readonly (typeof row)[]) =>
  indicatorsCsv(
    [sampleProject({ name: '示例项目', indicators: numberIndicators({ 产出指标: rows }) })],
    () => '示例局',
    (_, place) => `/x/#indicator-${String(place)}`,
  );

it('each indicator is a row with its project, in the words of the document, and its address', () => {
  const [head = '', first = '', second] = csvOf(row, { ...row, name: '=1+1' }).split('\r\n');
  expect(head).toContain('一级指标,二级指标（空白为未列）,三级指标（空白为未列）');
  expect(first).toContain('示例局');
  expect(first).toContain('产出指标,数量指标,虚构指标,,≥10人,"甲，""乙""",/x/#indicator-1');
  expect(second).toContain("'=1+1");
});

it('what not every form has is a column only where one states it', () => {
  expect(csvOf(row)).not.toContain('权重');
  expect(csvOf({ ...row, ...{ weight: '10' } })).toContain('权重');
});
