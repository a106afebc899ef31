import { basename } from 'node:path/posix';
import { parseProjectCode } from '../../model/project-code.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const projectFileName: Rule = {
  id: 'project/file-name',
  title: '文件名与编码不同',
  severity: 'error',
  reason: '文件名就是项目编码，两者不一致时不知道以哪个为准。',
  example: {
    wrong: ['projects/选调生补助.yaml', '项目编码: 13060522P00416610001C'],
    right: ['projects/13060522P00416610001C.yaml', '项目编码: 13060522P00416610001C'],
  },
  checkDepartment({ projects }, { onProject }) {
    projects.forEach(({ project, file }, place) => {
      const name = basename(file.path, '.yaml');
      // A code that is none is named by its own rule; no file should be renamed after it.
      if (name === project.code || parseProjectCode(project.code) === undefined) return;
      onProject(place, [L.code], {
        message: `文件名是“${name}”，“${L.code}”却是“${project.code}”。`,
        hint: `如果编码正确，请把文件改名为“${project.code}.yaml”。`,
        value: project.code,
      });
    });
  },
};
