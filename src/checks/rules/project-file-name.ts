import { invisibleIn } from '../../files/invisible.ts';
import { isAddressCode, isProjectCode } from '../../model/project-code.ts';
import { isRecordOfSequence, recordOfSequence } from '../../model/project.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const projectFileName: Rule = {
  id: 'project/file-name',
  title: '文件名与编码不同',
  severity: 'error',
  reason: '文件名就是项目编码（没有编码的是序号），两者不一致时不知道以哪个为准。',
  example: {
    wrong: ['projects/选调生补助.yaml', '项目编码: 13060522P00416610001C'],
    right: ['projects/13060522P00416610001C.yaml', '项目编码: 13060522P00416610001C'],
  },
  checkDepartment({ projects }, { onProject }) {
    projects.forEach(({ project: { code: stated, sequence, record, explanations } }, place) => {
      // project/code reports a code that no file can be named after; confirmed, it is one that names nothing.
      const names = stated === '' || isAddressCode(stated);
      if (!names && !explanations.some(({ location }) => location === L.code)) return;
      const code = names ? stated : '';
      const expected = code === '' ? recordOfSequence(sequence) : code;
      if (record === expected) return;
      const unseen = invisibleIn(record, '文件名')?.message;
      onProject(place, [code === '' ? L.sequence : L.code], {
        message:
          unseen ??
          (code === ''
            ? `文件名是“${record}”，而没有可作文件名的编码的项目以序号为文件名，应是“${expected}”。`
            : `文件名是“${record}”，“${L.code}”却是“${code}”。`),
        hint:
          unseen !== undefined
            ? `请把文件改名为“${expected}.yaml”，全部重新输入，不要从别处粘贴。`
            : code !== ''
              ? `如果编码正确，请把文件改名为“${expected}.yaml”。`
              : isProjectCode(record) && !isRecordOfSequence(record)
                ? `请对照原文：有编码的，写“${L.code}: ${record}”；没有编码的，把文件改名为“${expected}.yaml”。`
                : `请对照原文：有编码的，填写“${L.code}”，文件名也改成它；没有编码的，把文件改名为“${expected}.yaml”。`,
        value: code === '' ? String(sequence) : code,
      });
    });
  },
};
