import { nearestWord } from '../../files/nearest-word.ts';
import { OTHER_AREA } from '../../model/area.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

/** In characters. */
const LONGEST = 20;

export const areasUnknown: Rule = {
  id: 'areas/unknown',
  title: '没有这个领域',
  severity: 'error',
  reason: '领域要是areas.yaml里列出的一个，写错一个字，这个项目就归不到任何领域。',
  example: {
    wrong: ['# areas.yaml里写的是“卫生健康”', '领域: 医疗卫生'],
    right: ['# areas.yaml里写的是“卫生健康”', '领域: 卫生健康'],
  },
  checkContent({ site: { areas }, departments }, remark) {
    // Without areas.yaml nothing of areas is shown, and a file may keep its own.
    if (areas.length === 0) return;
    const names = [...areas.map(({ name }) => name), OTHER_AREA];
    for (const entry of departments.flatMap(({ projects }) => projects)) {
      const { area } = entry.project;
      if (area === '' || names.includes(area)) continue;
      // A text is no misspelt name, and its distance to a long one would take long to find.
      const nearest = area.length > LONGEST ? undefined : nearestWord(area, names);
      remark(entry, [L.area], {
        message: `areas.yaml里没有领域“${area}”。`,
        hint: nearest === undefined ? `可以写的有：${names.join('、')}。` : `是不是“${nearest}”？`,
        value: area,
      });
    }
  },
};
