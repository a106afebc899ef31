import { equals, parseDecimal, type Decimal } from '../../model/decimal.ts';
import type { Indicator } from '../../model/indicator.ts';
import { foldTarget } from '../../model/target-text.ts';
import { targetKey } from '../../model/target.ts';
import { LABELS as L } from '../../model/terms.ts';
import { pathOf, quoted } from '../project-texts.ts';
import type { RemarkOn, Rule } from '../rule.ts';

export const targetConflict: Rule = {
  id: 'target/conflict',
  title: '前后两个数不一致',
  severity: 'warning',
  isGrave: true,
  reason: '同一件事写了两个不同的数，读者不知道以哪个为准。',
  example: {
    wrong: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 两新示范点数量',
      '      指标值: 3333个村街',
      '      指标值确定依据: 33个村街',
    ],
    right: [
      '绩效指标:',
      '  产出指标:',
      '    - 二级指标: 数量指标',
      '      三级指标: 两新示范点数量',
      '      指标值: 33个村街',
      '      指标值确定依据: 33个村街',
    ],
  },
  checkProject({ indicators }, remark) {
    for (const row of indicators) againstBasis(row, remark);
    const seen = new Map<string, Indicator>();
    for (const row of indicators) {
      const key = [row.category, row.kind, row.name, row.description].join('\n');
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, row);
      else if (targetKey(earlier.target) !== targetKey(row.target)) {
        remark([...pathOf(row), L.target], {
          message: `同一指标${quoted(row.name)}前面的${L.target}是“${earlier.target.text}”，这里是“${row.target.text}”。`,
          hint: '请对照原文核对。若原文如此，请在“核对说明”中说明。',
          value: row.target.text,
        });
      }
    }
  },
};

/** A number in the basis with the target's own unit should be the target's number. */
function againstBasis(row: Indicator, remark: RemarkOn): void {
  const { text, reading } = row.target;
  if (reading.type !== 'quantity' || reading.unit === '') return;
  const numbers = quantitiesIn(row.basis, reading.unit);
  if (numbers.length === 0 || numbers.some((number) => equals(number, reading.number))) return;
  remark([...pathOf(row), L.target], {
    message: `${quoted(row.name)}的${L.target}是“${text}”，${L.basis}却写着${quoted(row.basis)}。`,
    hint: '两处的数应一致，请对照原文核对。若原文如此，请在“核对说明”中说明。',
    value: text,
  });
}

/** Whatever becomes a figure in a folded text. */
const FIGURE = /[\d０-９\uf030-\uf039]/;

/**
 * The numbers with this unit in a text. Document numbers (【2000】第40号), ranges (16-59周岁) and rates
 * (1500元/人) are no quantities of the thing itself.
 */
function quantitiesIn(text: string, unit: string): readonly Decimal[] {
  if (!FIGURE.test(text)) return [];
  const plain = foldTarget(text)
    .replace(/[【〔［[(（]\s*\d{4}\s*[】〕］\])）]\s*(?:第?\s*\d+\s*号)?/g, ' ')
    .replace(/(?<!\d)\d+(?:\.\d+)?\s*[-–—~～至到]\s*\d+(?:\.\d+)?/g, ' ');
  const escaped = unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\d.])(\\d+(?:\\.\\d+)?)\\s*${escaped}(?![\\p{Script=Han}/／])`, 'gu');
  return [...plain.matchAll(pattern)].flatMap(([, number = '']) => parseDecimal(number) ?? []);
}
