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
      const repeated = repeatedIn(text);
      if (repeated === undefined) continue;
      remark(path, {
        message: `${quoted(repeated)}连着写了两遍。`,
        hint: `如果是粘贴差错，原文应为“${text.replace(repeated + repeated, repeated)}”。若原文如此，请在“核对说明”中说明。`,
        value: text,
      });
    }
  },
};

/** The longest piece of at least four Chinese characters that stands twice in a row. */
function repeatedIn(text: string): string | undefined {
  for (let length = Math.floor(text.length / 2); length >= 4; length -= 1) {
    for (let start = 0; start + 2 * length <= text.length; start += 1) {
      const piece = text.slice(start, start + length);
      if (text.startsWith(piece, start + length) && (piece.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4) {
        return piece;
      }
    }
  }
  return undefined;
}
