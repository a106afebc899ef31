import type { Rule } from '../rule.ts';

export const departmentMissing: Rule = {
  id: 'department/missing',
  title: '缺少部门文件',
  severity: 'error',
  reason: '没有 department.md，就不知道这些项目属于哪个部门、金额以什么为单位。',
  example: {
    wrong: ['2022/313001/projects/13060522P00416610001C.yaml'],
    right: ['2022/313001/department.md', '2022/313001/projects/13060522P00416610001C.yaml'],
  },
  checkDepartment({ hasDepartmentFile, path, projectFiles }, { onDepartment }) {
    // What is wrong with one that there is has been said.
    if (hasDepartmentFile) return;
    onDepartment([], {
      message:
        projectFiles === 0
          ? '文件夹里没有 department.md，也没有项目文件。'
          : `文件夹里有${projectFiles}个项目文件，但没有 department.md。`,
      hint: `请在 ${path} 中放一个 department.md，写明部门编码、部门名称、年度和金额单位。`,
    });
  },
};
