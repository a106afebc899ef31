import { beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../src/files/read-content.ts';
import type { Department } from '../../src/model/department.ts';
import type { Project } from '../../src/model/project.ts';
import { relatedProjects, type RelatedProject } from '../../src/related/related-projects.ts';

let departments: readonly Department[];
let related: ReadonlyMap<Project, readonly RelatedProject[]>;
beforeAll(async () => {
  ({ departments } = (await readContent('content')).site);
  related = relatedProjects(departments);
});

/** The places in the document of the projects related to one, with the reasons. */
function of(sequence: number): readonly (readonly [number, string])[] {
  const project = departments.flatMap(({ projects }) => projects).find((one) => one.sequence === sequence);
  if (project === undefined) throw new Error(`no project ${sequence}`);
  return (related.get(project) ?? []).map((one) => [one.project.sequence, one.reason]);
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
    expect(related.size).toBe(40);
    for (const [project, own] of related) {
      const others = own.map((one) => one.project);
      expect(others.length).toBeLessThanOrEqual(5);
      expect(others).not.toContain(project);
      expect(new Set(others).size).toBe(others.length);
    }
  });

  it('have a reason whose quoted words really stand in both', () => {
    const plain = (text: string) => text.normalize('NFKC');
    let looked = 0;
    for (const [project, own] of related) {
      for (const { project: other, reason } of own) {
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
