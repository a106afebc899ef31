import { decodeAddress } from '../model/fragments.ts';
import { headingFragments } from '../model/heading-fragments.ts';
import { visit, type MarkdownNode } from './markdown-tree.ts';
import type { MarkdownPage } from './published-pictures.ts';

/** Places that pages have beside the headings of their Markdown: the frame's, and those of a department's page. */
const FRAME = /^(?:main|top|q|user-content-.*)?$/;
const DEPARTMENT = /^(?:projects|plan|spread|goals|source|chart-.*)$/;

/**
 * Whether an address leads to a place that the page does not have.
 *
 * @example anchorCheck(tree, page)('#二虚构的措施')
 */
export function anchorCheck(tree: MarkdownNode, { address }: MarkdownPage): (url: string) => boolean {
  const fragmentOf = headingFragments();
  const places = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'heading') places.add(fragmentOf(textOf(node)));
  });
  return (url) => {
    if (!url.startsWith('#')) return false;
    const place = decodeAddress(url.slice(1));
    const isDepartments = /^\d{4}\//.test(address) && DEPARTMENT.test(place);
    return !places.has(place) && !FRAME.test(place) && !isDepartments;
  };
}

function textOf({ value, children = [] }: MarkdownNode): string {
  return value ?? children.map(textOf).join('');
}
