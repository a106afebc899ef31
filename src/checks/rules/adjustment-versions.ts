import type { ProjectEntry } from '../../files/read-project.ts';
import { entriesOf } from '../../files/read-content.ts';
import { writeProject } from '../../files/write-project.ts';
import { standingFrom } from '../../model/adjustment.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const adjustmentVersions: Rule = {
  id: 'adjustment/versions',
  title: '预算调整与调整前的文件对不上',
  severity: 'error',
  reason: '读者要能看到每次调整以前是多少；对不上，就不知道哪个数在什么时候有效。',
  example: {
    wrong: ['# department.md 里没有“预算调整”', 'earlier/2022-07-15/13060522P00416610001C.yaml'],
    right: ['预算调整:', '  - 日期: 2022-07-15', '# earlier/2022-07-15/13060522P00416610001C.yaml'],
  },
  checkContent({ departments }, remark) {
    for (const folder of departments) {
      const { entry, earlier } = folder;
      const adjustments = entry?.department.adjustments ?? [];
      const now = entriesOf(folder);
      const standing = (from: string) => standingFrom(now, earlier, from, ({ project }) => project.record);
      for (const { until, projects } of earlier) {
        const isStated = adjustments.some(({ date }) => date === until);
        const [first] = projects;
        if (!isStated && entry !== undefined && first !== undefined) {
          remark(first, [], {
            message: `department.md 的“${L.adjustments}”里没有${until}这一天，而这个文件放在 earlier/${until} 里。`,
            hint: `请在 department.md 的“${L.adjustments}”下写一条“- ${L.date}: ${until}”；日期写错了的，给文件夹改名。`,
          });
        }
        const after = standing(until);
        for (const own of projects) remarkOnVersion(own, after.get(own.project.record), until);
      }
      adjustments.forEach(({ date, files, added }, place) => {
        if (entry === undefined) return;
        const path = [L.adjustments, place];
        for (const file of files) {
          if (folder.documents.some(({ fileName }) => fileName === file)) continue;
          remark(entry, [...path, L.file], {
            severity: 'warning',
            message: `sources 里没有“${file}”，${date}调整以后的数不能与文件核对。`,
            hint: '请把调整文件放进 sources，或改正这里的文件名（连同扩展名）。',
            value: file,
          });
        }
        if (added.length === 0 && !earlier.some(({ until }) => until === date)) {
          remark(entry, [...path, L.date], {
            message: `没有 earlier/${date} 这个文件夹，不知道${date}以前是多少。`,
            hint: `请把调整前的项目文件放进 earlier/${date}，或重新导入调整文件：npm run import -- --adjustment ${date} 文件；没有这次调整的，删去这一条。`,
            value: date,
          });
        }
        const after = standing(date);
        added.forEach((record, row) => {
          const before = earlier.find(
            ({ until, projects }) =>
              until <= date && projects.some(({ project }) => project.record === record),
          );
          const isThere = after.has(record);
          if (before === undefined && isThere) return;
          remark(entry, [...path, L.addedProjects, row], {
            message: isThere
              ? `“${record}”在 earlier/${before?.until ?? date} 里已经有了，不是${date}新增的项目。`
              : `没有文件名是“${record}”的项目。`,
            hint: isThere
              ? '请从“新增项目”里删去，或删去那个文件夹里的文件。'
              : '请对照调整文件核对编码，或把这个项目的文件放进 projects。',
            value: record,
          });
        });
      });
    }

    function remarkOnVersion(own: ProjectEntry, after: ProjectEntry | undefined, until: string): void {
      if (own.project.withdrawal !== undefined) {
        remark(own, [L.withdrawal], {
          message: `“${L.withdrawal}”写在了调整前的文件里。`,
          hint: `请移到 projects 里的同名文件，这里删去。`,
        });
      }
      if (after === undefined || writeProject(own.project) !== writeProject(after.project)) return;
      remark(own, [], {
        message: `${until}调整以前的这个文件，与调整以后的完全一样。`,
        hint: `调整没有改这个项目的，请删去这个文件；还没有改完的，请重新导入调整文件：npm run import -- --adjustment ${until} 文件。`,
      });
    }
  },
};
