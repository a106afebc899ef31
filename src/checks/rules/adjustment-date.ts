import { LABELS as L } from '../../model/terms.ts';
import type { Rule } from '../rule.ts';

export const adjustmentDate: Rule = {
  id: 'adjustment/date',
  title: '预算调整的日期不对',
  severity: 'error',
  reason: '哪个版本在前、哪个在后，全看预算调整的日期。',
  example: {
    wrong: ['预算调整:', '  - 日期: 2022-07-15', '  - 日期: 2022-05-30'],
    right: ['预算调整:', '  - 日期: 2022-07-15', '  - 日期: 2022-09-30'],
  },
  checkDepartment({ entry, year }, { onDepartment }) {
    const adjustments = entry?.department.adjustments ?? [];
    adjustments.forEach(({ date }, place) => {
      const before = adjustments[place - 1]?.date ?? '';
      const path = [L.adjustments, place, L.date];
      if (date <= before) {
        onDepartment(path, {
          message:
            date === before
              ? `${date}的预算调整写了两次。`
              : `预算调整按日期从早到晚排列，${date}却在${before}后面。`,
          hint: date === before ? '同一天的调整合成一条。' : '请对照调整文件核对日期，或把早的移到前面。',
          value: date,
        });
      } else if (!date.startsWith(String(year))) {
        onDepartment(path, {
          message: `${date}不在${year}年，而预算调整只调整当年的预算。`,
          hint: `请对照调整文件核对日期；调整的是另一年预算的，写进那一年的文件夹。`,
          value: date,
        });
      }
    });
  },
};
