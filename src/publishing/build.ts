import { readdir } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { hasErrors, type Finding } from '../files/finding.ts';
import { readAndCheck } from '../integration/read-and-check.ts';
import { checkOutputFolder } from '../integration/output-folder.ts';
import { toPublishingError } from '../files/publishing-error.ts';
import { PublishingError } from '../files/user-error.ts';
import { hashContent, refuseChangedContent } from '../integration/seal-build.ts';
import { findForeignFiles, keepForeignFiles } from './foreign-files.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import type { CommandSettings } from '../integration/from-command.ts';
import { buildPages, type AstroRun } from './run-astro.ts';
import type { SiteAddress } from '../integration/site-address.ts';
import { bringBeside, openWorkFolder } from './work-folder.ts';

export interface BuildOptions extends SiteAddress, Pick<CommandSettings, 'choosePaths'> {
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
  | { readonly ok: false; readonly findings: readonly Finding[] }
  | {
      readonly ok: true;
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
export async function buildSite({ out, strict = false, ...options }: BuildOptions): Promise<BuildResult> {
  const start = performance.now();
  try {
    const target = checkOutputFolder(out, { root: process.cwd(), content: options.content });
    await oneAtATime(() => recoverFolder(target));
    options.log('正在读取和检查内容……');
    const contentFiles = await hashContent(options.content);
    const { content, findings, unjudged } = await readAndCheck(options.content, { strict });
    if (hasErrors(findings)) return { ok: false, findings };
    // Told before the work, where the site cannot be replaced.
    await findForeignFiles(target);
    const notes: string[] = [];
    const note = (text: string) => notes.push(text);
    const published = { site: content.site, findings, unjudged };
    const pages = await publish({ ...options, published, contentFiles, note }, target);
    return { ok: true, findings, pages, notes, milliseconds: performance.now() - start };
  } catch (error) {
    throw toPublishingError(error, out);
  }
}

/** Makes the site in a folder of its own and moves it to its place when it is whole; gives the number of pages. */
async function publish(
  run: AstroRun & Required<Pick<AstroRun, 'contentFiles'>>,
  target: string,
): Promise<number> {
  const work = openWorkFolder(process.cwd());
  try {
    run.log('正在生成网页……');
    await buildPages(run, work.path).catch(async (error: unknown) => {
      // What was taken away meanwhile is the cause, however it shows.
      if (!(error instanceof PublishingError)) await refuseChangedContent(run.content, run.contentFiles);
      const known = toPublishingError(error, work.path);
      throw known instanceof PublishingError ? known : pageError(error);
    });
    const names = await readdir(work.path, { recursive: true });
    const next = await bringBeside(work.path, target);
    await oneAtATime(async () => {
      await recoverFolder(target);
      (await keepForeignFiles(target, next)).forEach(run.note);
      await replaceFolder(next, target);
    });
    return names.filter((name) => name.endsWith('.html')).length;
  } finally {
    work.remove();
  }
}

/** A page that cannot be made is a fault of the program, so its own message and place are kept for who fixes it. */
function pageError(error: unknown): PublishingError {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new PublishingError(`生成网页时出错，网站没有改变。请把以下信息报告给维护者：\n${text}`, {
    cause: error,
  });
}
