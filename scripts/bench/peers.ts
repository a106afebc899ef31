import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileOf, kindOf } from '../screenshots/pages.ts';
import type { BenchSite } from './frame.ts';
import { heapOptions, startProcess } from './run-process.ts';
import { setAside } from './set-aside.ts';

/** Other generators that make a page a project with the same text, and search with Pagefind behind them. */
export interface Peer {
  readonly name: string;
  /** What it needs beside the pages, below its own folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Where the pages are put that it reads, and where it writes those it makes. */
  readonly pages: string;
  readonly output: string;
  /** Makes the site in its folder; gives the most memory it took, in bytes, where that is known. */
  readonly build: (folder: string, projects: number) => Promise<number | undefined>;
}

const ELEVENTY = join(import.meta.dirname, 'eleventy/node_modules/@11ty/eleventy/cmd.cjs');

const PAGEFIND = join(import.meta.dirname, '../../node_modules/pagefind/lib/runner/bin.cjs');

const layoutOf = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><main data-pagefind-body>${body}</main></body></html>\n`;

const eleventy: Peer = {
  name: 'Eleventy',
  files: {
    '.eleventy.js':
      'export default () => ({ dir: { input: "pages", includes: "../layouts", output: "site" }, htmlTemplateEngine: false, markdownTemplateEngine: false });\n',
    'package.json': '{ "type": "module" }\n',
    'layouts/page.njk': layoutOf('{{ title }}', '<h1>{{ title }}</h1>{{ content | safe }}'),
    'pages/pages.json': '{ "layout": "page.njk" }\n',
  },
  pages: 'pages',
  output: 'site',
  build: async (folder, projects) => {
    // It reads its settings where it is started.
    const script = `process.chdir(${JSON.stringify(folder)}); process.argv.push('--quiet'); await import(${JSON.stringify(ELEVENTY)});`;
    const run = startProcess(['--input-type=module', '--eval', script], {
      options: heapOptions(projects),
    });
    return (await run.ended).memory;
  },
};

const hugo: Peer = {
  name: 'Hugo',
  files: {
    'config.toml':
      'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "section"]\n[markup.goldmark.renderer]\nunsafe = true\n',
    'layouts/_default/single.html': layoutOf('{{ .Title }}', '<h1>{{ .Title }}</h1>{{ .Content }}'),
    'layouts/index.html': layoutOf('{{ .Title }}', ''),
  },
  pages: 'content',
  output: 'public',
  build: (folder) => {
    const { status, stderr } = spawnSync('hugo', ['--quiet'], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return Promise.resolve(undefined);
  },
};

/** Those that are installed. */
export function peersHere(): readonly Peer[] {
  const hasHugo = spawnSync('hugo', ['version']).status === 0;
  return [...(existsSync(ELEVENTY) ? [eleventy] : []), ...(hasHugo ? [hugo] : [])];
}

/** Writes for a peer what it makes a site of: for each project's page of a built site its text, a paragraph each line. */
export async function writeForPeer(
  { files, pages: where }: Peer,
  folder: string,
  site: BenchSite,
): Promise<void> {
  for (const [name, text] of Object.entries(files)) await write(join(folder, name), text);
  for (const path of site.pages.filter((own) => kindOf(own) === 'project')) {
    const html = await readFile(fileOf(site.folder, path), 'utf8');
    const [title = '', ...lines] = linesOf(html);
    const body = lines.map((line) => `<p>${line}</p>`).join('\n');
    const name = path.split('/').filter(Boolean).join('-');
    await write(join(folder, where, `${name}.html`), `---\ntitle: ${JSON.stringify(title)}\n---\n${body}\n`);
  }
}

/** Makes a peer's site and its search anew. */
export async function buildWithPeer(
  peer: Peer,
  folder: string,
  projects: number,
): Promise<number | undefined> {
  const output = join(folder, peer.output);
  setAside(output);
  const memory = await peer.build(folder, projects);
  await startProcess([PAGEFIND, '--site', output, '--force-language', 'zh', '--silent']).ended;
  return memory;
}

/** The text of a page's main part, the title first; still escaped. */
function linesOf(html: string): readonly string[] {
  const main = /<main[^>]*>([^]*)<\/main>/.exec(html)?.[1] ?? '';
  return main
    .replaceAll(/<(script|style|svg)[^]*?<\/\1>/g, '')
    .replaceAll(/<\/?(?:p|div|h\d|li|tr|dt|dd|section|table|ul|ol|nav|caption)\b[^>]*>/g, '\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
