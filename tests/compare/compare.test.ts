import { describe, expect, it } from 'vitest';
import { alignIndicators } from '../../src/compare/align-indicators.ts';
import { namesApart } from '../../src/site/names-apart.ts';
import { readSelection } from '../../src/compare/selection.ts';
import { numberIndicators } from '../../src/model/indicator.ts';
import { fromProjectData, toProjectData } from '../../src/open-data/project-data.ts';
import { editionsIn, listFileOf, projectLists } from '../../src/open-data/project-list.ts';
import { compareAddress } from '../../src/site/addresses.ts';
import { madeUpCode, madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const codes = [1, 2, 3, 4, 5].map((number) => madeUpCode(2099, number));
const [first = '', second = ''] = codes;

describe('the names of projects side by side', () => {
  const project = (name: string, year: number, code: string) => ({
    name,
    year,
    department: { code, name: `虚构部门${code}`, unit: '万元' as const },
  });
  it('tell those of one name apart by year and department, and leave the others as they are', () => {
    expect(
      namesApart([
        project('虚构运行经费', 2099, '1'),
        project('虚构运行经费', 2098, '1'),
        project('虚构补助', 2099, '2'),
      ]),
    ).toEqual(['虚构运行经费（2099年）', '虚构运行经费（2098年）', '虚构补助']);
    expect(namesApart([project('虚构运行经费', 2099, '1'), project('虚构运行经费', 2099, '2')])).toEqual([
      '虚构运行经费（虚构部门1）',
      '虚构运行经费（虚构部门2）',
    ]);
    expect(namesApart([project('虚构运行经费', 2099, '1'), project('虚构运行经费', 2098, '2')])[1]).toBe(
      '虚构运行经费（2098年，虚构部门2）',
    );
  });
});

describe('the choice in an address', () => {
  it('is projects by year, department and record, or codes, perhaps with a year, each once', () => {
    const wide = first.replace('9', '９');
    expect(readSelection([`2098/999001/${first}`, first, wide, `2098/${second}`, '001'])).toEqual({
      wanted: [
        { key: `2098/999001/${first}` },
        { code: first, year: undefined },
        { code: second, year: '2098' },
        { code: '001', year: undefined },
      ],
      complaints: [],
    });
  });

  it('survives being written and read again', () => {
    const keys = [`2098/999001/${first}`, '2099/999002/001'];
    const parameters = new URLSearchParams(compareAddress(keys).split('?')[1]).getAll('p');
    expect(readSelection(parameters).wanted).toEqual(keys.map((key) => ({ key })));
  });

  it('names what is no code, shortened, and goes on with the rest', () => {
    const { wanted, complaints } = readSelection(['<script>', '../../404.html', first, 'x'.repeat(500)]);
    expect(wanted).toHaveLength(1);
    expect(complaints).toHaveLength(3);
    expect(complaints[0]).toContain('“<script>”不是项目编码');
    expect(complaints[2]?.length).toBeLessThan(80);
  });

  it('takes the first four of more and says so', () => {
    const { wanted, complaints } = readSelection(codes);
    expect(wanted).toEqual(codes.slice(0, 4).map((code) => ({ code, year: undefined })));
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
    const json: unknown = JSON.parse(JSON.stringify(toProjectData(project, department, undefined, [], [])));
    expect(fromProjectData(json as ReturnType<typeof toProjectData>)).toEqual(project);
  });

  it('says in which area the site has it and why, or that the site has no areas', () => {
    const project = sampleProject({ name: '虚构养老补助' });
    const department = madeUpDepartment({ year: 2099, code: '999001', projects: [project] });
    const areas = [{ name: '虚构保障', description: '', words: ['养老'] }];
    const areaIn = (own: typeof areas) => toProjectData(project, department, undefined, [], own).area;
    expect(areaIn(areas)).toEqual({ name: '虚构保障', by: 'word', word: '养老' });
    expect(areaIn([])).toBeNull();
  });

  it('is found by its code in one of the lists, which are all there', () => {
    const coded = [...codes, 'a-1', 'B-'];
    const projects = coded.map((code) => sampleProject({ code }));
    const lists = projectLists(new Map(projects.map((project) => [project.code, [project]])));
    expect(lists.size).toBe(37);
    for (const code of coded) {
      const list = lists.get(listFileOf(code)) ?? {};
      expect(editionsIn(list, code.toLowerCase())).toEqual([`2099/999001/${code}`]);
    }
    expect(editionsIn(lists.get(listFileOf('X1')) ?? {}, 'X1')).toEqual([]);
  });
});
