import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AstroConfig } from 'astro';
import type { Published } from '../files/finding.ts';
import type { History } from '../history/history.ts';
import { writeHeaderFiles } from './header-files.ts';
import { markFolder } from './output-folder.ts';
import type { CommandSettings } from './from-command.ts';
import { cacheFolder } from './cache-folder.ts';
import { completeLicenses } from './license-notices.ts';
import { copyProgramFiles } from './program-files.ts';
import { SECURITY_FILE, securityFile } from './security-file.ts';
import { listPages, sitemapFiles } from './sitemap.ts';

/** What was made: the folder, and the paths of the pages in it. */
interface MadePages {
  readonly folder: string;
  readonly pages: readonly string[];
}

/**
 * Makes of pages and data the whole site: with share cards, what search engines ask for, the program's
 * files, those of the hosts, and the mark of a build; gives the path below which it is to be served. What search engines
 * ask for stays as the project has it in its `public`.
 */
export async function finishBuild(
  made: MadePages,
  published: Published,
  history: History,
  config: Pick<AstroConfig, 'root' | 'site' | 'base'>,
  { log, note, choosePaths }: Pick<CommandSettings, 'log' | 'note' | 'choosePaths'>,
): Promise<string> {
  const { folder } = made;
  copyProgramFiles(folder);
  completeLicenses(folder);
  const base = config.base.replace(/\/*$/, '/');
  const root = config.site === undefined ? undefined : new URL(base, config.site).href;
  const write = async (name: string, text: string) => {
    const file = join(folder, name);
    if (existsSync(file)) return;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  const security = securityFile(published.site.settings, root);
  if (security !== undefined) await write(SECURITY_FILE, security);
  if (root === undefined) {
    note(
      '不知道网站将来的网址，因此网页里没有规范网址（canonical），也没有分享图片、网站地图（sitemap.xml）和订阅（feed）；数据目录（data/catalog.jsonld）等文件里的网址没有域名。正式发布前，请在 site.yaml 的“网址”里写上，例如 https://example.gov.cn/budget/；也可以设置环境变量 SITE_URL。',
    );
  } else if (choosePaths === undefined) {
    // A preview is shared nowhere, and leaves nothing in the cache.
    for (const [name, text] of sitemapFiles(listPages(made, root, history), root)) await write(name, text);
    await write('robots.txt', `User-agent: *\nAllow: /\n\nSitemap: ${root}sitemap.xml\n`);
    const unknown = unknownDates(history);
    if (unknown !== undefined) note(unknown);
    log('正在画分享图片……');
    // Loaded only now: most builds draw none.
    const { writeShareCards } = await import('../share-cards/write-share-cards.ts');
    const cards = await writeShareCards(published.site, folder, cacheFolder(config, 'share-cards'));
    for (const text of cards.notes) note(text);
  }
  await writeHeaderFiles(folder, base, published.site.moved, note);
  const basePath = base.replace(/(?<=.)\/$/, '');
  await markFolder(folder, basePath);
  return basePath;
}

/** What the site lacks because git does not tell when its content was changed; undefined where it lacks nothing. */
function unknownDates(history: History): string | undefined {
  if (history.kind !== 'known') {
    const way = history.kind === 'shallow' ? '请先运行 git fetch --unshallow。' : '';
    return `不知道内容是什么时候改的：${history.reason}。因此没有订阅（feed），网站地图里没有修改日期。${way}`;
  }
  const [first, ...others] = history.uncommitted;
  if (first === undefined) return undefined;
  const rest = others.length === 0 ? '' : `等${String(others.length + 1)}个文件`;
  return `内容里的“${first}”${rest}还没有提交到 git，不知道修改日期，订阅和网站地图里不写。`;
}
