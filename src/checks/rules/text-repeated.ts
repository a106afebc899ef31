import { longestRepeat, mayRepeat } from '../longest-repeat.ts';
import { quoted, textsOf } from '../project-texts.ts';
import type { Rule } from '../rule.ts';

export const textRepeated: Rule = {
  id: 'text/repeated',
  title: '文字重复',
  severity: 'warning',
  reason: '同一段话连着写了两遍，多半是粘贴时的差错。',
  example: {
    wrong: ['资金用途: 保障综合事务正常运行保障综合事务正常运行'],
    right: ['资金用途: 保障综合事务正常运行'],
  },
  checkProject(project, remark) {
    for (const { path, text } of textsOf(project)) {
      if (!mayRepeat(text, LEAST)) continue;
      const characters = [...text];
      const repeat = repeatIn(characters);
      if (repeat === undefined) continue;
      const { start, length } = repeat;
      const once = [...characters.slice(0, start), ...characters.slice(start + length)];
      // What stands three times, or another piece that stands twice, is left to the editor.
      const likely = repeatIn(once) === undefined ? `如果是粘贴差错，原文应为“${once.join('')}”。` : '';
      remark(path, {
        message: `${quoted(characters.slice(start, start + length).join(''))}连着写了两遍。`,
        hint: `${likely}若原文如此，请在“核对说明”中说明。`,
        value: text,
      });
    }
  },
};

/** Chinese characters of a piece: shorter words are often doubled, such as 高高兴兴. */
const LEAST = 4;

const repeatIn = (characters: readonly string[]) =>
  longestRepeat(characters, (character) => /\p{Script=Han}/u.test(character), LEAST);
