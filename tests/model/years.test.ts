import { expect, it } from 'vitest';
import { departmentNames } from '../../src/model/years.ts';
import type { Site } from '../../src/model/site.ts';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const own = sampleProject({ year: 2098, departmentCode: '999002' });
const now = sampleProject({ year: 2099, departmentCode: '999002' });
const department = (
  year: number,
  code: string,
  name: string,
  projects: Site['departments'][number]['projects'],
) => madeUpDepartment({ year, code, name, projects });
const departments: Site['departments'] = [
  department(2099, '999002', '虚构新名', [now]),
  department(2098, '999001', '虚构一局', []),
  department(2098, '999002', '虚构旧名', [own]),
];

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
