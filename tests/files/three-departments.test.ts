import { expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { readContent } from '../../src/files/read-content.ts';
import { writeDepartment } from '../../src/files/write-department.ts';
import { writeProject } from '../../src/files/write-project.ts';

const content = await readContent('tests/fixtures/three-departments');
const overTheYears = await readContent('tests/fixtures/over-the-years');

it('reads made-up content of several forms, and of what changes from year to year, and writes each file as it was', () => {
  expect([...content.findings, ...overTheYears.findings]).toEqual([]);
  for (const { entry, projects } of [...content.departments, ...overTheYears.departments]) {
    if (entry === undefined) throw new Error('a department was not read');
    expect(writeDepartment(entry.department)).toBe(entry.file.text);
    for (const { project, file } of projects) expect(writeProject(project)).toBe(file.text);
  }
});

it('finds in it what it was made for, and nothing else that nobody explained', () => {
  const open = checkContent(content).filter(({ explanation }) => explanation === undefined);
  expect(open.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(
    open.filter(({ severity }) => severity === 'warning').map(({ rule, file }) => `${rule} ${file.path}`),
  ).toMatchInlineSnapshot(`
    [
      "plan/end tests/fixtures/three-departments/2021/999002/projects/999002202100000000004.yaml",
      "plan/end tests/fixtures/three-departments/2022/999002/projects/999002202100000000004.yaml",
      "code/elsewhere tests/fixtures/three-departments/2023/999001/projects/99900121P00002110001N.yaml",
      "code/elsewhere tests/fixtures/three-departments/2023/999002/projects/99900121P00002110001N.yaml",
      "plan/end tests/fixtures/three-departments/2023/999002/projects/999002202100000000004.yaml",
      "previous/missing tests/fixtures/three-departments/2023/999002/projects/999002202300000000006.yaml",
    ]
  `);
});
