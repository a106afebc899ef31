import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const projectSequenceGap: Rule = {
  id: 'project/sequence-gap',
  title: '序号有空缺',
  severity: 'information',
  reason: '序号是项目在官方文件中的位置，中间缺号的，可能漏了项目，例如导入没有完成。',
  example: {
    wrong: ['projects/13060522P004064100019.yaml  序号: 1', 'projects/13060522P00406710001A.yaml  序号: 3'],
    right: ['projects/13060522P004064100019.yaml  序号: 1', 'projects/13060522P00406710001A.yaml  序号: 2'],
  },
  checkDepartment({ projects, withdrawn, earlier, projectFiles }, { onProject }) {
    // A file that cannot be read has its own finding, and may have the number.
    if (projects.length + withdrawn.length < projectFiles) return;
    /** Those that are known and count no more: withdrawn, or ended by an adjustment. */
    const gone = [...withdrawn, ...earlier.flatMap((own) => own.projects)];
    const inOrder = [
      ...projects.map(({ project: { sequence } }, place) => ({ sequence, place })),
      ...gone.map(({ project: { sequence } }) => ({ sequence, place: undefined })),
    ].sort((a, b) => a.sequence - b.sequence);
    let before = 0;
    let gaps: string[] = [];
    for (const { sequence, place } of inOrder) {
      const [first, last] = [before + 1, sequence - 1];
      before = Math.max(before, sequence);
      if (first <= last) gaps.push(first === last ? String(first) : `${String(first)}至${String(last)}`);
      if (place === undefined || gaps.length === 0) continue;
      const missing = gaps.join('、');
      gaps = [];
      onProject(place, [L.sequence], {
        message: `“${L.sequence}”${missing}没有项目，这里是${String(sequence)}。`,
        hint: '请对照官方文件。漏了项目的，请补上；导入没有完成的，请再导入一次。官方文件的序号就是这样的，不用改。',
        value: String(sequence),
      });
    }
  },
};
