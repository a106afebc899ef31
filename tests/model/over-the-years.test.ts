import { describe, expect, it } from 'vitest';
import { projectsOverYears } from '../../src/model/over-the-years.ts';
import type { Project } from '../../src/model/project.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

type Made = Pick<Project, 'year' | 'departmentCode' | 'code'> & Partial<Project>;

/** Made-up projects in order, latest year first, connected. */
function connect(...made: readonly Made[]) {
  const projects = made.map((change) => sampleProject({ record: change.code, ...change }));
  const departments = projects.map((project) =>
    madeUpDepartment({ year: project.year, code: project.departmentCode, projects: [project] }),
  );
  const { before, after, through, beforeIn } = projectsOverYears({ departments });
  const named = ({ year, departmentCode, code }: Project) => `${String(year)} ${departmentCode} ${code}`;
  const at = (place: number) => projects[place] ?? sampleProject();
  return {
    before: (place: number) => before(at(place)).map(named),
    after: (place: number) => after(at(place)).map(named),
    through: (place: number) => through(at(place)).map(named),
    beforeIn: (place: number, year: number) => beforeIn(at(place), year).map(named),
  };
}

const of = (year: number, departmentCode: string, code: string, change: Partial<Project> = {}): Made => ({
  ...{ year, departmentCode, code, name: `虚构项目${code}` },
  ...change,
});

describe('a project over the years', () => {
  it('is the one of its code, and of the code that it had before, over a chain of codes', () => {
    const years = connect(
      of(2099, 'J', 'C', { previousCode: 'B' }),
      of(2098, 'J', 'B', { previousCode: 'A' }),
      of(2097, 'J', 'A'),
      of(2096, 'J', 'A'),
      of(2096, 'J', 'X'),
    );
    expect(years.before(0)).toEqual(['2098 J B']);
    expect(years.through(0)).toEqual(['2099 J C', '2098 J B', '2097 J A', '2096 J A']);
    expect(years.through(2)).toEqual(years.through(0));
    expect(years.beforeIn(0, 2096)).toEqual(['2096 J A']);
    expect(years.through(4)).toEqual(['2096 J X']);
  });

  it('is found over a year that it was not there', () => {
    const years = connect(
      of(2099, 'J', 'A'),
      of(2098, 'J', 'B'),
      of(2097, 'J', 'A'),
      of(2099, 'J', 'D', { previousCode: 'E' }),
      of(2097, 'J', 'E'),
    );
    expect(years.before(0)).toEqual(['2097 J A']);
    expect(years.before(3)).toEqual(['2097 J E']);
    expect(years.beforeIn(0, 2098)).toEqual([]);
  });

  it('is of its own department, where another has the code too, and else of the one that has it no more', () => {
    const years = connect(
      of(2099, 'J', 'A'),
      of(2099, 'K', 'A'),
      of(2099, 'K', 'B'),
      of(2098, 'J', 'A'),
      of(2098, 'L', 'B'),
      of(2098, 'L', 'C'),
      of(2098, 'M', 'C'),
      of(2099, 'K', 'C'),
    );
    expect(years.before(0)).toEqual(['2098 J A']);
    expect(years.before(1)).toEqual([]);
    expect(years.before(2)).toEqual(['2098 L B']);
    expect(years.before(7)).toEqual([]);
  });

  it('may be split, and two may be merged', () => {
    const split = connect(of(2099, 'J', 'A'), of(2099, 'J', 'B', { previousCode: 'A' }), of(2098, 'J', 'A'));
    expect(split.after(2)).toEqual(['2099 J A', '2099 J B']);
    expect(split.through(0)).toEqual(['2099 J A', '2098 J A']);
    const merged = connect(of(2099, 'J', 'B', { previousCode: 'A' }), of(2098, 'J', 'A'), of(2098, 'J', 'B'));
    expect(merged.before(0)).toEqual(['2098 J A', '2098 J B']);
  });

  it('keeps to the codes that are named, where two projects have changed theirs in a circle', () => {
    const years = connect(
      of(2099, 'J', 'A', { previousCode: 'B' }),
      of(2099, 'J', 'B', { previousCode: 'A' }),
      of(2098, 'J', 'A', { previousCode: 'B' }),
      of(2098, 'J', 'B', { previousCode: 'A' }),
    );
    expect([years.before(0), years.before(1)]).toEqual([['2098 J B'], ['2098 J A']]);
    expect(years.through(0)).toEqual(['2099 J A', '2098 J B']);
  });

  it('goes by its code where the one that it names is nowhere', () => {
    const years = connect(of(2099, 'J', 'A', { previousCode: 'Z' }), of(2098, 'J', 'A'));
    expect(years.before(0)).toEqual(['2098 J A']);
  });

  it('goes by its name alone where a document has no codes, and only where the name is one project', () => {
    const years = connect(
      of(2099, 'J', '', { name: '虚构甲' }),
      of(2099, 'J', 'A', { name: '虚构乙' }),
      of(2098, 'J', '', { name: '虚构甲' }),
      of(2098, 'J', '', { name: '虚构乙' }),
      of(2099, 'K', '', { name: '虚构甲' }),
      of(2099, 'J', 'B', { name: '虚构丙' }),
      of(2098, 'J', 'C', { name: '虚构丙' }),
      of(2099, 'L', '', { name: '虚构丁' }),
      of(2098, 'L', '', { name: '虚构丁' }),
      of(2098, 'L', '', { name: '虚构丁' }),
    );
    expect([years.before(0), years.before(1)]).toEqual([['2098 J '], ['2098 J ']]);
    expect([years.before(4), years.before(5), years.before(7)]).toEqual([[], [], []]);
  });
});
