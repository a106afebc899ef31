import { describe, expect, it } from 'vitest';
import { alignIndicators } from '../../src/compare/align-indicators.ts';
import { readSelection, selectionQuery } from '../../src/compare/selection.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import { fromProjectData, toProjectData } from '../../src/open-data/project-data.ts';
import { listFileOf, projectLists } from '../../src/open-data/project-list.ts';
import { madeUpCode, madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const codes = [1, 2, 3, 4, 5].map((number) => madeUpCode(2099, number));
const [first = '', second = ''] = codes;

describe('the choice in an address', () => {
  it('is codes, each once, perhaps with a year; small and full-width letters are meant so', () => {
    const wide = first.replace('9', '９').toLowerCase();
    expect(readSelection([first, wide, `2098/${second}`])).toEqual({
      wanted: [
        { code: first, year: undefined },
        { code: second, year: '2098' },
      ],
      complaints: [],
    });
  });

  it('survives being written and read again', () => {
    const { wanted } = readSelection([first, `2098/${second}`]);
    expect(readSelection(new URLSearchParams(selectionQuery(wanted)).getAll('p')).wanted).toEqual(wanted);
  });

  it('names what is no code, shortened, and goes on with the rest', () => {
    const { wanted, complaints } = readSelection(['<script>', first, 'x'.repeat(500)]);
    expect(wanted).toHaveLength(1);
    expect(complaints).toHaveLength(2);
    expect(complaints[0]).toContain('“<SCRIPT>”不是项目编码');
    expect(complaints[1]?.length).toBeLessThan(80);
  });

  it('takes the first four of more and says so', () => {
    const { wanted, complaints } = readSelection(codes);
    expect(wanted.map(({ code }) => code)).toEqual(codes.slice(0, 4));
    expect(complaints.join()).toContain('最多并排比较4个项目，网址里有5个');
  });
});

describe('indicators side by side', () => {
  const with_ = (...names: readonly string[]) =>
    sampleProject({
      indicators: numberIndicators({
        产出指标: names.map((name) => ({ kind: '数量指标', name, description: '', target: '1', basis: '' })),
      }),
    });

  it('have in one row what several promise, then the rest of each in its order', () => {
    const [kind] = alignIndicators([
      with_('甲项数量', '共同数量'),
      with_('共同数量', '乙项数量', '另一数量'),
    ]);
    expect(kind?.rows.map(({ isSame, cells }) => [isSame, ...cells.map((cell) => cell?.name)])).toEqual([
      [true, '共同数量', '共同数量'],
      [false, '甲项数量', '乙项数量'],
      [false, undefined, '另一数量'],
    ]);
  });
});

describe('the data of a project', () => {
  it('gives the project again, exact', () => {
    const project = sampleProject({ amount: '190.123456' });
    const department = madeUpDepartment({ year: 2099, code: '999001', projects: [project] });
    const json: unknown = JSON.parse(JSON.stringify(toProjectData(project, department, undefined, [])));
    expect(fromProjectData(json as ReturnType<typeof toProjectData>)).toEqual(project);
  });

  it('is found by its code in one of the lists, which are all there', () => {
    const projects = codes.map((code) => sampleProject({ code }));
    const lists = projectLists(new Map(projects.map((project) => [project.code, [project]])));
    expect(lists.size).toBe(36);
    for (const code of codes) {
      expect(lists.get(listFileOf(code) ?? '')?.[code]?.editions).toEqual(['2099/999001']);
    }
    expect(listFileOf('<script>')).toBeUndefined();
  });
});
