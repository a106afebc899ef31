/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { projectsOverYears } from '../../src/model/over-the-years.ts';
import type { Project } from '../../src/model/project.ts';
import { changesOfProjects } from '../../src/model/year-changes.ts';
import { SinceYearBefore } from '../../src/views/SinceYearBefore.tsx';
import { madeUpDepartment } from '../setup/made-up-content.ts';
import { sampleProject } from '../setup/sample.ts';

const made = (year: number, change: Partial<Project> = {}) =>
  sampleProject({ year, departmentCode: 'J', code: 'B', amount: '45', name: '虚构项目', ...change });

it('a project says of the year beside it that it was withdrawn then', () => {
  const [before, after] = [made(2097), made(2099)];
  const withdrawn = made(2098, { withdrawal: { date: '2098-09-01', grounds: '虚构文号' } });
  const departments = [
    madeUpDepartment({ year: 2099, code: 'J', projects: [after] }),
    { ...madeUpDepartment({ year: 2098, code: 'J', projects: [] }), withdrawn: [withdrawn] },
    madeUpDepartment({ year: 2097, code: 'J', projects: [before] }),
  ];
  const { since, ending } = changesOfProjects({ departments }, projectsOverYears({ departments }));
  const told = (project: Project) =>
    renderToString(
      <SinceYearBefore
        project={project}
        since={since.get(project)}
        ending={ending.get(project)}
        departmentOf={() => '虚构局'}
      />,
    ).replace(/<[^>]+>/g, '');
  const words = '2098年的这个项目已于2098年9月1日撤销，不计入合计。';
  expect(told(before)).toBe(words);
  expect(told(after)).toBe(`算作新增：${words}`);
});
