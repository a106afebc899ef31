import { formatPath, parsePath } from '../../files/value-path.ts';
import { LABELS as L } from '../../model/terms.ts';
import type { ProjectFile, RemarkOn, Rule } from '../rule.ts';

export const explanationTarget: Rule = {
  id: 'explanation/target',
  title: '说明对不上值',
  severity: 'error',
  reason: '说明和更正要对得上所说的值；表格改动后对不上的说明，会被读者看成是别的值的说明。',
  example: {
    wrong: [
      '资金支出计划:',
      '  10月底: 75%',
      '核对说明:',
      '  - 位置: 资金支出计划.10月底',
      '    原文: 750000%',
      '    说明: 疑为“75%”，按原文公开。',
    ],
    right: [
      '资金支出计划:',
      '  10月底: 750000%',
      '核对说明:',
      '  - 位置: 资金支出计划.10月底',
      '    原文: 750000%',
      '    说明: 疑为“75%”，按原文公开。',
    ],
  },
  checkProject({ explanations, corrections }, remark, file) {
    explanations.forEach(({ location, original }, place) => {
      const text = textAt(location, original, [L.explanations, place], remark, file);
      if (text === undefined || text === original) return;
      remark([L.explanations, place, L.original], {
        message: `“${location}”现在的值是“${text}”，与“${L.original}”“${original}”不同。`,
        hint: `如果说明的仍是这个值，请把“${L.original}”改为“${text}”；如果值的位置变了，请改“${L.location}”。`,
        value: original,
      });
    });
    corrections.forEach(({ location, originalValue }, place) => {
      const text = textAt(location, undefined, [L.corrections, place], remark, file);
      if (text === undefined || text !== originalValue) return;
      remark([L.corrections, place, L.originalValue], {
        message: `“${location}”现在的值与“${L.originalValue}”相同，看不出更正了什么。`,
        hint: `“${L.originalValue}”写更正前的值，“${location}”写更正后的值。`,
        value: originalValue,
      });
    });
  },
};

/**
 * The text at a location; reports and gives undefined where the file has no such value.
 *
 * @param original the value that should stand there, where it is known.
 */
function textAt(
  location: string,
  original: string | undefined,
  entry: readonly (string | number)[],
  remark: RemarkOn,
  file: ProjectFile,
): string | undefined {
  const path = parsePath(location);
  const text = path === undefined ? undefined : file.textAt(path);
  if (text === undefined) {
    const meant = locationMeant(location, original, file);
    remark([...entry, L.location], {
      message: `本文件中没有“${location}”这个值。`,
      hint:
        meant === undefined
          ? '写法如“资金支出计划.10月底”“绩效目标[1]”“绩效指标.产出指标[3].指标值”，方括号里是第几项。'
          : `是不是“${meant}”？`,
      value: location,
    });
  }
  return text;
}

/** The only location in the file that ends so, or that has such a key and this value. */
function locationMeant(
  location: string,
  original: string | undefined,
  file: ProjectFile,
): string | undefined {
  const written = location
    .normalize('NFKC')
    .replace(/[。、/>→]/g, '.')
    .replace(/[(【〔](\d+)[)】〕]/g, '[$1]')
    .replace(/\s/g, '');
  const values = file.texts().flatMap(({ path, text }) => {
    const isRemark = path[0] === L.explanations || path[0] === L.corrections;
    return isRemark
      ? []
      : [{ at: formatPath(path), key: path.findLast((step) => typeof step === 'string'), text }];
  });
  const ending = values.filter(({ at }) => at === written || at.endsWith(`.${written}`));
  const [, last] = /([^.[\]]+)(?:\[\d*\])*$/.exec(written) ?? [];
  const same = values.filter(({ key, text }) => key === last && text !== '' && text === original);
  return [ending, same].find(({ length }) => length === 1)?.[0]?.at;
}
