import { escapeMarkdown } from '../files/markdown.ts';
import type { Paragraph } from './grid/grid.ts';

/** Titles of the document's parts: labels of the form, no goals. */
const PART_TITLES = /^(?:第[一二三四五六七八九十]+部分|部门整体绩效目标|预算项目绩效目标)$/;

/**
 * The overall performance goals as Markdown: `一、…` becomes a heading, `（一）…` a heading below it where it
 * is a title and no sentence, everything else a paragraph with its own number as text.
 */
export function readOverallGoals(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .filter(({ text }) => !PART_TITLES.test(text))
    .map(({ text }) => {
      const isTitle = [...text].length <= 24 && !/[。；，：！？]/.test(text);
      if (isTitle && /^[一二三四五六七八九十]+、/.test(text)) return `## ${escapeMarkdown(text)}`;
      if (isTitle && /^（[一二三四五六七八九十]+）/.test(text)) return `### ${escapeMarkdown(text)}`;
      return escapeMarkdown(text);
    })
    .join('\n\n');
}
