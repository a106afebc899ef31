import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import type { Published } from '../files/finding.ts';
import { dataFiles } from '../open-data/data-files.ts';
import { writeHeaderFiles } from './header-files.ts';
import { markFolder } from './output-folder.ts';
import type { CommandSettings } from './from-command.ts';
import { copyProgramFiles } from './program-files.ts';
import { writeDataFiles } from './write-data-files.ts';

/**
 * Makes of Astro's pages in `folder` the whole site: with the open data, share cards, the program's files, those of the
 * hosts, and the mark of a build.
 */
export async function finishBuild(
  folder: string,
  published: Published,
  config: Pick<AstroConfig, 'root' | 'site' | 'base'>,
  { log, note, choosePaths }: Pick<CommandSettings, 'log' | 'note' | 'choosePaths'>,
): Promise<void> {
  copyProgramFiles(folder);
  await writeDataFiles(folder, dataFiles(published, { base: config.base, host: config.site }));
  if (config.site === undefined) {
    note(
      '不知道网站将来的网址，因此网页里没有规范网址（canonical），也没有分享图片。正式发布前，请在 site.yaml 的“网址”里写上，例如 https://example.gov.cn/budget/；也可以设置环境变量 SITE_URL。',
    );
  } else if (choosePaths === undefined) {
    // A preview is shared nowhere, and leaves nothing in the cache.
    log('正在画分享图片……');
    // Loaded only now: most builds draw none.
    const { writeShareCards } = await import('../share-cards/write-share-cards.ts');
    const cache = join(fileURLToPath(config.root), 'node_modules/.cache/mingzhang/share-cards');
    for (const text of (await writeShareCards(published.site, folder, cache)).notes) note(text);
  }
  await writeHeaderFiles(folder, config.base, note);
  await markFolder(folder, config.base.replace(/(?<=.)\/$/, ''));
}
