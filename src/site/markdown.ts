import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import { imageMetadata } from 'astro/assets/utils';
import rehypeSanitize from 'rehype-sanitize';
import { decodeAddress } from '../model/fragments.ts';
import { address } from './addresses.ts';
import {
  addressesBelow,
  codeInLines,
  dropHtml,
  namedHeadings,
  namedTables,
  ownPictures,
  taskListsAsText,
  wholeAmountsInText,
} from './markdown-plugins.ts';
import { SAFE_HTML } from './safe-html.ts';

const renderer = unified({
  gfm: true,
  // What the source says is what is shown: no quote or dash is made typographic.
  smartypants: false,
  remarkPlugins: [
    dropHtml,
    namedHeadings,
    namedTables,
    taskListsAsText,
    [addressesBelow, address()],
    codeInLines,
    wholeAmountsInText,
  ],
  rehypePlugins: [ownPictures, [rehypeSanitize, SAFE_HTML]],
  remarkRehype: {
    footnoteLabel: '脚注',
    // A heading of its own level would not fit in every place where Markdown stands.
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: { className: ['footnotes-title'] },
    footnoteBackLabel: (reference: number, repeated: number) =>
      `回到正文中的注${reference + 1}${repeated > 1 ? `（第${repeated}处）` : ''}`,
  },
}).createRenderer({ syntaxHighlight: false });

/** Markdown as HTML for a section that has a heading itself, with all headings one level lower. */
export async function renderBelowHeading(markdown: string): Promise<string> {
  return renderMarkdown(markdown.replace(/^(#{1,5})(?= )/gm, '#$1'));
}

/** Markdown as HTML, with an `id` on every heading; it holds nothing dangerous, whatever the Markdown holds. */
export async function renderMarkdown(markdown: string): Promise<string> {
  return (await (await renderer).render(markdown)).code;
}

/**
 * The Markdown of a free page as HTML. Its pictures lie in `folder` below the page's own name, so that `plan.svg` in
 * `about.md` stands at `/about/plan.svg` under any base path. They come with their size, so that the text does not
 * jump, and wait until they are seen.
 */
export async function renderPage(
  markdown: string,
  slug: string,
  publicFolders: readonly string[],
): Promise<string> {
  const html = await renderMarkdown(markdown);
  const sizes = new Map<string, string>();
  for (const [, src = ''] of html.matchAll(/<img src="([^":]+)"/g)) {
    const size = await sizeOf(
      decodeAddress(src),
      publicFolders.map((folder) => join(folder, slug)),
    );
    if (size !== undefined) sizes.set(src, size);
  }
  return html.replaceAll(
    /<img src="([^"]*)"/g,
    (tag, src: string) => `${tag} loading="lazy"${sizes.get(src) ?? ''}`,
  );
}

/** The size of a picture in the first of some folders that has it, as attributes. */
async function sizeOf(src: string, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const path = resolve(folder, src);
    if (relative(folder, path).startsWith('..')) continue;
    const size = await readFile(path)
      .then((bytes) => imageMetadata(bytes, path))
      .catch(() => undefined);
    if (size !== undefined) return ` width="${size.width}" height="${size.height}"`;
  }
  return undefined;
}
