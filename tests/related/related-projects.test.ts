import { beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import type { Department } from '../../src/model/department.ts';
import type { Project } from '../../src/model/project.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';
import { relatedProjects, type RelatedOf } from '../../src/related/related-projects.ts';

let departments: readonly Department[];
let projects: readonly Project[];
let related: RelatedOf;
beforeAll(async () => {
  ({ departments } = (await readContent('content')).site);
  projects = departments.flatMap((department) => department.projects);
  related = relatedProjects(departments);
});

/** The places in the document of the projects related to one, with the reasons. */
function of(sequence: number): readonly (readonly [number, string])[] {
  const project = projects.find((one) => one.sequence === sequence);
  if (project === undefined) throw new Error(`no project ${sequence}`);
  return related(project).map((one) => [one.project.sequence, one.reason]);
}

describe('the projects related to one of the real document', () => {
  it('are those of the same subsidy', () => {
    expect(
      of(1)
        .map(([other]) => other)
        .sort(),
    ).toEqual([2, 31, 32, 34, 35].sort());
    expect(of(1)[0]?.[1]).toBe('同为“城乡居民基本养老保险补助资金”');
  });

  it('are the same funds of another year, with the level that both names say', () => {
    expect(of(36)[0]).toEqual([37, '同为“下派选调生”，都是中央资金']);
  });

  it('are led by the rarer word: medical care before what all of 城乡居民 have', () => {
    expect(of(3)[0]).toEqual([7, '名称都有“医疗”']);
  });

  it('are those of the same kind of funds where the words say nothing else', () => {
    expect(of(12).map(([, reason]) => reason)).toEqual(Array.from({ length: 5 }, () => '同为“事务管理资金”'));
  });

  it('are none where nothing meaningful is shared', () => {
    for (const sequence of [6, 8, 10, 11, 20, 39]) expect(of(sequence), String(sequence)).toEqual([]);
  });

  it('are at most five, never the project itself, never twice', () => {
    expect(projects).toHaveLength(40);
    for (const project of projects) {
      const others = related(project).map((one) => one.project);
      expect(others.length).toBeLessThanOrEqual(5);
      expect(others).not.toContain(project);
      expect(new Set(others).size).toBe(others.length);
    }
  });

  it('have a reason whose quoted words really stand in both', () => {
    const plain = (text: string) => text.normalize('NFKC');
    let looked = 0;
    for (const project of projects) {
      for (const { project: other, reason } of related(project)) {
        const [, phrase = 'no phrase'] = /“(.+?)”/.exec(reason) ?? [];
        for (const { name, purpose } of [project, other]) {
          expect(plain(`${name}\n${purpose}`), reason).toContain(phrase);
        }
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(80);
  });
});

describe('the projects related to one of several years and departments', () => {
  const fireStation = (year: number, departmentCode: string, code: string) =>
    sampleProject({ year, departmentCode, code, name: '虚构消防站加固', purpose: '' });
  // Others, so that the words of two projects are rare.
  const others = ['图书馆照明', '湿地巡护', '校车检修', '菜场改造', '公厕除臭', '堤坝监测'].map(
    (name, place) => sampleProject({ code: `OTHER${String(place)}`, name, purpose: '' }),
  );
  const own = fireStation(2099, '999001', 'A1');
  const made = [
    madeUpDepartment({
      year: 2099,
      code: '999001',
      projects: [own, fireStation(2099, '999001', 'A2'), ...others],
    }),
    madeUpDepartment({
      year: 2099,
      code: '999002',
      name: '虚构部门二',
      projects: [fireStation(2099, '999002', 'A1')],
    }),
    madeUpDepartment({ year: 2098, code: '999001', projects: [fireStation(2098, '999001', 'A1')] }),
  ];
  const found = relatedProjects(made)(own);

  it('are of its own year', () => {
    expect(found.map(({ project }) => project.year)).toEqual([2099, 2099]);
  });

  it('are named by their department where it is another one, also where the codes are the same', () => {
    expect(
      found.map(({ project: { departmentCode, code }, department }) => [departmentCode, code, department]),
    ).toEqual([
      ['999001', 'A2', undefined],
      ['999002', 'A1', '虚构部门二'],
    ]);
  });
});
