/** The part of a Markdown syntax tree that this project looks at (mdast). */
export interface MarkdownNode {
  readonly type: string;
  /** Of references and definitions: what joins them. */
  readonly identifier?: string;
  readonly url?: string;
  readonly value?: string;
  /** Of pictures: what is read out in their place. */
  readonly alt?: string | null | undefined;
  /** Of links and pictures: what shows where the pointer rests. */
  readonly title?: string | null | undefined;
  /** Of headings. */
  readonly depth?: number;
  /** Of lists. */
  readonly ordered?: boolean | null | undefined;
  readonly start?: number | null | undefined;
  readonly children?: readonly MarkdownNode[];
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
}

/** Looks at a node and at all below it, in the order of the text. */
export function visit(node: MarkdownNode, look: (node: MarkdownNode) => void): void {
  look(node);
  for (const child of node.children ?? []) visit(child, look);
}
