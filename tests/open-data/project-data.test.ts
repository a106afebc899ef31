import { expect, it } from 'vitest';
import { numberIndicators } from '../../src/model/indicator.ts';
import { fromProjectData, toProjectData, type ProjectData } from '../../src/open-data/project-data.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { evaluationOf, sampleProject } from '../setup/sample.ts';

const targets = ['≥９５.50％', '3-5个', '2099年2月30日前', '12:30', '》90%', '成效明显'];
const project = sampleProject({
  evaluation: evaluationOf({ spent: '98.50', total: '97' }, [
    { name: '虚构指标', target: '3-5个', achieved: '6个', reason: '虚构原因' },
    { name: '虚构的另一项', achieved: '1次' },
  ]),
  indicators: numberIndicators({
    产出指标: targets.map((target) => ({
      kind: '数量指标',
      name: '虚构指标',
      description: '',
      target,
      basis: '',
    })),
  }),
});
const department = madeUpDepartment({ year: 2099, code: '999001', projects: [project] });
const data = JSON.parse(
  JSON.stringify(toProjectData(project, department, undefined, [], [])),
) as unknown as ProjectData;

it('each target stands as it was written, with what it says beside it', () => {
  expect(data.indicators.map(({ target }) => target)).toEqual(targets);
  expect(data.indicators.map(({ reading }) => reading)).toEqual([
    { type: 'quantity', comparator: '≥', number: '95.50', unit: '%', note: '' },
    { type: 'range', low: '3', high: '5', unit: '个', note: '' },
    { type: 'date', comparator: '≤', year: 2099, month: 2, day: 30 },
    { type: 'time', comparator: '=', hour: 12, minute: 30 },
    { type: 'malformed', likely: '≥90%' },
    { type: 'text' },
  ]);
});

it('a self-evaluation stands there, each result with the row that it answers', () => {
  expect(data.evaluation).toMatchObject({ spent: '98.50', total: '97', rate: '' });
  expect(data.evaluation?.results).toMatchObject([
    { row: 2, achieved: '6个', reason: '虚构原因', outcome: '未完成' },
    { row: null, achieved: '1次', outcome: null },
  ]);
});

it('the project can be made of its data again', () => {
  expect(fromProjectData(data).indicators).toEqual(project.indicators);
  expect(fromProjectData(data).evaluation).toEqual(project.evaluation);
});
