import { CATEGORIES, KINDS, LABELS as L } from '../../model/terms.ts';
import { pathOf } from '../project-texts.ts';
import type { Rule } from '../rule.ts';

/** The form's own labels of levels; `成本指标` stands at two of them. */
const FORM_LABELS = new Set<string>([
  ...CATEGORIES,
  ...Object.values(KINDS).flat(),
  L.indicatorName,
  L.description,
]);

export const textFiller: Rule = {
  id: 'text/filler',
  title: '指标名称只是栏目名',
  severity: 'warning',
  reason: '三级指标只照抄了表上的栏目名，没有说明要衡量什么。',
  example: {
    wrong: [
      '绩效指标:',
      '  效益指标:',
      '    - 二级指标: 生态效益指标',
      '      三级指标: 生态效益指标',
      '      指标值: 100%',
    ],
    right: [
      '绩效指标:',
      '  效益指标:',
      '    - 二级指标: 生态效益指标',
      '      三级指标: 无纸化办公比例',
      '      指标值: 100%',
    ],
  },
  checkProject({ indicators }, remark) {
    for (const row of indicators) {
      if (!FORM_LABELS.has(row.name)) continue;
      remark([...pathOf(row), L.indicatorName], {
        message: `${L.indicatorName}“${row.name}”只是表上的栏目名，没有写明衡量什么。`,
        hint: '请对照原文核对。若原文如此，请在“核对说明”中说明。',
        value: row.name,
      });
    }
  },
};
