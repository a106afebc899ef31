import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { headingFragments } from '../model/heading-fragments.ts';

/** What stands below one heading of a Markdown text, as far as a reader can search it. */
export interface MarkdownSection {
  /** '' before the first heading. */
  readonly heading: string;
  /** The heading's fragment on the page; '' before the first heading. */
  readonly fragment: string;
  /** Paragraphs, cells and lines of code, one a line. */
  readonly lines: readonly string[];
}

/** The part of a Markdown syntax tree (mdast) that is read here. */
interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** A Markdown text cut at its headings; sections without text are left out. */
export function markdownSections(markdown: string): readonly MarkdownSection[] {
  const fragmentOf = headingFragments();
  const sections: { heading: string; fragment: string; lines: string[] }[] = [
    { heading: '', fragment: '', lines: [] },
  ];
  const tree: MarkdownNode = parser.parse(markdown);
  for (const node of tree.children ?? []) {
    if (node.type !== 'heading') sections.at(-1)?.lines.push(...linesOf(node));
    else {
      const heading = textOf(node);
      sections.push({ heading, fragment: fragmentOf(heading), lines: [] });
    }
  }
  return sections.filter(({ heading, lines }) => heading !== '' || lines.length > 0);
}

/** The texts of the innermost blocks. */
function linesOf(node: MarkdownNode): readonly string[] {
  const isText = ['paragraph', 'tableCell', 'code'].includes(node.type);
  const lines = isText ? textOf(node).split('\n') : (node.children ?? []).flatMap(linesOf);
  return lines.filter((line) => line.trim() !== '');
}

/** Text without its marks; raw HTML is not shown, and so not found. */
function textOf({ type, value, children = [] }: MarkdownNode): string {
  if (type === 'html') return '';
  return value ?? (type === 'break' ? '\n' : children.map(textOf).join(''));
}
