import { expect, it } from 'vitest';
import { pageHeaders } from '../../../src/components/form/page-headers.ts';
import { madeUpDepartment } from '../../setup/made-up-content.ts';
import { sampleProject } from '../../setup/sample.ts';

const department = (name: string) =>
  madeUpDepartment({ year: 2099, code: '999001', name, projects: [sampleProject({ sequence: 3 })] });

it('page headers name the department, the year and the form', () => {
  const style = pageHeaders(department('虚构部门'));
  expect(style).toContain('"虚构部门2099年预算绩效目标"');
  expect(style).toContain('#form-3{page:form-3}');
  expect(style).toContain('"第3张表"');
});

it('a name cannot end its text, the style or the element', () => {
  const style = pageHeaders(department('甲"}</style><b>\\乙'));
  expect(style).toContain('content:"甲\\22 }\\3c /style>\\3c b>\\5c 乙2099年预算绩效目标"');
  expect(style).not.toContain('<');
});
