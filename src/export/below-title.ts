import { readDepartmentName } from '../documents/forms/form-record.ts';
import type { Department } from '../model/department.ts';

/**
 * What stands below the title of a form alone, in lines: its year, which the forms of a book have from its title, and
 * the department's code, where nobody could tell in `3133D示例局` where it ends.
 */
export function belowTitle({
  year,
  code,
  name,
}: Pick<Department, 'year' | 'code' | 'name'>): readonly string[] {
  const isPlain = readDepartmentName(`${code}${name}`).code === code;
  return [`（${String(year)}年度）`, ...(isPlain ? [] : [`部门编码：${code}`])];
}
