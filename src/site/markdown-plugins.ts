/** The part of a Markdown syntax tree (mdast) that the plugins look at. */
interface MarkdownNode {
  readonly type: string;
  children?: MarkdownNode[] | undefined;
  url?: string | undefined;
  value?: string | undefined;
  checked?: boolean | null | undefined;
  /** What becomes of the node in HTML. */
  data?: object | undefined;
}

type Change = (tree: MarkdownNode) => void;

/** Raw HTML is not passed through; `markdown/html` reports it before anything is built. */
export function dropHtml(): Change {
  return (tree) => {
    visit(tree, (node) => {
      if (node.children !== undefined) node.children = node.children.filter(({ type }) => type !== 'html');
    });
  };
}

/**
 * `- [x] 完成` as text: a box that cannot be ticked and has no name of its own tells a screen reader nothing.
 */
export function taskListsAsText(): Change {
  return (tree) => {
    visit(tree, (node) => {
      if (typeof node.checked !== 'boolean') return;
      const paragraph = node.children?.find(({ type }) => type === 'paragraph');
      paragraph?.children?.unshift({ type: 'text', value: node.checked ? '☑ ' : '☐ ' });
      node.checked = null;
      node.data = { hProperties: { className: ['task'] } };
    });
  };
}

/**
 * Addresses of the site itself, written from its root (`/projects/`), stand below the base path.
 *
 * @param base the base path, with a slash at its end.
 */
export function addressesBelow(base: string): Change {
  return (tree) => {
    visit(tree, (node) => {
      // `//example.cn/` is the address of another site.
      if (node.url !== undefined && /^\/(?![/\\])/.test(node.url)) node.url = base + node.url.slice(1);
    });
  };
}

/**
 * Tables as a screen reader needs them: named by the heading under which they stand, and each row by its first cell.
 */
export function namedTables(): Change {
  return (tree) => {
    let heading = '';
    for (const node of tree.children ?? []) {
      if (node.type === 'heading') heading = textOf(node);
      if (node.type !== 'table') continue;
      if (heading !== '') node.data = { hProperties: { ariaLabel: heading } };
      for (const row of node.children?.slice(1) ?? []) {
        const [first] = row.children ?? [];
        if (first !== undefined && textOf(first) !== '') {
          first.data = { hName: 'th', hProperties: { scope: 'row' } };
        }
      }
    }
  };
}

function textOf({ value = '', children = [] }: MarkdownNode): string {
  return value + children.map(textOf).join('');
}

function visit(node: MarkdownNode, change: (node: MarkdownNode) => void): void {
  change(node);
  for (const child of node.children ?? []) visit(child, change);
}
