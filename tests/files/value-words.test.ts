import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../src/files/project-values.ts';
import { correctedWords, toldCorrections, valueWords } from '../../src/files/value-words.ts';
import { readContent } from '../../src/files/read-content.ts';
import { evaluationOf, sampleProject } from '../setup/sample.ts';

const { site } = await readContent('tests/fixtures/three-departments');
const projects = site.departments.flatMap((department) => department.projects);
const [project] = projects.filter(({ corrections }) => corrections.length > 0);

describe('what readers call a value', () => {
  it.each([
    ['预算规模.预算数', '预算数'],
    ['资金支出计划.10月底', '资金支出计划“10月底”'],
    ['绩效目标[2]', '绩效目标第2条'],
    ['资金用途', '资金用途'],
    ['补充信息.项目起止 1.2 节', '项目起止 1.2 节'],
    ['绩效指标.产出指标[99].指标值', '产出指标第99行的指标值'],
  ])('%s is %s', (location, words) => {
    expect(project && valueWords(project, location)).toBe(words);
  });

  it('names a row of indicators by its name', () => {
    const row = project?.indicators.find(({ category }) => category === '产出指标');
    expect(project && valueWords(project, `绩效指标.产出指标[${String(row?.place)}].指标值`)).toBe(
      `产出指标“${String(row?.name)}”的指标值`,
    );
  });

  it('names a result of a self-evaluation by its indicator', () => {
    const evaluated = sampleProject({ evaluation: evaluationOf({ total: '98' }, [{ name: '虚构人数' }]) });
    expect(valueWords(evaluated, '自评.指标[1].实际完成值')).toBe('自评“虚构人数”的实际完成值');
    expect(valueWords(evaluated, '自评.总分')).toBe('自评的总分');
  });

  it('is no path, whatever stands in a file', () => {
    const all = projects.flatMap((own) => valuesOf(own).map(({ location }) => valueWords(own, location)));
    expect(all.length).toBeGreaterThan(1000);
    expect(all.filter((words) => /\[\d+\]|绩效指标\.|预算规模\.|资金支出计划\./.test(words))).toEqual([]);
  });
});

describe('a correction', () => {
  it('is told from what to what', () => {
    const [told] = project === undefined ? [] : toldCorrections(project);
    expect(told).toMatchObject({ name: '预算数', originalValue: '52.80' });
    expect(told && correctedWords(told)).toBe(`由“52.80”更正为“${String(project?.budget.total.text)}”`);
  });

  it('tells a blank as one', () => {
    expect(correctedWords({ originalValue: '', value: '3' })).toBe('由空白更正为“3”');
  });
});
