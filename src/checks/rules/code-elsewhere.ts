import type { DepartmentFolder } from '../../files/read-content.ts';
import type { ProjectEntry } from '../../files/read-project.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const codeElsewhere: Rule = {
  id: 'code/elsewhere',
  title: '编码用于两个部门',
  severity: 'warning',
  reason: '同一年度里一个编码只该有一个项目，两个部门都用它，多半有一个抄错了。',
  example: {
    wrong: [
      '2022/313001/projects/13060522P00416610001C.yaml  项目编码: 13060522P00416610001C',
      '2022/313002/projects/13060522P00416610001C.yaml  项目编码: 13060522P00416610001C',
    ],
    right: [
      '2022/313001/projects/13060522P00416610001C.yaml  项目编码: 13060522P00416610001C',
      '2022/313002/projects/13060522P00417610001X.yaml  项目编码: 13060522P00417610001X',
    ],
  },
  checkContent({ departments }, remark) {
    const places = new Map<string, { readonly folder: DepartmentFolder; readonly entry: ProjectEntry }[]>();
    for (const folder of departments) {
      for (const entry of folder.projects) {
        if (entry.project.code === '') continue;
        const key = `${String(folder.year)} ${entry.project.code}`;
        places.set(key, [...(places.get(key) ?? []), { folder, entry }]);
      }
    }
    for (const own of places.values()) {
      for (const { folder, entry } of own) {
        // Twice in one department is an error of its own.
        const others = own.filter(({ folder: other }) => other.code !== folder.code);
        if (others.length === 0) continue;
        const named = others.map(({ folder: { code, entry: department }, entry: { project } }) => {
          const name = department?.department.name ?? '';
          return `${name}（${code}）的项目“${project.name}”`;
        });
        remark(entry, [L.code], {
          message: `“${L.code}”${entry.project.code}在${String(folder.year)}年也是${named.join('、')}的编码。`,
          hint: `另一处在 ${others.map(({ entry: { file } }) => file.path).join('、')}。请对照两个部门的原文核对。若原文如此，请在“核对说明”中说明。`,
          value: entry.project.code,
        });
      }
    }
  },
};
