import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import { imageMetadata } from 'astro/assets/utils';
import { address } from './addresses.ts';
import {
  addressesBelow,
  codeInLines,
  dropHtml,
  namedTables,
  taskListsAsText,
  wholeAmountsInText,
} from './markdown-plugins.ts';

const renderer = unified({
  gfm: true,
  // What the source says is what is shown: no quote or dash is made typographic.
  smartypants: false,
  remarkPlugins: [
    dropHtml,
    namedTables,
    taskListsAsText,
    [addressesBelow, address()],
    codeInLines,
    wholeAmountsInText,
  ],
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

/** Markdown as HTML, with an `id` on every heading. */
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
      decodeURIComponent(src),
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
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes === undefined) continue;
    const { width, height } = await imageMetadata(bytes, path);
    return ` width="${width}" height="${height}"`;
  }
  return undefined;
}
