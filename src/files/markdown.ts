import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Report } from './finding.ts';
import { INVISIBLE_RULE, invisibleIn, isUnseen, signIn } from './invisible.ts';
import { anchorCheck } from './markdown-anchors.ts';
import { markdownExcess } from './markdown-limits.ts';
import { visit, type MarkdownNode } from './markdown-tree.ts';
import { pageOf, pictureFault, PUBLIC_FOLDERS } from './published-pictures.ts';
import type { SourceFile } from './source-file.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Addresses that a link or picture may have: of the site itself, of the web, of mail and telephone. */
const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])/i;

/**
 * Reports `markdown/html`: raw HTML, dangerous links and pictures that pages would not show, in the Markdown of
 * `file` from `bodyStart` on; and `markdown/anchor`: links to places that the page does not have.
 */
export function checkMarkdown(
  body: string,
  bodyStart: number,
  file: SourceFile,
  report: Report,
  publicFolders: readonly string[] = PUBLIC_FOLDERS,
): void {
  const excess = markdownExcess(body);
  if (excess !== undefined) {
    const { message, hint } = excess;
    const start = bodyStart + excess.start;
    report({
      file,
      range: { start, end: start + 1 },
      severity: 'error',
      rule: 'yaml/limits',
      message,
      hint,
    });
    return;
  }
  const tree = parser.parse(body);
  const page = pageOf(file.path);
  const definitions = definitionsIn(tree);
  const missesAnchor = anchorCheck(tree, page);
  visit(tree, (node) => {
    const start = bodyStart + (node.position?.start.offset ?? 0);
    const end = bodyStart + (node.position?.end.offset ?? 0);
    const found = { file, range: { start, end }, severity: 'error', rule: 'markdown/html' } as const;
    const url = node.url ?? '';
    if (node.type === 'html') {
      report({
        ...found,
        message: '正文中有HTML代码，不会公开。',
        hint: '请改用Markdown的写法；要显示“<”本身，请写成“\\<”。',
        value: node.value ?? '',
      });
    } else if (!SAFE_ADDRESS.test(url)) {
      report({
        ...found,
        message: '正文中的链接地址不安全。',
        hint: '链接地址请以“https://”开头，或写本站内的地址。',
        value: url,
      });
    } else if (node.type === 'image' || node.type === 'imageReference') {
      const address = node.type === 'image' ? url : definitions.get(node.identifier ?? '');
      const fault = address === undefined ? undefined : pictureFault(address, page, publicFolders);
      if (fault !== undefined) report({ ...found, ...fault, value: address ?? '' });
    } else if (missesAnchor(url)) {
      report({
        ...found,
        severity: 'warning',
        rule: 'markdown/anchor',
        message: `本页没有“${url}”这个位置，链接点了没有反应。`,
        hint: '“#”后面写本页某个标题的文字，去掉标点，空格换成“-”。',
        value: url,
      });
    }
    // Entities such as &#x202e; are characters here; a tab in a text is a blank.
    const texts = [node.type === 'html' ? '' : (node.value ?? ''), node.alt ?? '', node.title ?? ''];
    const unseen = invisibleIn(texts.join('\n').replaceAll('\t', ' '), '正文');
    const ofRule = { ...found, rule: INVISIBLE_RULE };
    if (unseen !== undefined) report({ ...ofRule, range: signIn(file, found.range), ...unseen });
    if (WORDED.has(node.type) && isUnseen(textOf(node))) {
      report({ ...ofRule, message: '正文里的标题或链接没有看得见的字。', hint: '请写上文字，或删去它。' });
    }
  });
}

/** What a reader has to see words of. */
const WORDED: ReadonlySet<string> = new Set(['heading', 'link', 'linkReference']);

/** The text of a node and of all in it. */
const textOf = (node: MarkdownNode): string =>
  node.value ?? (node.type === 'break' ? '\n' : (node.children ?? []).map(textOf).join(''));

/** The addresses that references such as `![图][1]` take from elsewhere in the text; the first counts. */
function definitionsIn(tree: MarkdownNode): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  visit(tree, ({ type, identifier = '', url = '' }) => {
    if (type === 'definition' && !definitions.has(identifier)) definitions.set(identifier, url);
  });
  return definitions;
}

/** A block of a Markdown text as its readers see it. */
export interface MarkdownBlock {
  /** Of a heading its level, from 1; 0 for any other. */
  readonly level: number;
  /** What a list sets before it: `• `, `2. `; '' outside lists. */
  readonly marker: string;
  readonly text: string;
}

/** The blocks of a Markdown text, a cell of a table each one. */
export function markdownBlocks(body: string): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  const walk = (node: MarkdownNode, marker: string): void => {
    if (['paragraph', 'heading', 'code', 'tableCell', 'html'].includes(node.type))
      blocks.push({ level: node.depth ?? 0, marker, text: textOf(node) });
    else {
      const isNumbered = node.type === 'list' && node.ordered === true;
      (node.children ?? []).forEach((child, place) => {
        const own = isNumbered ? `${String((node.start ?? 1) + place)}. ` : '• ';
        walk(child, node.type === 'list' ? own : node.type === 'listItem' && place === 0 ? marker : '');
      });
    }
  };
  walk(parser.parse(body), '');
  return blocks;
}

/** The plain text that readers of a Markdown text see, block by block, one per line. */
export function markdownText(body: string): string {
  return markdownBlocks(body)
    .map(({ text }) => text)
    .join('\n');
}

/**
 * A line of plain text as Markdown that reads back as exactly this text: what Markdown would take for its
 * own signs is escaped. `1.组织` needs no escape, because a list would want a blank after the point.
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*_[\]<>&~|]/g, (sign) => `\\${sign}`)
    .replace(/^([#+\-=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/(https?|ftp)(?=:\/\/)/gi, '$1\\')
    .replace(/(?<=\bwww)\./gi, '\\.')
    .replace(/@/g, '\\@');
}
