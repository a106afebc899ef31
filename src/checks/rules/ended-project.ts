import { nearestWord } from '../../files/nearest-word.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';
import { besideYearBefore } from '../year-before.ts';

export const endedProject: Rule = {
  id: 'ended/project',
  title: '结束项目写得不对',
  severity: 'error',
  reason: '结束项目向公众说明哪些项目不再有，写的应是上年有、本年没有的项目。',
  example: {
    wrong: [
      '# 2022年还有编码为13060521P00416610001A的项目',
      '结束项目:',
      '  - 项目编码: 13060521P00416610001A',
      '    说明: 已完工。',
    ],
    right: [
      '# 2021年有编码为13060521P00416610001A的项目，2022年没有了',
      '结束项目:',
      '  - 项目编码: 13060521P00416610001A',
      '    说明: 已完工。',
    ],
  },
  checkContent(content, remark) {
    const { years, entryOf } = besideYearBefore(content);
    for (const { folder, before, changes } of years) {
      const { entry } = folder;
      if (entry === undefined) continue;
      const codesBefore = before?.projects.map(({ project }) => project.code).filter((code) => code !== '');
      const said = new Set<string>();
      entry.department.endedProjects.forEach(({ code }, place) => {
        const say = (message: string, hint: string, severity?: 'warning' | 'information') => {
          remark(entry, [L.endedProjects, place, L.code], {
            message,
            hint,
            value: code,
            ...(severity && { severity }),
          });
        };
        const year = String(folder.year - 1);
        const goesOn = changes.find(({ then }) =>
          then.some((one) => one.code === code && one.departmentCode === folder.code),
        );
        const [now] = (goesOn?.now ?? []).filter((one) => one.departmentCode === folder.code);
        const same = folder.projects.find(({ project }) => project.code === code)?.project ?? now;
        if (said.has(code)) {
          say(`编码为“${code}”的项目在“${L.endedProjects}”里已经写过。`, '请删去重复的一项。');
        } else if (same !== undefined) {
          const path = entryOf(same)?.file.path ?? '';
          const recoded = same.code === code ? '' : `，编码现在是“${same.code}”`;
          say(
            `编码为“${code}”的项目没有结束：它在 ${path}${recoded}。`,
            `没有结束的，请删去这一项；已经结束的，请删去那个文件，或者改正其中的编码。`,
          );
        } else if (codesBefore === undefined) {
          say(
            `本站没有本部门${year}年的数据，找不到编码为“${code}”的项目。`,
            '请对照上年的官方文件核对编码。',
            'information',
          );
        } else if (!codesBefore.includes(code)) {
          const nearest = nearestWord(code, codesBefore);
          const meant = nearest === undefined ? '' : `是不是“${nearest}”？`;
          say(`${year}年没有编码为“${code}”的项目。`, `请对照上年的官方文件核对编码。${meant}`, 'warning');
        }
        said.add(code);
      });
    }
  },
};
