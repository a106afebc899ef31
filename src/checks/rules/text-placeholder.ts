import { quoted, textsOf } from '../project-texts.ts';
import type { ValuePath } from '../../files/value-path.ts';
import type { Rule } from '../rule.ts';

/** Text of the empty form: `目标内容1`, `≥**%`, `××单位`, `XX项目`, a line to be filled in. */
const PLACEHOLDER = /目标内容\s*\d*|[*＊]{2,}|[×✕]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|_{3,}|＿{2,}/;

/** What spreadsheets and programs put where nothing is, or where something went wrong. */
const NO_VALUE = /^(?:~|null|none|nan|undefined|#(?:n\/a|ref!|value!|div\/0!|name\?|null!|num!))$/i;

export const textPlaceholder: Rule = {
  id: 'text/placeholder',
  title: '留有模板文字',
  severity: 'warning',
  reason: '表格模板里的文字没有换成真正的内容，读者看不出实际要做什么。',
  example: {
    wrong: ['绩效目标:', '  - 目标内容1'],
    right: ['绩效目标:', '  - 保障基层就业服务站正常运行'],
  },
  checkProject(project, remark) {
    for (const { path, text } of textsOf(project)) {
      if (NO_VALUE.test(text.trim())) {
        remark(path, {
          message: `“${fieldOf(path)}”写着“${text.trim()}”，这是程序或电子表格里表示空白或出错的字，不是内容。`,
          hint: '原文空白的，冒号后面什么也不写；原文有内容的，请照原文写。若原文如此，请在“核对说明”中说明。',
          value: text,
        });
        continue;
      }
      const [found] = PLACEHOLDER.exec(text) ?? [];
      if (found === undefined) continue;
      remark(path, {
        message:
          text.trim() === found
            ? `“${fieldOf(path)}”只写着“${found}”，这是表格的模板文字，没有换成实际内容。`
            : `${quoted(text)}中的“${found}”是模板文字，没有填写实际内容。`,
        hint: '请对照原文核对。若原文如此，请在“核对说明”中说明。',
        value: text,
      });
    }
  },
};

/** The name of the field in which a value stands: `绩效目标` of the first goal. */
function fieldOf(path: ValuePath): string {
  return path.filter((step) => typeof step === 'string').at(-1) ?? '';
}
