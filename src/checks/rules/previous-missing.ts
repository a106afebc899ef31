import { entriesOf } from '../../files/read-content.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const previousMissing: Rule = {
  id: 'previous/missing',
  title: '上年没有这个编码',
  severity: 'warning',
  reason: '上年项目编码把一个项目的历年数据连起来，写错了就连不上，或连到别的项目。',
  example: {
    wrong: ['# 2021年没有编码为13060521P00416610001X的项目', '上年项目编码: 13060521P00416610001X'],
    right: ['# 2021年有编码为13060521P00416610001A的项目', '上年项目编码: 13060521P00416610001A'],
  },
  checkContent({ departments }, remark, cannotJudge) {
    const codes = new Map<number, Set<string>>();
    for (const folder of departments) {
      const known = codes.get(folder.year) ?? new Set();
      for (const { project } of entriesOf(folder)) known.add(project.code);
      codes.set(folder.year, known);
    }
    const folders = new Set(departments.map(({ year, code }) => `${String(year)} ${code}`));
    for (const { year, code, projects } of departments) {
      const before = year - 1;
      const isPublished = folders.has(`${String(before)} ${code}`);
      for (const entry of projects) {
        const { previousCode } = entry.project;
        if (previousCode === '' || codes.get(before)?.has(previousCode) === true) continue;
        if (!isPublished) cannotJudge(entry, '本站没有上年的数据');
        remark(entry, [L.previousCode], {
          message: isPublished
            ? `${String(before)}年没有编码为“${previousCode}”的项目。`
            : `本站没有本部门${String(before)}年的数据，找不到编码为“${previousCode}”的项目。`,
          ...(isPublished ? { hint: '请对照上年的官方文件核对编码。' } : { severity: 'information' }),
          value: previousCode,
        });
      }
    }
  },
};
