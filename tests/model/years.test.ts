import { describe, expect, it } from 'vitest';
import { departmentNames } from '../../src/model/years.ts';
import type { Site } from '../../src/model/site.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const project = (year: number, departmentCode: string, code: string, previousCode = '') =>
  sampleProject({ year, departmentCode, code, previousCode });
const department = (year: number, code: string, name: string, projects: ReturnType<typeof project>[]) =>
  madeUpDepartment({ year, code, name, projects });

/** By mistake two departments of 2098 have one code. */
const own = project(2098, '999002', 'OLD-1');
const now = project(2099, '999002', 'NEW-1', 'OLD-1');
const moved = project(2099, '999003', 'NEW-2', 'OLD-1');
const other = project(2098, '999001', 'OLD-1');
const departments: Site['departments'] = [
  department(2099, '999002', '虚构新名', [now]),
  department(2099, '999003', '虚构三局', [moved]),
  department(2098, '999001', '虚构一局', [other]),
  department(2098, '999002', '虚构旧名', [own]),
];
const site = { departments } as unknown as Site;

it('a department has the name of its year, which is looked up once and not searched for each project', () => {
  let read = 0;
  const counted = {
    get departments() {
      read += 1;
      return departments;
    },
  } as unknown as Site;
  const nameOf = departmentNames(counted);
  expect([nameOf(now), nameOf(own)]).toEqual(['虚构新名', '虚构旧名']);
  expect(read).toBe(1);
});
