import { headingFragments } from '../model/heading-fragments.ts';
import { wholePieces } from './whole-pieces.ts';

/** The part of an HTML tree (hast) that the plugins look at. */
interface HtmlNode {
  readonly type: string;
  readonly value?: string;
  readonly tagName?: string;
  readonly properties?: { readonly src?: unknown; readonly alt?: unknown };
  children?: HtmlNode[] | undefined;
}

/** The part of a Markdown syntax tree (mdast) that the plugins look at. */
interface MarkdownNode {
  readonly type: string;
  children?: MarkdownNode[] | undefined;
  url?: string | undefined;
  value?: string | undefined;
  /** Of a block of code: what it is written in. */
  readonly lang?: string | null | undefined;
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

/** Headings by which addresses lead into the text; see `headingFragments`. */
export function namedHeadings(): Change {
  return (tree) => {
    const fragmentOf = headingFragments();
    visit(tree, (node) => {
      if (node.type === 'heading') node.data = { hProperties: { id: fragmentOf(textOf(node)) } };
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

/** A page loads nothing from elsewhere: of a picture of another site there are its words. */
export function ownPictures(): (tree: HtmlNode) => void {
  const look = (node: HtmlNode) => {
    node.children = node.children?.map((child) => {
      const { src = '', alt = '' } = child.properties ?? {};
      const isOfOther = child.tagName === 'img' && !(typeof src === 'string' && isOfSite(src));
      return isOfOther ? { type: 'text', value: typeof alt === 'string' ? alt : '' } : child;
    });
    node.children?.forEach(look);
  };
  return look;
}

/** Whether an address leads to the site itself, wherever that stands: `//example.cn/` and `data:` do not. */
function isOfSite(address: string): boolean {
  const root = 'https://site.invalid/a/';
  return (
    !/^[a-z][a-z\d+.-]*:/i.test(address) &&
    URL.canParse(address, root) &&
    new URL(address, root).origin === new URL(root).origin
  );
}

/**
 * Tables as a screen reader needs them: named by the heading under which they stand, and each row by its first cell.
 * A phone reads each row by itself, so each other cell has the name of its column.
 */
export function namedTables(): Change {
  return (tree) => {
    let heading = '';
    for (const node of tree.children ?? []) {
      if (node.type === 'heading') heading = textOf(node);
      if (node.type !== 'table') continue;
      if (heading !== '') node.data = { hProperties: { ariaLabel: heading } };
      const [names, ...rows] = node.children ?? [];
      for (const row of rows) {
        row.children?.forEach((cell, column) => {
          const name = names?.children?.[column];
          if (column > 0 && name !== undefined) cell.data = { hProperties: { dataLabel: textOf(name) } };
        });
        const [first] = row.children ?? [];
        if (first !== undefined && textOf(first) !== '') {
          first.data = { hName: 'th', hProperties: { scope: 'row' } };
        }
      }
    }
  };
}

/** Amounts and dates that are not parted from their units at the end of a line. */
export function wholeAmountsInText(): Change {
  return (tree) => {
    visit(tree, (node) => {
      if (node.type === 'heading' || node.data === WHOLE || node.children === undefined) return;
      node.children = node.children.flatMap((child) =>
        child.type === 'text'
          ? wholePieces(child.value ?? '').map(({ text, isWhole }) =>
              isWhole ? whole(text) : { type: 'text', value: text },
            )
          : [child],
      );
    });
  };
}

/**
 * Code that breaks where it does no harm: after a slash, or between words, and a line that continues is marked so. What
 * a terminal shows (`console`) stands in its cells.
 */
export function codeInLines(): Change {
  return (tree) => {
    visit(tree, (node) => {
      const { type, lang, value = '' } = node;
      if (type === 'inlineCode') {
        const isShort = widthOf(value) <= MOST_WHOLE_IN_TEXT;
        node.data = isShort ? { hProperties: { className: ['short'] } } : { hChildren: afterSlashes(value) };
      }
      if (type !== 'code') return;
      const hChildren = value
        .split('\n')
        .map((line) =>
          element('span', ['line'], [...lineOf(line, lang === 'console'), { type: 'text', value: '\n' }]),
        );
      node.data = { hChildren };
    });
  };
}

/** What is wider may be broken, in Latin letters: in text also where it is twice as large on a phone, and on lines of their own. */
const MOST_WHOLE_IN_TEXT = 14;
const MOST_WHOLE = 20;

/** A Chinese character is as wide as two Latin letters. */
const widthOf = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u{2E7F}' ? 2 : 1), 0);

/** An element of the HTML tree (hast). */
const element = (tagName: string, className: readonly string[], children: readonly object[]) => ({
  type: 'element',
  tagName,
  properties: className.length === 0 ? {} : { className },
  children,
});

function afterSlashes(text: string): readonly object[] {
  return text
    .split(/(?<=\/)/)
    .flatMap((piece, index) => [
      ...(index === 0 ? [] : [element('wbr', [], [])]),
      { type: 'text', value: piece },
    ]);
}

/** A line of code, in which no word with a hyphen is broken: `--year`, `2022-06-30`. */
function lineOf(line: string, isTerminal: boolean): readonly object[] {
  return line
    .split(/( +)/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      const runs = isTerminal ? inCells(word) : [{ type: 'text', value: word }];
      return word.includes('-') && widthOf(word) <= MOST_WHOLE ? [element('span', ['short'], runs)] : runs;
    });
}

/** Chinese characters apart, so that each can be as wide as two others, and a caret stands below what it points to. */
function inCells(word: string): readonly object[] {
  return word
    .split(/([\u{2E80}-\u{10FFFF}]+)/u)
    .filter((run) => run !== '')
    .map((run) => {
      const text = { type: 'text', value: run };
      return run > '\u{2E7F}' ? element('span', ['in-cells'], [text]) : text;
    });
}

/** What is not broken. */
const WHOLE = { hName: 'span', hProperties: { className: ['short'] } };

const whole = (value: string): MarkdownNode => ({
  type: 'emphasis',
  data: WHOLE,
  children: [{ type: 'text', value }],
});

function textOf({ value = '', children = [] }: MarkdownNode): string {
  return value + children.map(textOf).join('');
}

function visit(node: MarkdownNode, change: (node: MarkdownNode) => void): void {
  change(node);
  for (const child of node.children ?? []) visit(child, change);
}
