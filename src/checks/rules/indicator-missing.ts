import { CATEGORIES, LABELS as L, type Category } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const indicatorMissing: Rule = {
  id: 'indicator/missing',
  title: '缺少一级指标',
  severity: 'warning',
  reason: '表式要求每个一级指标至少有一项，缺了就少了一个方面的承诺。',
  example: {
    wrong: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训人数',
      '  效益指标:',
      '    - 二级指标: 社会效益指标',
      '      三级指标: 参训后就业人数',
      '  满意度指标: []',
    ],
    right: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 培训人数',
      '  效益指标:',
      '    - 二级指标: 社会效益指标',
      '      三级指标: 参训后就业人数',
      '  满意度指标:',
      '    - 二级指标: 服务对象满意度指标',
      '      三级指标: 参训人员满意度',
    ],
  },
  checkDepartment({ projects }, { onProject }) {
    const used = (category: Category) =>
      projects.some(({ project }) => project.indicators.some((row) => row.category === category));
    // Only some departments' forms have 成本指标 at the first level.
    const wanted = CATEGORIES.filter((category) => category !== '成本指标' || used(category));
    projects.forEach(({ project }, place) => {
      for (const category of wanted) {
        if (project.indicators.some((row) => row.category === category)) continue;
        onProject(place, [L.indicators, category], {
          message: `没有“${category}”。`,
          hint: '请对照原文核对是否漏了。若原文如此，请在“核对说明”中说明。',
          value: '',
        });
      }
    });
  },
};
