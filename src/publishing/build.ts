import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { type Finding, hasErrors, type Published } from '../files/finding.ts';
import type { Content } from '../files/read-content.ts';
import { fromCommand } from '../integration/from-command.ts';
import { readAndCheck } from '../integration/read-and-check.ts';
import { checkOutputFolder } from './output-folder.ts';
import { PublishingError, toPublishingError } from './publishing-error.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import type { SiteAddress } from './site-address.ts';
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

/**
 * Reads and checks the content and, where it has no errors, builds the site of the project in the working directory
 * and puts it in the place of `out`. The old site stays until the new one is whole.
 *
 * Throws a PublishingError for what the user can fix: a folder that must not be replaced, a full disk.
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const start = performance.now();
  const root = process.cwd();
  try {
    const target = checkOutputFolder(options.out, { root, content: options.content });
    await recoverFolder(target);
    options.log('正在读取和检查内容……');
    const { content, findings } = await readAndCheck(options.content, { strict: options.strict ?? false });
    if (hasErrors(findings)) return { ok: false, content, findings };
    const { pages, notes } = await publish({ site: content.site, findings }, root, target, options);
    return { ok: true, content, findings, pages, notes, milliseconds: performance.now() - start };
  } catch (error) {
    throw toPublishingError(error, options.out);
  }
}

/** Makes the site in a folder of its own and moves it to its place when it is whole. */
async function publish(
  published: Published,
  root: string,
  target: string,
  options: BuildOptions,
): Promise<{ readonly pages: number; readonly notes: readonly string[] }> {
  const work = openWorkFolder(root);
  try {
    const notes: string[] = [];
    options.log('正在生成网页……');
    await runAstro(published, root, work.path, options, (note) => notes.push(note));
    const pages = await countPages(work.path);
    await replaceFolder(await bringBeside(work.path, target), target);
    return { pages, notes };
  } finally {
    work.remove();
  }
}

/** Runs Astro in this process, with the project's own configuration. */
async function runAstro(
  published: Published,
  root: string,
  outDir: string,
  { content, siteUrl, basePath, log }: BuildOptions,
  note: (message: string) => void,
): Promise<void> {
  Object.assign(process.env, { NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' });
  // Loaded only now: Astro looks at the environment when it loads.
  const { build } = await import('astro');
  try {
    await build({
      ...astroOptions(root, { siteUrl, basePath }),
      outDir,
      integrations: [fromCommand({ content: resolve(content), published, log, note })],
    });
  } catch (error) {
    if (!(toPublishingError(error, outDir) instanceof PublishingError)) throw pageError(error);
    throw error;
  }
}

/** How commands run Astro on a project; what its own configuration says of the address holds where nothing else is said. */
export function astroOptions(root: string, { siteUrl, basePath }: SiteAddress) {
  return {
    root,
    ...(siteUrl === undefined ? {} : { site: siteUrl }),
    ...(basePath === '/' ? {} : { base: basePath }),
    logLevel: 'warn',
    logger: { entrypoint: fileURLToPath(new URL('astro-log.ts', import.meta.url)) },
  } as const;
}

/** A base path with a slash at its end: `/budget/`. */
export const withSlash = (basePath: string): string => `${basePath.replace(/\/+$/, '')}/`;

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
