import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchSite } from './frame.ts';
import { searchableText } from './queries.ts';

/** Where the page to compare with stands, below a site's address. */
export const SCAN_PAGE = 'bench/scan/';

/**
 * How long the search to compare with waits after a character, in milliseconds, as search boxes do. Without it the
 * ratio would only tell whether there is such a pause.
 */
export const SCAN_PAUSE = 50;

/**
 * Adds to a built site the least that a search can be: no index, the plain texts of all projects are loaded with the
 * first question and gone through with each.
 */
export function addScanPage({ folder, projects }: BenchSite): void {
  const texts = JSON.stringify(projects.map((project) => [project.name, searchableText(project)]));
  mkdirSync(join(folder, SCAN_PAGE), { recursive: true });
  writeFileSync(join(folder, SCAN_PAGE, 'texts.json'), texts);
  writeFileSync(join(folder, SCAN_PAGE, 'index.html'), PAGE);
}

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>对照</title>
<main><input type="search"><p role="status"></p><ol></ol></main>
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
</script></html>
`;
