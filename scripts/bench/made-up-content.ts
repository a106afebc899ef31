import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDepartment } from '../../src/files/write-department.ts';
import { writeProject } from '../../src/files/write-project.ts';
import type { Department } from '../../src/model/department.ts';
import { MADE_UP_YEAR, madeUpProject } from './made-up-project.ts';

/** Projects in a department, as many as the real document has. */
const IN_A_DEPARTMENT = 40;

/** Writes a content folder of `count` made-up projects; gives the paths of their files. */
export async function writeMadeUpContent(directory: string, count: number): Promise<readonly string[]> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'site.yaml'), '站点名称: 虚构站点\n发布机构: 虚构机构\n站点性质: 演示\n');
  const paths: string[] = [];
  for (let first = 0; first < count; first += IN_A_DEPARTMENT) {
    const code = String(900_001 + first / IN_A_DEPARTMENT);
    const folder = join(directory, String(MADE_UP_YEAR), code);
    await mkdir(join(folder, 'projects'), { recursive: true });
    await writeFile(join(folder, 'department.md'), writeDepartment(madeUpDepartment(code)));
    for (let number = first; number < Math.min(first + IN_A_DEPARTMENT, count); number += 1) {
      const project = madeUpProject(number, { departmentCode: code, sequence: number - first + 1 });
      const path = join(folder, 'projects', `${project.code}.yaml`);
      await writeFile(path, writeProject(project));
      paths.push(path);
    }
  }
  return paths;
}

/** A made-up department without its projects. */
export function madeUpDepartment(code: string): Omit<Department, 'projects' | 'documents'> {
  return {
    year: MADE_UP_YEAR,
    code,
    name: `虚构部门${code}`,
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
    overallGoals: '虚构的总体绩效目标。',
  };
}
