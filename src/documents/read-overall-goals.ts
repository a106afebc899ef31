import { escapeMarkdown } from '../files/markdown.ts';
import type { Paragraph } from './grid/grid.ts';

/** The title of the part with the overall goals. */
export const GOALS_TITLE = '部门整体绩效目标';

/** Titles of the document's parts: labels of the form, no goals. */
const PART_TITLE =
  /^(第[一二三四五六七八九十]+部分)?\s*(?:[^。，；：、]{0,40}(部门整体绩效目标|预算项目绩效目标))?$/;

/** A text as the title of a part: its number and words, both of which may be missing; null where it is none. */
export const partTitle = (text: string) => PART_TITLE.exec(text.replace(/\s+/g, ''));

/**
 * The overall performance goals as Markdown: `一、…` becomes a heading, `（一）…` a heading below it where it
 * is a title and no sentence, everything else a paragraph with its own number as text. What stands before the title of
 * their part, such as a title page and contents, is none of them.
 */
export function readOverallGoals(paragraphs: readonly Pick<Paragraph, 'text'>[]): string {
  const parts = paragraphs.map(({ text }) => partTitle(text));
  const [goals, forms] = ([GOALS_TITLE, '预算项目绩效目标'] as const).map((title) =>
    parts.findLastIndex((part) => part?.[2] === title),
  );
  const formsPart = parts[forms ?? -1]?.[1] ?? parts[(forms ?? 0) - 1]?.[1];
  if (goals === -1 && formsPart === '第一部分') return '';
  return paragraphs
    .filter((_, place) => place > (goals ?? -1) && parts[place] === null)
    .map(({ text }) => {
      const isTitle = [...text].length <= 24 && !/[。；，：！？]/.test(text);
      if (isTitle && /^[一二三四五六七八九十]+、/.test(text)) return `## ${escapeMarkdown(text)}`;
      if (isTitle && /^（[一二三四五六七八九十]+）/.test(text)) return `### ${escapeMarkdown(text)}`;
      return escapeMarkdown(text);
    })
    .join('\n\n');
}
