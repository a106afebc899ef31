import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDepartment } from '../../src/files/write-department.ts';
import { writeProject } from '../../src/files/write-project.ts';
import type { Department } from '../../src/model/department.ts';
import type { Project } from '../../src/model/project.ts';

/** A made-up department of a made-up year with its projects; all names say that they are made up. */
export function madeUpDepartment(
  change: Pick<Department, 'year' | 'code' | 'projects'> & Partial<Department>,
): Department {
  return {
    name: `虚构部门${change.code}`,
    unit: '万元',
    source: {
      files: [],
      title: undefined,
      address: undefined,
      published: undefined,
      approval: undefined,
    },
    telephone: undefined,
    postalAddress: undefined,
    endedProjects: [],
    overallGoals: '',
    documents: [],
    ...change,
  };
}

/** Writes a content folder of made-up departments, as an editor would have it. */
export function writeMadeUpContent(directory: string, departments: readonly Department[]): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'site.yaml'), '站点名称: 虚构站点\n发布机构: 虚构机构\n站点性质: 演示\n');
  for (const department of departments) {
    const folder = join(directory, String(department.year), department.code);
    mkdirSync(join(folder, 'projects'), { recursive: true });
    writeFileSync(join(folder, 'department.md'), writeDepartment(department));
    for (const project of [...department.projects, ...(department.withdrawn ?? [])]) {
      writeFileSync(join(folder, 'projects', `${project.code}.yaml`), writeProject(project));
    }
  }
}

/** A made-up code of the right shape: the department's, the year's and the project's number in it. */
export function madeUpCode(year: number, number: number): Project['code'] {
  return `999900${String(year % 100).padStart(2, '0')}P${String(number).padStart(11, '0')}A`;
}
