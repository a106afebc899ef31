import { describe, expect, it } from 'vitest';
import { allYears, linesByCode, linesOf, withdrawnLines } from '../../src/editions/lines.ts';
import { projectsOverYears } from '../../src/model/over-the-years.ts';
import type { Project } from '../../src/model/project.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

type Made = readonly [year: number, department: string, code: string, previousCode?: string];

/** The lines under each code of made-up projects, as `2098 A, 2099 B`. */
function linesIn(
  made: readonly Made[],
  others: readonly (readonly [year: number, department: string])[] = [],
) {
  const departments = [
    ...made.map(([year, departmentCode, code, previousCode = '']) =>
      madeUpDepartment({
        ...{ year, code: departmentCode },
        projects: [sampleProject({ year, departmentCode, code, previousCode, name: `虚构项目${code}` })],
      }),
    ),
    ...others.map(([year, code]) => madeUpDepartment({ year, code, projects: [] })),
  ].sort((a, b) => b.year - a.year);
  const byCode = linesByCode(linesOf({ departments }, projectsOverYears({ departments })));
  const named = ({ year, code }: Project) => `${String(year)} ${code}`;
  return {
    of: (code: string) => (byCode.get(code) ?? []).map(({ editions }) => editions.map(named).join(', ')),
    lines: (code: string) => byCode.get(code) ?? [],
    branchesOf: (code: string) =>
      (byCode.get(code) ?? []).flatMap(({ branches }) =>
        branches.map(({ from, to }) => `${named(from)} > ${named(to)}`),
      ),
  };
}

describe('a project through the years', () => {
  it('stands in one line under each of its codes, which has the latest as its address', () => {
    const site = linesIn([
      [2097, 'J', 'A'],
      [2098, 'J', 'B', 'A'],
      [2099, 'J', 'C', 'B'],
    ]);
    for (const code of ['A', 'B', 'C']) expect(site.of(code)).toEqual(['2097 A, 2098 B, 2099 C']);
    expect(new Set(['A', 'B', 'C'].flatMap((code) => site.lines(code))).size).toBe(1);
    expect(site.lines('A')[0]?.code).toBe('C');
  });

  it('was withdrawn in a year that has it no more, under its own code or one given to it since', () => {
    const project = (year: number, code: string, change: Partial<Project> = {}) =>
      sampleProject({ year, departmentCode: 'J', code, name: '虚构项目', ...change });
    const withdrawal = { date: '2099-09-01', grounds: '虚构文号' };
    for (const withdrawn of [
      project(2099, 'A', { withdrawal }),
      project(2099, 'B', { previousCode: 'A', withdrawal }),
      project(2099, '', { withdrawal }),
    ]) {
      const departments = [
        madeUpDepartment({ year: 2099, code: 'J', projects: [], withdrawn: [withdrawn] }),
        madeUpDepartment({ year: 2098, code: 'J', projects: [project(2098, 'A')] }),
      ];
      const [line] = linesOf({ departments }, projectsOverYears({ departments })).values();
      expect(line?.withdrawn).toEqual([withdrawn]);
    }
  });

  it('has the years in which it was withdrawn, also before the first that counts it, and where none does', () => {
    const [first, second, last, other] = [2096, 2097, 2098, 2097].map((year, place) =>
      sampleProject({
        ...{ year, departmentCode: 'J', code: place < 3 ? 'A' : 'B', name: '虚构项目' },
        ...(year < 2098 && { withdrawal: { date: `${String(year)}-09-01`, grounds: '虚构文号' } }),
      }),
    );
    if (!first || !second || !last || !other) throw new Error('four projects were made');
    const departments = [
      madeUpDepartment({ year: 2098, code: 'J', projects: [last] }),
      madeUpDepartment({ year: 2097, code: 'J', projects: [], withdrawn: [second, other] }),
      madeUpDepartment({ year: 2096, code: 'J', projects: [], withdrawn: [first] }),
    ];
    const yearsIn = (some: typeof departments) => {
      const lines = withdrawnLines(
        { departments: some },
        linesOf({ departments: some }, projectsOverYears({ departments: some })),
      );
      return [first, second, other].map((one) => allYears(lines.get(one) ?? { editions: [], withdrawn: [] }));
    };
    const all = [first, second, last];
    expect(yearsIn(departments)).toEqual([all, all, [other]]);
    expect(yearsIn(departments.slice(1))).toEqual([[first, second], [first, second], [other]]);
  });

  it('knows after which adjustment of its year an edition stands as it does', () => {
    const [own, other] = ['A', 'B'].map((code) =>
      sampleProject({ year: 2099, departmentCode: 'J', code, record: code }),
    );
    if (own === undefined || other === undefined) throw new Error('two projects were made');
    const adjustment = { files: [], title: undefined, explanation: undefined, added: [] };
    const department = {
      ...madeUpDepartment({ year: 2099, code: 'J', projects: [own, other] }),
      adjustments: ['2099-05-01', '2099-07-15'].map((date) => ({ ...adjustment, date })),
      earlier: ['2099-05-01', '2099-07-15'].map((until) => ({ until, projects: [own] })),
    };
    const lines = linesOf({ departments: [department] }, projectsOverYears({ departments: [department] }));
    expect(lines.get(own)?.adjusted.get(own)).toBe('2099-07-15');
    expect(lines.get(other)?.adjusted.get(other)).toBeUndefined();
  });

  it('is told apart from another of its code: of another department, or after it was given a new code', () => {
    const twice = linesIn([
      [2098, 'J', 'A'],
      [2099, 'J', 'A'],
      [2099, 'K', 'A'],
    ]);
    expect(twice.of('A')).toEqual(['2098 A, 2099 A', '2099 A']);
    const reused = linesIn([
      [2098, 'J', 'A'],
      [2099, 'J', 'B', 'A'],
      [2099, 'K', 'A'],
    ]);
    expect(reused.of('A').toSorted()).toEqual(['2098 A, 2099 B', '2099 A']);
    expect(reused.of('B')).toEqual(['2098 A, 2099 B']);
  });

  it('keeps its code where another was split from it or merged into it, and names the other', () => {
    const split = linesIn([
      [2098, 'J', 'A'],
      [2099, 'J', 'A'],
      [2099, 'J', 'B', 'A'],
    ]);
    expect([split.of('A'), split.of('B')]).toEqual([['2098 A, 2099 A'], ['2099 B']]);
    expect(split.branchesOf('A')).toEqual(['2098 A > 2099 B']);
    expect(split.branchesOf('B')).toEqual(['2098 A > 2099 B']);
    const merged = linesIn([
      [2098, 'J', 'A'],
      [2098, 'J', 'B'],
      [2099, 'J', 'B', 'A'],
    ]);
    expect([merged.of('A'), merged.of('B')]).toEqual([['2098 A'], ['2098 B, 2099 B']]);
    expect(merged.branchesOf('B')).toEqual(['2098 A > 2099 B']);
  });

  it('ends where it was split into others, of which none has its code', () => {
    const split = linesIn([
      [2098, 'J', 'A'],
      [2099, 'J', 'B', 'A'],
      [2099, 'J', 'C', 'A'],
    ]);
    expect(['A', 'B', 'C'].map(split.of)).toEqual([['2098 A'], ['2099 B'], ['2099 C']]);
    expect(split.branchesOf('A')).toEqual(['2098 A > 2099 B', '2098 A > 2099 C']);
  });

  it('says in which years its department has it not, and not of years that the site has not', () => {
    const site = linesIn(
      [
        [2095, 'J', 'A'],
        [2097, 'J', 'A'],
      ],
      [
        [2094, 'J'],
        [2096, 'J'],
        [2098, 'K'],
        [2099, 'J'],
      ],
    );
    expect(site.lines('A').map(({ absences }) => absences.map(({ year }) => year))).toEqual([[2096, 2099]]);
  });
});
