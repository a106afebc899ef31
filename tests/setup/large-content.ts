import { madeUpProject } from '../../scripts/bench/made-up-project.ts';
import type { Department } from '../../src/model/department.ts';
import type { Project } from '../../src/model/project.ts';
import { madeUpDepartment } from './made-up-content.ts';
import { budgetOf, planOf } from './sample.ts';

const DEPARTMENTS = [
  { year: 2099, code: '999001', projects: 3334 },
  { year: 2099, code: '999002', projects: 3333 },
  { year: 2098, code: '999003', projects: 3333 },
];

/** 10,000 made-up projects in 3 made-up departments of 2 made-up years, with several patterns of plan and amount. */
export function largeDepartments(): readonly Department[] {
  let number = 0;
  return DEPARTMENTS.map(({ year, code, projects: count }) => {
    const projects = Array.from({ length: count }, (_, index): Project => {
      const project = madeUpProject(number, { departmentCode: code, sequence: index + 1 });
      number += 1;
      return { ...project, year, ...variation(number) };
    });
    return madeUpDepartment({ year, code, name: `虚构部门${code}`, projects });
  });
}

/** What sets some of the projects apart, as in real documents: only December stated, no amount. */
function variation(number: number): Partial<Project> {
  if (number % 50 === 0) return { budget: budgetOf('') };
  if (number % 5 !== 0) return {};
  return {
    disbursementPlan: planOf('', '', '', '100%'),
  };
}
