import { DomHandler, Parser, type parseDocument, type ParserOptions } from 'htmlparser2';

export type ChildNode = ReturnType<typeof parseDocument>['children'][number];
export type Element = Extract<ChildNode, { readonly attribs: unknown }>;

/** Parses XML. No entity but the five of XML is known, and nothing is fetched. */
export function parseXml(text: string): readonly ChildNode[] {
  return parse(text, { xmlMode: true });
}

/** Parses HTML as it is found, with unclosed cells and unknown elements. */
export function parseHtml(text: string): readonly ChildNode[] {
  return parse(text, {});
}

/** Elements deeper than these are of a file made to harm: what goes down into them would never come back. */
const MOST_DEPTH = 2000;

/**
 * More elements than a document of a thousand forms has, each with its looks; twice as many may be more than the memory
 * that a program gets.
 */
const MOST_ELEMENTS = 3_000_000;

/** Why a document is not read that says too much for any form. */
export class TooManyElements extends Error {}

/** @throws Error where elements are nested too deep, and TooManyElements. */
function parse(text: string, options: ParserOptions): readonly ChildNode[] {
  let elements = 0;
  const handler = new (class extends DomHandler {
    override onopentag(name: string, attributes: Record<string, string>): void {
      super.onopentag(name, attributes);
      elements += 1;
      if (elements > MOST_ELEMENTS) throw new TooManyElements();
      if (this.tagStack.length > MOST_DEPTH) throw new Error('elements are nested too deep');
    }
  })();
  new Parser(handler, options).end(text);
  return handler.root.children;
}

export const isElement = (node: ChildNode): node is Element => 'attribs' in node;

type Text = Extract<ChildNode, { readonly data: string; readonly splitText?: unknown }>;
export const isText = (node: ChildNode): node is Text => node.nodeType === 3;

export function elementsOf({ children }: { readonly children: readonly ChildNode[] }): readonly Element[] {
  return children.filter(isElement);
}

/** The first child of a name. */
export function child(parent: Element | undefined, name: string): Element | undefined {
  return parent && elementsOf(parent).find((element) => element.name === name);
}

/** The first element of a name anywhere below, in reading order. */
export function findElement(nodes: readonly ChildNode[], name: string): Element | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = node.name === name ? node : findElement(node.children, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
