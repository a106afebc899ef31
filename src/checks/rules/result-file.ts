import { EVALUATION_LABELS as E, LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const resultFile: Rule = {
  id: 'result/file',
  title: '没有自评表的文件',
  severity: 'warning',
  reason: '写了自评表的文件名，读者就要能下载它，把结果和原文对照。',
  example: {
    wrong: ['# sources 文件夹里没有 自评表.pdf', '自评:', '  文件: 自评表.pdf'],
    right: ['# sources 文件夹里有 自评表.pdf', '自评:', '  文件: 自评表.pdf'],
  },
  checkDepartment({ projects, documents }, { onProject }) {
    for (const [place, { project }] of projects.entries()) {
      const file = project.evaluation?.file.text ?? '';
      if (file === '' || documents.some(({ fileName }) => fileName === file)) continue;
      onProject(place, [L.evaluation, E.file], {
        message: `sources 文件夹里没有“${file}”。`,
        hint: `请把自评表放进 sources 文件夹，文件名和“${E.file}”写的一样；不公开文件的，删去这一行。`,
        value: file,
      });
    }
  },
};
