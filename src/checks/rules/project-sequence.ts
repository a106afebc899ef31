import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const projectSequence: Rule = {
  id: 'project/sequence',
  title: '序号重复',
  severity: 'error',
  reason: '序号是项目在官方文件中的位置，同一部门同一年度内不能重复。',
  example: {
    wrong: ['projects/13060522P004064100019.yaml  序号: 1', 'projects/13060522P00406710001A.yaml  序号: 1'],
    right: ['projects/13060522P004064100019.yaml  序号: 1', 'projects/13060522P00406710001A.yaml  序号: 2'],
  },
  checkDepartment({ projects }, { onProject }) {
    const first = new Map<number, string>();
    const taken = new Set(projects.map(({ project }) => project.sequence));
    let free = 1;
    while (taken.has(free)) free += 1;
    projects.forEach(({ project, file }, place) => {
      const earlier = first.get(project.sequence);
      if (earlier === undefined) first.set(project.sequence, file.path);
      else {
        onProject(place, [L.sequence], {
          message: `“${L.sequence}”${project.sequence}已用于文件 ${earlier}。`,
          hint: `请对照官方文件，改正其中一个；官方文件没有写序号的，可以用${free}。`,
          value: String(project.sequence),
        });
      }
    });
  },
};
