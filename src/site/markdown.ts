import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import { sizePictures } from './size-pictures.ts';
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
 * The Markdown of a free page as HTML. Its pictures lie in `public/` below the page's own name, so that
 * `pictures/check.svg` in `editing.md` stands at `/editing/pictures/check.svg` under any base path.
 */
export async function renderPage(
  markdown: string,
  slug: string,
  publicFolders: readonly string[],
): Promise<string> {
  const folders = publicFolders.map((folder) => join(folder, slug));
  return sizePictures(await renderMarkdown(markdown), folders);
}
