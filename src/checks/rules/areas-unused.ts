import { areaOf } from '../../model/area.ts';
import type { Project } from '../../model/project.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const areasUnused: Rule = {
  id: 'areas/unused',
  title: '领域的词没有用上',
  severity: 'information',
  reason: '按项目名称里的词归类；词写错了，或前面的领域先收走了，项目就不在该在的领域里。',
  example: {
    wrong: ['- 领域: 社会保障和就业', '  词: [养老保阿险]'],
    right: ['- 领域: 社会保障和就业', '  词: [养老保险]'],
  },
  checkContent({ areas: entry, departments }, remark) {
    if (entry === undefined) return;
    const { areas } = entry;
    const byName = ({ name }: Project) => areaOf({ name, area: '' }, areas);
    const projects = departments.flatMap((folder) => folder.projects.map(({ project }) => project));
    const used = new Set(projects.map((project) => byName(project)?.word));
    areas.forEach(({ name, words }, place) => {
      words.forEach((word, row) => {
        if (used.has(word)) return;
        const lost = projects.find((project) => project.name.includes(word));
        const first = lost && byName(lost);
        // Where its own area has them by another word, nothing is lost.
        if (first?.name === name) return;
        remark(entry, [place, L.areaWords, row], {
          message:
            first === undefined
              ? `没有哪个项目的名称里有“${word}”。`
              : `名称里有“${word}”的项目，都先按“${first.word}”归入了别的领域，例如“${first.name}”。`,
          hint:
            first === undefined
              ? '请核对有没有写错字，或删去这个词。'
              : `请把“${name}”移到“${first.name}”前面，或把“${first.word}”写得更具体。`,
          value: word,
        });
      });
    });
  },
};
