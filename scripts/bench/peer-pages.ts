import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltSite } from './building.ts';
import { inlineStyle } from './compressed-size.ts';
import { searchableText } from './queries.ts';

/** Where the pages to compare with stand, below a site's address. */
export const EMPTY_PAGE = 'bench/empty/';
export const SCAN_PAGE = 'bench/scan/';

/** Adds the empty page with the site's style to a built site. */
export async function addEmptyPage(folder: string): Promise<void> {
  const style = inlineStyle(await readFile(join(folder, 'index.html'), 'utf8'));
  await writePage(join(folder, EMPTY_PAGE), style, '<p>空白页</p>');
}

/**
 * Adds two pages to a built site: an empty one with the site's style, and a search that goes through the plain
 * texts of all projects.
 */
export async function addPeerPages({ folder, projects }: BuiltSite): Promise<void> {
  const style = inlineStyle(await readFile(join(folder, 'index.html'), 'utf8'));
  const texts = JSON.stringify(projects.map((project) => [project.name, searchableText(project)]));
  await addEmptyPage(folder);
  await writePage(join(folder, SCAN_PAGE), style, SCAN);
  await writeFile(join(folder, SCAN_PAGE, 'texts.json'), texts);
}

async function writePage(folder: string, style: string, body: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const head = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>对照</title><style>${style}</style>`;
  await writeFile(join(folder, 'index.html'), `${head}<main>${body}</main></html>\n`);
}

/**
 * How long the search to compare with waits after a character, in milliseconds, as search boxes do. Without it the
 * ratio would only tell whether there is such a pause.
 */
export const SCAN_PAUSE = 50;

/** The least that a search can be: no index; the texts are loaded with the first question. */
const SCAN = `<input type="search"><p role="status"></p><ol></ol>
<script type="module">
  const [box, status, list] = ['input', 'p', 'ol'].map((name) => document.querySelector(name));
  let texts;
  let timer;
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(answer, ${SCAN_PAUSE});
  });
  async function answer() {
    const query = box.value;
    texts ??= fetch('texts.json').then((response) => response.json());
    const found = (await texts).filter(([, text]) => text.includes(query));
    if (query !== box.value) return;
    status.textContent = '找到' + found.length + '个含“' + query + '”的页面。';
    list.replaceChildren(...found.slice(0, 20).map(([name]) => {
      const item = document.createElement('li');
      item.textContent = name;
      return item;
    }));
  }
</script>`;
