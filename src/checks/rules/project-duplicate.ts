import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const projectDuplicate: Rule = {
  id: 'project/duplicate',
  title: '项目编码重复',
  severity: 'error',
  reason: '同一部门同一年度内，一个编码只能有一个项目，否则合计会重复。',
  example: {
    wrong: [
      'projects/13060522P00416610001C.yaml     项目编码: 13060522P00416610001C',
      'projects/13060522P00416610001C副本.yaml  项目编码: 13060522P00416610001C',
    ],
    right: ['projects/13060522P00416610001C.yaml     项目编码: 13060522P00416610001C'],
  },
  checkDepartment({ projects }, { onProject }) {
    const first = new Map<string, string>();
    projects.forEach(({ project, file }, place) => {
      if (project.code === '') return;
      const earlier = first.get(project.code);
      if (earlier === undefined) first.set(project.code, file.path);
      else {
        onProject(place, [L.code], {
          message: `“${L.code}”与文件 ${earlier} 相同。`,
          hint: '请核对原文，改正其中一个，或删去重复的文件。',
          value: project.code,
        });
      }
    });
  },
};
