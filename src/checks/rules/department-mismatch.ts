import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const departmentMismatch: Rule = {
  id: 'department/mismatch',
  title: '部门文件与文件夹不一致',
  severity: 'error',
  reason: '页面地址来自文件夹名，与文件里写的年度、编码不一致就会对不上。',
  example: {
    wrong: ['# 2022/313001/department.md', '部门编码: "313002"'],
    right: ['# 2022/313001/department.md', '部门编码: "313001"'],
  },
  checkDepartment({ entry, year, code }, { onDepartment }) {
    if (entry === undefined) return;
    const { department } = entry;
    if (department.year !== year) {
      onDepartment([L.year], {
        message: `“${L.year}”写的是${department.year}，文件夹却是${year}。`,
        hint: '请改正年度，或把文件夹放到对应的年份下面。',
        value: String(department.year),
      });
    }
    if (department.code !== code) {
      onDepartment([L.departmentCode], {
        message: `“${L.departmentCode}”写的是“${department.code}”，文件夹却是“${code}”。`,
        hint: '请改正编码，或给文件夹改名。',
        value: department.code,
      });
    }
  },
};
