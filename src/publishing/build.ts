import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { checkContent } from '../checks/check-content.ts';
import { hasErrors, type Finding } from '../files/finding.ts';
import { readContent, type Content } from '../files/read-content.ts';
import { HANDED_OVER, type Published } from '../files/published.ts';
import { checkOutputFolder, markFolder } from './output-folder.ts';
import { PublishingError, toPublishingError } from './publishing-error.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import type { SiteAddress } from './site-address.ts';
import { withStrictness } from './strictness.ts';
import { bringBeside, openWorkFolder } from './work-folder.ts';

export interface BuildOptions extends SiteAddress {
  /** The content folder. */
  readonly content: string;
  /** The folder that the site replaces. */
  readonly out: string;
  /** Whether a warning that nobody has explained stops the build as an error does. */
  readonly strict?: boolean;
  /** Told what is being done, as short sentences. */
  readonly log: (message: string) => void;
}

export type BuildResult =
  /** The content has errors; nothing was written. */
  | { readonly ok: false; readonly content: Content; readonly findings: readonly Finding[] }
  | {
      readonly ok: true;
      readonly content: Content;
      readonly findings: readonly Finding[];
      /** How many pages the site has. */
      readonly pages: number;
      readonly milliseconds: number;
      /** What an editor should know though nothing is wrong, in sentences. */
      readonly notes: readonly string[];
    };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads and checks the content and, where it has no errors, builds the site with its search index and puts it in
 * the place of `out`. The old site stays until the new one is whole.
 *
 * Throws a PublishingError for what the user can fix: a folder that must not be replaced, a full disk.
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const start = performance.now();
  try {
    const target = checkOutputFolder(options.out, { root: ROOT, content: options.content });
    await recoverFolder(target);
    options.log('正在读取和检查内容……');
    const content = await readContent(options.content);
    const findings = withStrictness(checkContent(content), options.strict ?? false);
    if (hasErrors(findings)) return { ok: false, content, findings };
    const { pages, notes } = await publish({ site: content.site, findings }, target, options);
    return { ok: true, content, findings, pages, notes, milliseconds: performance.now() - start };
  } catch (error) {
    throw toPublishingError(error, options.out);
  }
}

/** Makes the site in a folder of its own and moves it to its place when it is whole. */
async function publish(
  published: Published,
  target: string,
  options: BuildOptions,
): Promise<{ readonly pages: number; readonly notes: readonly string[] }> {
  const { content: directory, siteUrl, basePath, log } = options;
  const work = openWorkFolder(ROOT);
  try {
    log('正在生成网页……');
    await buildPages({
      published,
      directory,
      outDir: work.path,
      siteUrl,
      basePath,
    });
    const notes = siteUrl === undefined ? [] : await drawCards(published, work.path, log);
    await markFolder(work.path, basePath);
    const pages = await countPages(work.path);
    await replaceFolder(await bringBeside(work.path, target), target);
    return { pages, notes };
  } finally {
    work.remove();
  }
}

/** Draws the share cards, which only pages with an absolute address can name. */
async function drawCards(
  { site }: Published,
  folder: string,
  log: (message: string) => void,
): Promise<readonly string[]> {
  log('正在画分享图片……');
  // Loaded only now: most commands and builds draw none.
  const { writeShareCards } = await import('../share-cards/write-share-cards.ts');
  const { notes } = await writeShareCards(
    site,
    folder,
    join(ROOT, 'node_modules/.cache/mingzhang/share-cards'),
  );
  return notes;
}

interface PageOptions extends SiteAddress {
  readonly published: Published;
  readonly directory: string;
  readonly outDir: string;
}

/** Runs Astro in this process. It and the pages read their settings from the environment. */
async function buildPages({ published, directory, outDir, siteUrl, basePath }: PageOptions): Promise<void> {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    CONTENT_DIR: resolve(directory),
    BASE_PATH: basePath,
    SITE_URL: siteUrl ?? '',
  });
  // The pages take the content from here, so that each file is read and checked once.
  Object.assign(globalThis, { [HANDED_OVER]: published });
  // Loaded only now: Astro looks at the environment when it loads.
  const { build } = await import('astro');
  const workingDirectory = process.cwd();
  // Astro takes paths outside the working directory for foreign.
  process.chdir(ROOT);
  try {
    await build({
      root: ROOT,
      outDir,
      logLevel: 'warn',
      logger: { entrypoint: fileURLToPath(new URL('astro-log.ts', import.meta.url)) },
    });
  } catch (error) {
    if (!(toPublishingError(error, outDir) instanceof PublishingError)) throw pageError(error);
    throw error;
  } finally {
    process.chdir(workingDirectory);
  }
}

/** A page that cannot be made is a fault of the program, so its own message and place are kept for who fixes it. */
function pageError(error: unknown): PublishingError {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new PublishingError(`生成网页时出错，网站没有改变。请把以下信息报告给维护者：\n${text}`, {
    cause: error,
  });
}

async function countPages(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).length;
}
