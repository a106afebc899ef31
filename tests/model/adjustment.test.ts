import { describe, expect, it } from 'vitest';
import { adjustmentsOf, adjustmentsOfProject, endedByAdjustment } from '../../src/model/adjustment.ts';
import { toText } from '../../src/model/decimal.ts';
import { filesOf } from '../../src/model/department.ts';
import type { Department } from '../../src/model/department.ts';
import { dayWords } from '../../src/model/words.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const project = (record: string, amount: string) => sampleProject({ code: record, amount });
const adjustment = (date: string, added: readonly string[] = [], files: readonly string[] = []) => ({
  ...{ date, added, files, title: undefined, explanation: undefined },
});
const department = (change: Partial<Department>) =>
  madeUpDepartment({ year: 2099, code: '999001', projects: [], ...change });

describe('an adjustment', () => {
  it('changes the sum by what its projects changed, came with and took away', () => {
    const [own, ...others] = adjustmentsOf(
      department({
        projects: [project('A', '60'), project('B', '5'), project('C', '100')],
        adjustments: [adjustment('2099-07-15', ['B'])],
        earlier: [{ until: '2099-07-15', projects: [project('A', '80'), project('D', '1.5')] }],
      }),
    );
    expect(others).toEqual([]);
    expect(own?.change && toText(own.change)).toBe('-16.5');
    expect(own?.unknown).toBe(0);
    expect(own?.projects.map(({ before, after }) => [before?.record, after?.record])).toEqual([
      ['A', 'A'],
      ['D', undefined],
      [undefined, 'B'],
    ]);
  });

  it('leaves out of the change what is not stated before or after, and counts it', () => {
    const [own] = adjustmentsOf(
      department({
        projects: [project('A', '60'), project('B', '')],
        adjustments: [adjustment('2099-07-15')],
        earlier: [{ until: '2099-07-15', projects: [project('A', ''), project('B', '3')] }],
      }),
    );
    expect(own).toMatchObject({ change: undefined, unknown: 2 });
  });

  it('leads to the version that the next adjustment found, and the last to what is valid now', () => {
    const twice = department({
      projects: [project('A', '30')],
      adjustments: [adjustment('2099-07-15', [], ['一.docx']), adjustment('2099-09-30', [], ['二.docx'])],
      earlier: [
        { until: '2099-07-15', projects: [project('A', '10')] },
        { until: '2099-09-30', projects: [project('A', '20')] },
      ],
    });
    const amounts = adjustmentsOfProject(twice, { record: 'A' }).map(({ own: { before, after } }) =>
      [before, after].map((one) => one?.budget.total.text),
    );
    expect(amounts).toEqual([
      ['10', '20'],
      ['20', '30'],
    ]);
    expect(filesOf(twice, { record: 'A' })).toEqual(['二.docx']);
    expect(adjustmentsOfProject(twice, { record: 'B' })).toEqual([]);
  });

  it('has ended what stands in no later version', () => {
    const ended = department({
      adjustments: [adjustment('2099-07-15'), adjustment('2099-09-30')],
      earlier: [
        { until: '2099-07-15', projects: [project('A', '10'), project('B', '10')] },
        { until: '2099-09-30', projects: [project('B', '20')] },
      ],
    });
    expect(endedByAdjustment(ended).map(({ project: { record }, date }) => [record, date])).toEqual([
      ['A', '2099-07-15'],
      ['B', '2099-09-30'],
    ]);
  });

  it('is compared with what a project was when it was withdrawn later', () => {
    const [own] = adjustmentsOf(
      department({
        withdrawn: [project('A', '4')],
        adjustments: [adjustment('2099-07-15')],
        earlier: [{ until: '2099-07-15', projects: [project('A', '10')] }],
      }),
    );
    expect(own?.change && toText(own.change)).toBe('-6');
  });
});

describe('a day in a sentence', () => {
  it('has no zeros before its figures', () => {
    expect(dayWords('2022-07-05')).toBe('2022年7月5日');
  });
});
